"""Behind a reverse proxy under a path of its own, which it hands on or takes away."""

from __future__ import annotations

import asyncio
import contextlib
import re
from collections.abc import Iterator
from threading import Thread
from urllib.parse import urlsplit

import httpx
import pytest
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed
from websockets.typing import Origin

from tests.serve.served import PATIENCE, Peer, Served, serving, wait_until
from workbench.model import Role
from workbench.project import Project
from workbench.serve.running import LOCAL, bound

ROOT = "/workbench"
METHODS = ["GET", "HEAD", "POST"]


def proxy(target: str, *, strips: bool) -> Starlette:
    """Return a proxy for all that is under the path, as nginx or Caddy would be set up; it speaks https outside."""

    def behind(path: str, query: str) -> str:
        return f"{target}{path.removeprefix(ROOT) if strips else path}{f'?{query}' if query else ''}"

    async def pages(request: Request) -> Response:
        headers = [*request.headers.items(), ("x-forwarded-proto", "https"), ("x-forwarded-for", "203.0.113.7")]
        async with httpx.AsyncClient() as client:
            url = behind(request.url.path, request.url.query)
            answer = await client.request(request.method, url, headers=headers, content=await request.body())
        found = Response(answer.content, answer.status_code)
        found.raw_headers = [one for one in answer.headers.raw if one[0].lower() != b"content-encoding"]
        return found

    async def line(websocket: WebSocket) -> None:
        inside = urlsplit(behind(websocket.url.path, websocket.url.query))
        url = inside._replace(scheme="ws", netloc=websocket.headers["host"]).geturl()
        kept = {"Cookie": websocket.headers["cookie"]}
        origin = Origin(websocket.headers["origin"])
        async with connect(
            url, origin=origin, additional_headers=kept, proxy=None, host=inside.hostname, port=inside.port
        ) as other:
            await websocket.accept()

            async def forth() -> None:
                async for text in websocket.iter_text():
                    await other.send(text)

            task = asyncio.create_task(forth())
            with contextlib.suppress(ConnectionClosed):
                async for told in other:
                    await websocket.send_text(str(told))
            task.cancel()

    return Starlette(
        routes=[Route(f"{ROOT}{{path:path}}", pages, methods=METHODS), WebSocketRoute(f"{ROOT}{{path:path}}", line)]
    )


@contextlib.contextmanager
def running(app: Starlette) -> Iterator[str]:
    """Run the proxy; yield its address."""
    listener = bound(LOCAL, 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", ws="websockets-sansio", proxy_headers=False))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    wait_until(lambda: server.started)
    yield f"http://{LOCAL}:{listener.getsockname()[1]}{ROOT}"
    server.should_exit = True
    thread.join(PATIENCE)
    listener.close()


@pytest.fixture(params=["takes the path away", "hands the path on", "none"])
def reached(request: pytest.FixtureRequest, project: Project) -> Iterator[tuple[Served, str]]:
    """Serve under a path, and give the address outside: of a proxy of either kind, or the server's own."""
    with serving(project, root=ROOT) as served:
        if request.param == "none":
            yield served, served.url
            return
        target = served.url.removesuffix(ROOT)
        with running(proxy(target, strips=request.param == "takes the path away")) as url:
            yield served, url


def test_everything_works_under_the_path(reached: tuple[Served, str]) -> None:
    """Joining, every link and file of every page, the cookie's path, the line, sheets with links, leaving."""
    served, url = reached
    proxied = url != served.url
    _, code = served.invite("Ana", Role.FACILITATOR)
    with contextlib.ExitStack() as ends:
        ana = ends.enter_context(Peer(url, ends, None))
        joined = ana.join(code)
        assert (joined.status_code, joined.headers["Location"]) == (303, f"{ROOT}/")
        cookie = next(one for one in ana.cookies.jar)
        assert (cookie.path, cookie.secure) == (f"{ROOT}/", proxied)
        # A browser takes this machine for safe; httpx sends no cookie marked so over a plain line.
        ana.headers["Cookie"] = f"{cookie.name}={cookie.value}"
        ana.cookies.clear()
        host = url.removesuffix(ROOT)
        for path in ("/", "/rooms/beliefs", "/people", "/reach", "/join", "/nothing", "/static/none"):
            page = ana.get(path).text
            links = re.findall(r'(?:href|src|action)="(/[^"]*)"', page)
            assert links
            assert {urlsplit(one).path.split("/")[1] for one in links} == {ROOT[1:]}
            for one in links:
                assert ana.get(f"{host}{one}").status_code in (200, 405), one
        assert ana.get("/static/panes/editor.js").status_code == 200
        assert ana.get("/rooms/none").headers["Location"] == f"{ROOT}/"
        line = ana.line(cookie=ana.headers["Cookie"]).shown()
        line.edit("b1", "title", "Through", old="Belief 1")
        assert "revision" in line.settled()
        sheet = ana.post("/people", data={"do": "invite", "names": "Ben", "role": "drafter"}).text
        assert f"{ROOT}/join#" in sheet
        assert ana.post("/leave").headers["Location"] == f"{ROOT}/join"


@pytest.mark.parametrize("path", ["", "/"])
def test_the_path_alone_leads_to_the_rooms(project: Project, path: str) -> None:
    """With its last slash and without."""
    with serving(project, root=ROOT) as served:
        ben = served.peer("Ben")
        answer = ben.get(f"{served.url}{path}", headers={"Cookie": f"{ben.cookie_name}={ben.session}"})
        assert answer.status_code in (200, 307)
        assert answer.headers.get("Location", f"{served.url}/") == f"{served.url}/"
