"""The light pages around the rooms, drawn on the server: plain HTML that needs no script but where it says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import HTMLResponse

from workbench.localize import KNOWN, _, direction, ngettext, preferred, speaking

if TYPE_CHECKING:
    import jinja2
    from starlette.requests import Request
    from starlette.types import Scope

LANGUAGE = "workbench_language"
"""The cookie that holds the language somebody chose."""
LONGEST = 64 * 1024
"""Bytes of a form: two hundred names are a tenth of it."""


@cache
def _templates() -> jinja2.Environment:
    import jinja2

    # Every value is escaped; a name that was not given is an error rather than nothing.
    loader = jinja2.FileSystemLoader(Path(__file__).with_name("templates"))
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.globals.update({"_": _, "ngettext": ngettext})
    return environment


def language_of(scope: Scope) -> str:
    """Return the language in which a person reads: the one they chose here, or else what their browser asks for."""
    headers = Headers(scope=scope)
    chosen = cookie_parser(headers.get("cookie", "")).get(LANGUAGE, "")
    return chosen if chosen in KNOWN else preferred(headers.get("accept-language", ""))


def page(scope: Scope, name: str, *, status: int = 200, **given: Any) -> HTMLResponse:
    """Return a page of ``templates/`` with what it is given; ``root`` is the path under which we are reached."""
    member = scope.get("member")
    # Below a mount, where files are, the path of the mount is counted in.
    root = scope.get("app_root_path", scope.get("root_path", ""))
    told = language_of(scope)
    with speaking(told):
        text = (
            _templates()
            .get_template(f"{name}.html")
            .render(root=root, member=member, language=told, direction=direction(told), **given)
        )
    return HTMLResponse(text, status)


async def form(request: Request) -> dict[str, str]:
    """Return what a form of ours sent; what is longer than any form of ours is cut off."""
    sent = b""
    async for piece in request.stream():
        sent += piece
        if len(sent) > LONGEST:
            break
    return dict(parse_qsl(sent[:LONGEST].decode(errors="replace")))


def refusal(scope: Scope, status: int, says: str) -> HTMLResponse:
    """Return the page that says in one sentence why something is refused."""
    return page(scope, "refused", status=status, says=says)
