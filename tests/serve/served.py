"""A real server on a real project, and its peers: a browser without a screen for each person."""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
import ssl
import time
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar
from urllib.parse import urlencode, urlsplit

import httpx
import uvicorn
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from workbench.model import Belief, Invitation, Role, add_many
from workbench.project import Project, create_project
from workbench.serve.cookies import session_cookie
from workbench.serve.running import LOCAL, Listening, bound, configured
from workbench.serve.settings import Settings

T = TypeVar("T")
PATIENCE = 20.0
AMPLE = Settings(joins=10_000, requests=1_000_000, messages=10_000)
"""Limits that no test meets by accident."""


def made_project(folder: Path) -> Project:
    """Make a project with nine beliefs, as Ana Ruiz, who leads the committee."""
    project = create_project(folder / "district.workbench", starter="blank", person="Ana Ruiz")
    beliefs = [Belief(id=f"b{number}", code=f"B{number}", title=f"Belief {number}") for number in range(1, 10)]
    project.edit(add_many(project.framework, beliefs))
    return project


@dataclass(frozen=True)
class Served:
    """A running server, with the project that it serves and where it is reached."""

    url: str
    project: Project
    ends: contextlib.ExitStack
    trust: ssl.SSLContext | None = None

    def invite(self, name: str, role: Role = Role.DRAFTER) -> tuple[Invitation, str]:
        """Invite somebody; return the invitation and its code."""
        return self.project.members.invite(name, role)

    def stranger(self) -> Peer:
        """Return the browser of somebody who has not joined."""
        return self.ends.enter_context(Peer(self.url, self.ends, self.trust))

    def peer(self, name: str, role: Role = Role.DRAFTER) -> Peer:
        """Invite somebody, and return their browser once they have joined."""
        found, code = self.invite(name, role)
        peer = self.stranger()
        assert peer.join(code).status_code == 303
        peer.invitation = found
        return peer


@contextlib.contextmanager
def serving(
    project: Project,
    *,
    root: str = "",
    certificate: tuple[Path, Path] | None = None,
    settings: Settings = AMPLE,
    port: int = 0,
) -> Iterator[Served]:
    """Serve a project as `workbench serve` does, on a port of this machine, until the end."""
    listener = bound(LOCAL, port)
    listening = Listening(host=LOCAL, port=listener.getsockname()[1], tls=certificate is not None, root=root)
    server = uvicorn.Server(configured(project, listening, certificate, settings))
    thread = Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    wait_until(lambda: server.started or not thread.is_alive())
    assert server.started
    trust = ssl.create_default_context(cafile=certificate[0]) if certificate else None
    try:
        with contextlib.ExitStack() as ends:
            yield Served(listening.addresses[0], project, ends, trust)
    finally:
        server.should_exit = True
        thread.join(PATIENCE)
        listener.close()
    assert not thread.is_alive()


def wait_until(true: Callable[[], T]) -> T:
    """Wait until a condition holds, and return what made it true; fail after the usual patience."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, "the condition never came true"
        time.sleep(0.01)
    return found


def outcome(wanted: Coroutine[Any, Any, T]) -> T:
    """Return what comes of something that is awaited: in a thread of its own, as a browser may run in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, wanted).result(PATIENCE)


class Peer(httpx.Client):
    """A browser: it keeps cookies and says with each request which page asks."""

    def __init__(self, url: str, ends: contextlib.ExitStack, trust: ssl.SSLContext | None) -> None:
        """Begin with no cookie; lines are closed with ``ends``."""
        self.url = url
        self.ends = ends
        self.trust = trust
        self.invitation: Invitation | None = None
        verify: ssl.SSLContext | bool = trust or True
        super().__init__(base_url=url, headers={"Origin": origin_of(url)}, verify=verify, timeout=PATIENCE)

    @property
    def cookie_name(self) -> str:
        """What this server calls the cookie of a session."""
        asked = urlsplit(self.url)
        return session_cookie({"type": "http", "root_path": asked.path, "headers": [(b"host", asked.netloc.encode())]})

    @property
    def session(self) -> str:
        """The secret of the session; empty where there is none."""
        return next((one.value or "" for one in self.cookies.jar if one.name == self.cookie_name), "")

    def join(self, code: str) -> httpx.Response:
        """Enter the code of an invitation."""
        return self.post("/join", data={"code": code})

    def line(self, page: str = "", **changed: Any) -> Line:
        """Open a page's line; ``changed`` are room, at, whose, origin or cookie where they are not the usual ones."""
        page = page or secrets.token_hex(8)
        query = {"page": page, "room": changed.get("room", "beliefs"), "at": changed.get("at", "b1")}
        query |= {name: one for name, one in changed.items() if name == "whose"}
        cookie = changed.get("cookie", f"{self.cookie_name}={self.session}" if self.session else None)
        socket = connect(
            f"{self.url.replace('http', 'ws', 1)}/live?{urlencode(query)}",
            origin=changed.get("origin", origin_of(self.url)),
            additional_headers={"Cookie": cookie} if cookie else None,
            ssl=self.trust,
            proxy=None,
            max_size=None,
            open_timeout=PATIENCE,
            close_timeout=1,
        )
        return Line(self.ends.enter_context(socket), page)


def origin_of(url: str) -> str:
    """Return the origin that a browser names for a page of this address."""
    return "/".join(url.split("/")[:3])


@dataclass
class Line:
    """A page's line, and what the page has been shown so far."""

    socket: ClientConnection
    page: str
    states: dict[str, Any] = field(default_factory=dict)
    presence: dict[str, Any] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)

    def say(self, pane: str, **message: Any) -> None:
        """Ask what a pane asks."""
        self.send({"pane": pane, "message": message})

    def send(self, message: Any) -> None:
        """Send anything as JSON."""
        self.socket.send(json.dumps(message))

    def edit(self, thing: str, name: str, value: Any, *, old: Any = "", base: int | None = None, n: int = 1) -> None:
        """Type a value into a field of a thing."""
        wish = {"id": thing, "field": name, "value": value, "old": old, "base": base, "key": f"{thing}/{name}", "n": n}
        self.say("editor", edit=wish)

    def hear(self, timeout: float = PATIENCE) -> None:
        """Take in one message."""
        data = self.socket.recv(timeout)
        match {} if isinstance(data, bytes) else json.loads(data):
            case {"patch": dict(patch)}:
                self.states |= {name: apply(self.states.get(name, {}), steps) for name, steps in patch.items()}
            case {"presence": dict(presence)}:
                self.presence = presence
            case {"answer": dict(answer)}:
                self.answers.append(answer)

    def until(self, true: Callable[[], T]) -> T:
        """Take in messages until a condition holds; return what made it true."""
        end = time.monotonic() + PATIENCE
        while not (found := true()):
            self.hear(max(0.01, end - time.monotonic()))
        return found

    def shown(self) -> Line:
        """Wait until the page is drawn."""
        self.until(lambda: "header" in self.states)
        return self

    def shows(self, text: str) -> bool:
        """Wait until the page shows a text."""
        return self.until(lambda: text in json.dumps(self.states, ensure_ascii=False))

    def settled(self, n: int = 1) -> dict[str, Any]:
        """Wait for the answer to an edit."""
        found = self.until(lambda: [one for one in self.answers if one.get("settled", {}).get("n") == n])
        told: dict[str, Any] = found[-1]["settled"]
        return told

    def names_here(self) -> list[str]:
        """Return who is here, as the page was told last."""
        return [one["name"] for one in self.presence.get("here", ())]

    def closed(self) -> int:
        """Wait until the other side closes the line; return with which code."""
        with contextlib.suppress(ConnectionClosed):
            while True:
                self.hear()
        return self.socket.close_code or 0


def apply(state: Any, steps: list[Any]) -> Any:
    """Return a state after steps: the twin of `apply` in steps.js."""
    root = state
    for path, *now in steps:
        if not path:
            (root,) = now
            continue
        place = root
        for key in path[:-1]:
            place = place[key]
        if now:
            (place[path[-1]],) = now
        else:
            del place[path[-1]]
    return root
