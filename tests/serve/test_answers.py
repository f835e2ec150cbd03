"""What stands in every answer, and what stands in none."""

from __future__ import annotations

import io
import logging
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import anyio
import httpx
import pytest
from starlette.types import Receive, Scope, Send

from tests.serve.served import Served, serving
from workbench.model import Role
from workbench.project import Project
from workbench.serve.gate import HEADERS, Gate
from workbench.serve.settings import Settings
from workbench.serve.tls import own_certificate


def assert_guarded(answer: httpx.Response) -> None:
    """Check the headers that keep other sites and their code out."""
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS
    assert answer.headers["Cache-Control"] in ("no-store", "no-cache")


def test_every_answer_is_guarded(served: Served) -> None:
    """Pages, files, redirections, refusals, what there is not, and forms that fail."""
    ana, eve, stranger = served.peer("Ana", Role.FACILITATOR), served.peer("Eve"), served.stranger()
    answers = [
        *(
            ana.get(path)
            for path in ("/", "/rooms/beliefs", "/rooms/none", "/people", "/people/", "/reach", "/nothing")
        ),
        *(ana.get(f"/static/{name}") for name in ("host.js", "rooms.css", "panes/editor.js", "icon.svg", "none.js")),
        ana.get("/static/host.js", headers={"If-None-Match": ana.get("/static/host.js").headers["etag"]}),
        ana.head("/"),
        ana.put("/people"),
        ana.post("/people", data={"do": "invite", "names": "Ben", "role": "drafter"}),
        ana.post("/people", data={"do": "invite", "names": "Ben", "role": "drafter"}),
        eve.get("/people"),
        stranger.get("/"),
        stranger.get("/join"),
        stranger.join("wrong"),
        stranger.post("/join", headers={"Origin": "https://elsewhere.example"}),
        ana.post("/leave"),
    ]
    for answer in answers:
        assert_guarded(answer)
    assert {answer.status_code for answer in answers} >= {200, 303, 304, 400, 401, 403, 404, 405}


def test_too_much_is_refused_with_the_same_headers(project: Project) -> None:
    """Also the answer that says “wait”."""
    with serving(project, settings=Settings(requests=1)) as served:
        stranger = served.stranger()
        stranger.get("/join")
        answer = stranger.get("/join")
    assert answer.status_code == 429
    assert_guarded(answer)


def test_a_fault_is_a_page_in_words_with_the_same_headers(project: Project) -> None:
    """What fails behind the gate is raised for the log, and the person gets a sentence."""

    async def fails(_scope: Scope, _receive: Receive, _send: Send) -> None:
        raise RuntimeError("a fault of ours")

    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Gate(fails, project.members, Settings()), raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return await client.get("/join")

    # In a thread of its own: a browser test of the same process may have left a loop in this one.
    with ThreadPoolExecutor(1) as apart:
        answer = apart.submit(anyio.run, ask).result()
    assert answer.status_code == 500
    assert "Something failed here" in answer.text
    assert "RuntimeError" not in answer.text
    assert_guarded(answer)


@pytest.mark.parametrize("path", ["/nothing", "/static/none.js", "/static/panes/none.js"])
def test_a_page_that_there_is_not_leads_back(served: Served, path: str) -> None:
    """Its links are those of every page, also below the folders of files."""
    answer = served.peer("Ben").get(path)
    assert answer.status_code == 404
    assert 'href="/static/pages.css"' in answer.text
    assert 'href="/join"' in answer.text


@pytest.mark.parametrize(("root", "encrypted"), [("", False), ("/workbench", False), ("", True)])
def test_the_cookie(project: Project, tmp_path: Path, root: str, encrypted: bool) -> None:  # noqa: FBT001  # a case
    """No script reads it, no other site sends it, no other path gets it, no plain line carries what was encrypted."""
    certificate = own_certificate(tmp_path / "c", ["127.0.0.1"])[:2] if encrypted else None
    with serving(project, root=root, certificate=certificate) as served:
        _, code = served.invite("Ben")
        peer = served.stranger()
        answer = peer.join(code)
    assert answer.headers["Location"] == f"{root}/"
    secret, *said = answer.headers["Set-Cookie"].split("; ")
    assert len(secret) > len(peer.cookie_name) + 40
    assert {one.casefold() for one in said} >= {"httponly", "samesite=strict", f"path={root}/"}
    assert ("secure" in {one.casefold() for one in said}) is encrypted


def test_secrets_stand_in_no_address_and_no_log(project: Project) -> None:
    """Neither codes nor sessions, however much is logged, and whatever goes wrong."""
    log = io.StringIO()
    handler, root = logging.StreamHandler(log), logging.getLogger()
    # What the peers of this test log of themselves stays out.
    handler.addFilter(lambda record: not record.name.startswith(("httpx", "httpcore", "websockets.client")))
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with serving(project) as served:
            _, code = served.invite("Ben")
            ben = served.stranger()
            answers = [
                ben.join("2345-2345-2345"),
                ben.join(code),
                ben.get("/"),
                ben.get("/people"),
                ben.post("/people"),
            ]
            session = ben.session
            line = ben.line().shown()
            line.edit("b1", "title", "x", old="Belief 1")
            line.settled()
            line.say("editor", look=5)
            line.send([code, session])
            assert line.closed() == 4400
            answers.append(ben.post("/leave"))
    finally:
        root.setLevel(before)
        root.removeHandler(handler)
    assert "A page asked for what cannot be done" in log.getvalue()
    for secret in (session, code, code.replace("-", "")):
        assert secret not in log.getvalue()
        assert [one for one in answers if secret in one.headers.get("Location", "") or secret in one.text] == []
