"""What stands before everything: who it is, where the page that asks comes from, how often, and what may load what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers, MutableHeaders
from starlette.websockets import WebSocketClose

from workbench.localize import N_, _, speaking
from workbench.serve.cookies import cookie, session_cookie
from workbench.serve.pages import language_of, refusal

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from workbench.model import Invitation
    from workbench.project.members import Members
    from workbench.serve.settings import Settings

FILES = "/static/"
OPEN = ("/join", "/language", FILES)
"""What is for everybody: where a link is used or a language chosen, and files that are the same for all."""
HEADERS = {
    # Nothing from elsewhere, no code from text. Styles of single elements are widths of bars.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
        "font-src 'self' data:; img-src 'self' data: blob:; connect-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Never to another site; with none at all a browser would not even tell us that our own page asks.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
NOT_INVITED = N_("Open the link of your invitation. If you have none, ask whoever leads your committee.")
FAILED = N_("Something failed here. Load the page again; if it stays so, tell whoever runs the server.")
ELSEWHERE = N_("This was asked by a page of another site, so nothing was done. Open the rooms by their own address.")
TOO_OFTEN = N_("Too many requests came from here in a minute. Wait a moment, then load the page again.")


class Gate:
    """Lets in who has a session, and tells the application who that is by ``scope["member"]``.

    All that is behind it speaks the language of whoever asks. Pure ASGI, so that a websocket passes through it as a
    page does.
    """

    def __init__(self, app: ASGIApp, members: Members, settings: Settings) -> None:
        """Stand before ``app``; sessions are those of ``members``."""
        self._app = app
        self._members = members
        self._root = settings.root
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._all = RateLimitItemPerMinute(settings.requests)
        # Forty people may come by one address and load every file at once.
        self._files = RateLimitItemPerMinute(settings.requests * 10)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request, or refuse it in one sentence."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        self._settle(scope)
        guarded = _Guarded(send)
        with speaking(language_of(scope)):
            try:
                await self._serve(scope, receive, guarded)
            except Exception:
                if scope["type"] == "http" and not guarded.begun:
                    await refusal(scope, 500, _(FAILED))(scope, receive, guarded)
                raise  # for the log

    def _settle(self, scope: Scope) -> None:
        """Note under which path we are reached, whether a reverse proxy hands it on or takes it away."""
        scope["root_path"] = root = self._root
        if root and not f"{scope['path']}/".startswith(f"{root}/"):
            scope["path"] = root + scope["path"]

    async def _serve(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = Headers(scope=scope)
        scope["session_secret"] = secret = cookie(scope, session_cookie(scope))
        # Files are the same for all, so nobody needs to be looked up for them.
        scope["member"] = member = None if self._is_file(scope) else await self._member(secret)
        status, says = await self._refusal(scope, headers, member)
        if status == 0:
            await self._app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(4000 + status, says)(scope, receive, send)
        else:
            await refusal(scope, status, says)(scope, receive, send)

    def _is_file(self, scope: Scope) -> bool:
        path: str = scope["path"]
        return path.removeprefix(self._root).startswith(FILES)

    async def _member(self, secret: str) -> Invitation | None:
        return await to_thread.run_sync(self._members.of_session, secret) if secret else None

    async def _refusal(self, scope: Scope, headers: Headers, member: Invitation | None) -> tuple[int, str]:
        address = scope["client"][0] if scope.get("client") else ""
        path = scope["path"].removeprefix(self._root)
        most = self._files if self._is_file(scope) else self._all
        if not await self._limiter.hit(most, member.id if member else address):
            return 429, _(TOO_OFTEN)
        asks = scope["type"] == "websocket" or scope["method"] not in ("GET", "HEAD")
        if asks and not _same_origin(headers):
            return 403, _(ELSEWHERE)
        if member is None and not path.startswith(OPEN):
            return 401, _(NOT_INVITED)
        return 0, ""


def _same_origin(headers: Headers) -> bool:
    """Tell whether a page of ours asks. Browsers say so with every websocket and every form that is sent."""
    return headers.get("origin", "").partition("://")[2] == headers.get("host", "") != ""


class _Guarded:
    """Sends an answer with the headers that every answer has."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.begun = False

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.begun = True
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            # Files with a tag are asked for again each time, and mostly not sent; pages are for one person.
            headers.setdefault("Cache-Control", "no-cache" if "etag" in headers else "no-store")
        await self._send(message)
