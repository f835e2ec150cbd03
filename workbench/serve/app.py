"""The application: one door, our pages, and the rooms behind it."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles

from workbench.localize import N_, _
from workbench.serve.gate import Gate
from workbench.serve.hub import Hub
from workbench.serve.joining import Guesses, join, leave, show_join
from workbench.serve.language import choose_language
from workbench.serve.live import live
from workbench.serve.pages import page, refusal
from workbench.serve.people import change_people, show_people
from workbench.serve.reach import show_reach
from workbench.serve.settings import Settings
from workbench.ui.panes.bundles import PANES, STATIC, style
from workbench.ui.rooms import ROOMS

if TYPE_CHECKING:
    from starlette.requests import Request

    from workbench.project import Project

OWN = Path(__file__).with_name("static")
NOTHING = N_("There is no such page here. Go to the rooms and choose from there.")
NOT_SO = N_("This page cannot be asked that way.")
FRESH = {"Cache-Control": "no-cache"}
"""Files are asked for again each time, and then mostly not sent: an update of the workbench is seen at once."""


def application(project: Project, settings: Settings | None = None) -> Starlette:
    """Return the application that serves ``project``, opened by its facilitator, to everybody who is invited."""
    chosen = settings or Settings()
    hub = Hub(project)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Nobody who joins has to wait until sentences are read for the first time.
        await to_thread.run_sync(project.read_sentences)
        await to_thread.run_sync(partial(project.findings, drafts=True))
        async with hub.running():
            yield

    app = Starlette(
        routes=[
            Route("/", show_rooms),
            Route("/rooms/{room}", show_rooms),
            Route("/join", show_join),
            Route("/join", join, methods=["POST"]),
            Route("/leave", leave, methods=["POST"]),
            Route("/language", choose_language, methods=["POST"]),
            Route("/people", show_people),
            Route("/people", change_people, methods=["POST"]),
            Route("/reach", show_reach),
            Route("/static/rooms.css", show_style),
            Mount("/static/panes", StaticFiles(directory=STATIC)),
            Mount("/static", StaticFiles(directory=OWN)),
            WebSocketRoute("/live", live),
        ],
        middleware=[Middleware(Gate, members=project.members, settings=chosen)],
        exception_handlers={HTTPException: _said},
        lifespan=lifespan,
    )
    app.state.hub, app.state.members, app.state.settings = hub, project.members, chosen
    app.state.guesses = Guesses(chosen.joins)
    return app


async def show_rooms(request: Request) -> Response:
    """Show the page that hosts the rooms."""
    room = request.path_params.get("room", "start")
    if room not in ROOMS:
        return RedirectResponse(f"{request.scope.get('root_path', '')}/", 303)
    district = request.app.state.hub.project.framework.district
    return page(
        request.scope,
        "rooms",
        title=ROOMS[room].title,
        district=district.title or _("Your district"),
        panes=list(PANES),
    )


async def show_style(_request: Request) -> Response:
    """Return the style sheet of the rooms."""
    return Response(style(), media_type="text/css", headers=FRESH)


async def _said(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 500
    return refusal(request.scope, status, _(NOTHING if status == 404 else NOT_SO))  # noqa: PLR2004  # HTTP's own number
