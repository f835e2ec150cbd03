"""The light pages around the rooms, drawn on the server: plain HTML that needs no script but where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse

from workbench.localize import KNOWN, LANGUAGES, N_, _, direction, language, ngettext, preferred
from workbench.model import Role
from workbench.serve.cookies import LANGUAGE, cookie

if TYPE_CHECKING:
    import jinja2
    from starlette.requests import Request
    from starlette.types import Scope

LONGEST = 64 * 1024
"""Bytes of a form: two hundred names are a tenth of it."""
CALLED: Mapping[Role, str] = {
    Role.READER: N_("reader"),
    Role.COMMENTER: N_("commenter"),
    Role.DRAFTER: N_("drafter"),
    Role.FACILITATOR: N_("facilitator"),
}
"""The roles, as pages name them."""
_PARTS = re.compile(r"\*([^*]+)\*|\{(\w+)\}")


@cache
def _templates() -> jinja2.Environment:
    import jinja2

    # Every value is escaped; a name that was not given is an error rather than nothing.
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update({"_": _, "ngettext": ngettext, "pieces": pieces, "called": CALLED})
    return environment


def language_of(scope: Scope) -> str:
    """Return the language in which a person reads: the one they chose here, or else what their browser asks for."""
    chosen = cookie(scope, LANGUAGE)
    return chosen if chosen in KNOWN else preferred(Headers(scope=scope).get("accept-language", ""))


def page(scope: Scope, name: str, *, status: int = 200, **given: Any) -> HTMLResponse:
    """Return a page of ``templates/`` with what it is given, in the language that the gate speaks to who asks.

    ``root`` is the path under which we are reached, ``back`` where another language is gone back to.
    """
    # Below a mount, where files are, the path of the mount is counted in.
    root = scope.get("app_root_path", scope.get("root_path", ""))
    # A form that is refused may have no page at its address.
    there = scope["method"] in ("GET", "HEAD") or name != "refused"
    text = (
        _templates()
        .get_template(f"{name}.html")
        .render(
            root=root,
            back=scope["path"].removeprefix(root) if there else "/",
            member=scope.get("member"),
            language=language(),
            languages=LANGUAGES,
            direction=direction(language()),
            status=status,
            **given,
        )
    )
    return HTMLResponse(text, status)


def pieces(message: str) -> Iterator[tuple[str, str, str]]:
    """Yield a message in pieces: plain text, then what of it is strong, or the name of what is put there.

    >>> list(pieces("*Here:* type {code}."))
    [('', 'Here:', ''), (' type ', '', 'code'), ('.', '', '')]
    """
    found = [*(one or "" for one in _PARTS.split(message)), "", ""]
    yield from zip(found[::3], found[1::3], found[2::3], strict=True)


async def form(request: Request) -> dict[str, str]:
    """Return what a form of ours sent; what is longer than any form of ours is cut off."""
    sent = b""
    async for piece in request.stream():
        sent += piece
        if len(sent) > LONGEST:
            break
    return dict(parse_qsl(sent[:LONGEST].decode(errors="replace")))


def refusal(scope: Scope, status: int, says: str) -> HTMLResponse:
    """Return the page that says in one sentence, of the language spoken here, why something is refused."""
    return page(scope, "refused", status=status, says=says)
