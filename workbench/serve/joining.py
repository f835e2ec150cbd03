"""Using the link of an invitation, and leaving.

The secret stands behind the # of the link, so that no server, proxy or log ever sees it as part of an address;
the page sends it on as a form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.responses import RedirectResponse, Response

from workbench.errors import NotAllowed
from workbench.serve.gate import COOKIE
from workbench.serve.pages import form, page

if TYPE_CHECKING:
    from starlette.requests import Request

    from workbench.project.members import Members

DAY = 24 * 60 * 60
STAYS = 30 * DAY


async def show_join(request: Request) -> Response:
    """Show where the code of an invitation is entered; a link fills it in."""
    return page(request.scope, "join", says="", code="")


async def join(request: Request) -> Response:
    """Let somebody in by the code of their invitation: a cookie that no script can read, and on to the rooms."""
    members: Members = request.app.state.members
    code = (await form(request)).get("code", "")
    try:
        _, session = await to_thread.run_sync(members.admit, code)
    except NotAllowed as error:
        return page(request.scope, "join", status=403, says=str(error), code="")
    root = request.scope.get("root_path", "")
    response = RedirectResponse(f"{root}/", 303)
    response.set_cookie(
        COOKIE,
        session,
        max_age=STAYS,
        path=f"{root}/",
        secure=request.url.scheme == "https",
        httponly=True,
        samesite="strict",
    )
    return response


async def leave(request: Request) -> Response:
    """End this session; the invitation can be used again."""
    await to_thread.run_sync(request.app.state.members.leave, request.scope["session_secret"])
    root = request.scope.get("root_path", "")
    response = RedirectResponse(f"{root}/join", 303)
    response.delete_cookie(COOKIE, path=f"{root}/")
    return response
