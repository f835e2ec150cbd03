"""Using the link of an invitation, and leaving.

The secret stands behind the # of the link, so that no server, proxy or log ever sees it as part of an address;
the page sends it on as a form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import MovingWindowRateLimiter
from starlette.responses import RedirectResponse, Response

from workbench.errors import NotAllowed
from workbench.localize import N_, _
from workbench.serve.cookies import keep, session_cookie
from workbench.serve.pages import form, page

if TYPE_CHECKING:
    from starlette.requests import Request

    from workbench.project.members import Members

DAY = 24 * 60 * 60
STAYS = 30 * DAY


TOO_MANY = N_("Too many codes were tried from here. Wait a minute, then try again.")


class Guesses:
    """Codes that were tried and let nobody in. Right ones are not counted: forty people may come by one address."""

    def __init__(self, a_minute: int) -> None:
        """Allow so many wrong ones from one address."""
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._most = RateLimitItemPerMinute(a_minute)

    async def allowed(self, address: str) -> bool:
        """Tell whether one more may be tried from ``address``."""
        return await self._limiter.test(self._most, address)

    async def missed(self, address: str) -> None:
        """Count a wrong one."""
        await self._limiter.hit(self._most, address)


async def show_join(request: Request) -> Response:
    """Show where the code of an invitation is entered; a link fills it in."""
    return page(request.scope, "join", says="", code="")


async def join(request: Request) -> Response:
    """Let somebody in by the code of their invitation: a cookie that no script can read, and on to the rooms."""
    members: Members = request.app.state.members
    guesses: Guesses = request.app.state.guesses
    address = request.client.host if request.client else ""
    if not await guesses.allowed(address):
        return page(request.scope, "join", status=429, says=_(TOO_MANY), code="")
    code = (await form(request)).get("code", "")
    try:
        _invitation, session = await to_thread.run_sync(members.admit, code)
    except NotAllowed as error:
        await guesses.missed(address)
        return page(request.scope, "join", status=403, says=str(error), code="")
    root = request.scope.get("root_path", "")
    response = RedirectResponse(f"{root}/", 303)
    keep(response, request, session_cookie(request.scope), session, seconds=STAYS, secret=True)
    return response


async def leave(request: Request) -> Response:
    """End this session; the invitation can be used again."""
    session = request.scope["session_secret"]
    await to_thread.run_sync(request.app.state.members.leave, session)
    request.app.state.hub.end_session(session)
    root = request.scope.get("root_path", "")
    response = RedirectResponse(f"{root}/join", 303)
    response.delete_cookie(session_cookie(request.scope), path=f"{root}/")
    return response
