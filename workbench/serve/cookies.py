"""What a browser keeps for us: the session that says who somebody is, and the language they chose."""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.requests import cookie_parser

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.types import Scope

LANGUAGE = "workbench_language"
"""The language somebody chose. The script of the rooms sets it too, where they choose there."""


def session_cookie(scope: Scope) -> str:
    """Return the name of the cookie that holds a session, by the port and the path under which the browser asks.

    Browsers send the cookies of one port of a computer to every other, and those of a path to all below it: two
    projects served on one laptop, or behind one proxy, would sign each other's people out if they called theirs alike.
    """
    found = re.search(r":(\d+)$", Headers(scope=scope).get("host", ""))
    root = scope.get("root_path", "")
    place = sha256(root.encode()).hexdigest()[:8] if root else ""  # a path has signs that no name of a cookie may
    return "_".join(filter(None, ("workbench_session", found and found[1], place)))


def cookie(scope: Scope, name: str) -> str:
    """Return what a browser sent back; empty where it has none."""
    # Other programs on this machine set cookies too, and not all of them by the rules: each is read by itself. Of two
    # that are called alike, the first is that of the longer path (RFC 6265, 5.4): ours, not that of who is above us.
    pieces = Headers(scope=scope).get("cookie", "").split(";")
    return next((found[name] for one in pieces if name in (found := cookie_parser(one))), "")


def keep(response: Response, request: Request, name: str, value: str, *, seconds: int, secret: bool = False) -> None:
    """Have the browser keep a cookie; no script reads a ``secret``, and no page of another site sends it."""
    response.set_cookie(
        name,
        value,
        max_age=seconds,
        path=f"{request.scope.get('root_path', '')}/",
        secure=request.url.scheme == "https",
        httponly=secret,
        samesite="strict" if secret else "lax",
    )
