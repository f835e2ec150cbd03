"""What is refused, to whom, and that nothing was done."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from tests.serve.served import Peer, Served, made_project, serving, wait_until
from workbench.model import Role
from workbench.project import Project
from workbench.serve.settings import Settings

PAGES = ("/", "/rooms/beliefs", "/people", "/reach")


def line_status(peer: Peer, **changed: Any) -> int:
    """Return the status with which a line is refused."""
    with pytest.raises(InvalidStatus) as refused:
        peer.line(**changed)
    return refused.value.response.status_code


@pytest.mark.parametrize("cookie", ["", "made-up", "=", "x" * 4000])
def test_without_a_session_there_is_the_page_to_join_and_nothing_else(served: Served, cookie: str) -> None:
    """No cookie, or one that somebody made up: each page is refused in a sentence, and so is the line."""
    peer = served.stranger()
    given = {"Cookie": f"{peer.cookie_name}={cookie}"} if cookie else {}
    for path in PAGES:
        answer = peer.get(path, headers=given)
        assert answer.status_code == 401
        assert "Open the link of your invitation" in answer.text
        assert "district" not in answer.text
    assert peer.post("/people", data={"do": "invite", "names": "Eve", "role": "facilitator"}).status_code == 401
    assert line_status(peer, cookie=given.get("Cookie")) == 403
    assert peer.get("/join").status_code == 200
    assert served.project.members.all() == ()


def test_a_session_is_read_beside_cookies_of_other_programs(served: Served) -> None:
    """Cookies do not tell ports apart: what another server on this machine set stands in the same header."""
    peer = served.peer("Ben")
    others = f'_xsrf=2|a|b; odd={{"a": 1}}; café; {peer.cookie_name}={peer.session}; last="'
    answer = served.stranger().get("/", headers=[(b"Cookie", others.encode())])
    assert answer.status_code == 200


def test_one_browser_is_in_two_projects_of_one_computer(served: Served, tmp_path: Path) -> None:
    """Each server keeps a session of its own, and leaving one is not leaving the other."""
    folder = tmp_path / "beside"
    folder.mkdir()
    with made_project(folder) as other, serving(other) as beside:
        peer = served.peer("Ben")
        _, code = beside.invite("Ben")
        assert peer.post(f"{beside.url}/join", data={"code": code}, headers={"Origin": beside.url}).status_code == 303
        assert [peer.get(f"{url}/").status_code for url in (served.url, beside.url)] == [200, 200]
        assert peer.post("/leave").status_code == 303
        assert [peer.get(f"{url}/").status_code for url in (served.url, beside.url)] == [401, 200]


def test_one_browser_is_in_two_projects_behind_one_proxy(served: Served, tmp_path: Path) -> None:
    """One stands at the top and the other below it, where a browser sends the cookies of both."""
    folder = tmp_path / "beside"
    folder.mkdir()
    proxy = {"Host": "district.example", "Origin": "https://district.example"}
    with made_project(folder) as other, serving(other, root="/other") as below:
        kept = []
        for one in (below, served):  # as browsers do, the longer path first
            answer = one.stranger().post("/join", data={"code": one.invite("Ben")[1]}, headers=proxy)
            kept.append(answer.headers["set-cookie"].partition(";")[0])
        assert served.stranger().get("/", headers={**proxy, "Cookie": kept[1]}).status_code == 200
        both = {**proxy, "Cookie": "; ".join(kept)}
        assert below.stranger().get("/", headers=both).status_code == 200
        assert kept[1].startswith("workbench_session=")


def test_somebody_elses_page_is_not_taken_over(served: Served) -> None:
    """The id of a page is told to all who are here, and opens nothing; the page stays open."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve")
    assert eve.line(ben.page).closed() == 4409
    ben.edit("b1", "title", "Still here", old="Belief 1")
    assert "revision" in ben.settled()


def test_a_page_has_no_line_in_somebody_elses_name(served: Served) -> None:
    """Another link was opened in the same browser, of this project or of one that is served here since."""
    ana, rea = served.peer("Ana", Role.FACILITATOR), served.peer("Rea")
    assert ana.invitation
    assert f'data-whose="{ana.invitation.person}"' in ana.get("/").text
    page = ana.line(whose=ana.invitation.person).shown()
    page.socket.close()
    wait_until(lambda: served.project.presence.here == ())
    ana.cookies = rea.cookies
    assert ana.line(whose=ana.invitation.person).closed() == 4409
    assert ana.line(page.page, whose=ana.invitation.person).closed() == 4409
    assert [one.name for one in served.project.presence.here] == []


@pytest.mark.parametrize("page", ["", "x", "../../etc/passwd", "0" * 33, "ABCDEF012345", "0123456789abcdef\n"])
def test_what_is_no_id_of_a_page_is_refused(served: Served, page: str) -> None:
    """Only ids as our pages make them."""
    line = served.peer("Ben").line(page or " ")
    assert line.closed() == 4400


def test_who_is_no_longer_invited_is_out_at_once(served: Served) -> None:
    """An open line is closed with its reason, and each page refused, although the cookie is still there."""
    ana, ben = served.peer("Ana", Role.FACILITATOR), served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation
    assert ana.post("/people", data={"do": "revoke", "id": ben.invitation.id}).status_code == 303
    assert line.closed() == 4401
    assert [ben.get(path).status_code for path in PAGES] == [401] * 4
    assert line_status(ben) == 403
    assert [one.name for one in served.project.presence.here] == []


def test_a_new_link_ends_the_pages_of_the_old_one(served: Served) -> None:
    """Whoever has the old link or its session is out; the new link lets in."""
    ana, ben = served.peer("Ana", Role.FACILITATOR), served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation
    sheet = ana.post("/people", data={"do": "renew", "id": ben.invitation.id})
    assert sheet.status_code == 200
    assert line.closed() == 4401
    assert ben.get("/").status_code == 401
    code = sheet.text.partition('wb-code-word">')[2].partition("<")[0]
    assert ben.join(code).status_code == 303
    assert ben.get("/").status_code == 200


def test_who_leaves_is_out_in_every_tab(served: Served) -> None:
    """Leaving ends the session: a second tab that is still open on a shared computer can do nothing more."""
    ben = served.peer("Ben")
    line = ben.line().shown()
    assert ben.post("/leave").status_code == 303
    assert line.closed() == 4401
    assert ben.get("/").status_code == 401


def test_an_invitation_that_ran_out(served: Served) -> None:
    """It says when it ran out, and sets no cookie."""
    _, code = served.project.members.invite("Ben", Role.DRAFTER, days=0)
    answer = served.stranger().join(code)
    assert answer.status_code == 403
    assert "This invitation ran out on" in answer.text
    assert "set-cookie" not in answer.headers


def test_an_invitation_that_runs_out_meanwhile_closes_the_line(served: Served) -> None:
    """A page that is left open does not outlast its invitation."""
    ben = served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation
    served.project.members.revoke(ben.invitation.id)  # as from another process: the server is not told
    assert line.closed() == 4401


@pytest.mark.parametrize(
    "origin", ["https://elsewhere.example", "null", "http://127.0.0.1", "http://[bad", "file://", None]
)
def test_pages_of_other_sites_ask_for_nothing(served: Served, origin: str | None) -> None:
    """A form or a line counts only when a page of ours asks, whatever the cookie says."""
    ana = served.peer("Ana", Role.FACILITATOR)
    del ana.headers["Origin"]
    given = {} if origin is None else {"Origin": origin}
    form = {"do": "invite", "names": "Eve", "role": "facilitator"}
    for path in ("/people", "/join", "/leave"):
        answer = ana.post(path, data=form, headers=given)
        assert answer.status_code == 403
        assert "by a page of another site" in answer.text
    assert line_status(ana, origin=origin) == 403
    assert [one.name for one in served.project.members.all()] == ["Ana"]
    assert ana.get("/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/_solara/api/close/x",
        "/api/kernels",
        "/api/kernels/x/channels",
        "/jupyter/api/kernels",
        "/static/../people.py",
        "/static/%2e%2e/gate.py",
        "/static/panes/..%2f..%2fdesk.py",
        "/live",
        "/openapi.json",
    ],
)
def test_there_is_nothing_but_our_pages(served: Served, path: str) -> None:
    """What other hosts of rooms offer is not here, not even to a facilitator."""
    ana = served.peer("Ana", Role.FACILITATOR)
    line = ana.line().shown()
    assert ana.get(path).status_code == 404
    assert ana.post(path).status_code in (404, 405)
    ana.request("DELETE", f"{path}?page={line.page}")
    line.edit("b1", "title", "Still here", old="Belief 1")
    assert "revision" in line.settled()


EXECUTE = {"code": "import os; os.system('id')", "silent": False}


@pytest.mark.parametrize(
    "said",
    [
        "no JSON",
        "[]",
        "[1, 2]",
        "1",
        "null",
        '"text"',
        "{}",
        '{"pane": "kitchen", "message": {"look": {}}}',
        '{"pane": "editor", "message": {}}',
        '{"pane": "editor", "message": []}',
        '{"pane": "editor", "message": {"look": {}, "edit": {}}}',
        '{"pane": "editor", "message": {"upload": 1}, "bytes": true}',
        '{"bytes": true}',
        '{"bytes": true, "message": {"a": 1, "b": 2}}',
        '{"pane": ["editor"], "message": {"look": {}}}',
        '{"header": {"msg_type": "execute_request"}, "content": {"code": "1"}, "channel": "shell"}',
        '{"header": {"msg_type": "complete_request"}, "content": {"code": "os."}, "channel": "shell"}',
        '{"header": {"msg_type": "debug_request"}, "content": {"command": "attach"}, "channel": "control"}',
        '{"pane": "editor", "message": {"method": "update", "state": {"value": 1}, "buffer_paths": []}}',
        '{"writing": {"key": 1, "text": 2}}',
        "[" * 100_000,
        b"bytes that nobody announced",
    ],
)
def test_what_our_pages_never_say_ends_the_line(
    served: Served, said: str | bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """The line that said it is closed, nothing is changed, no fault of the program is logged, and others go on."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    before = served.project.revision
    eve.socket.send(said)
    if said == '{"pane": "editor", "message": {"upload": 1}, "bytes": true}':
        # The line may be closed before the bytes are on their way.
        with contextlib.suppress(ConnectionClosed):
            eve.socket.send(b"content")
    assert eve.closed() == 4400
    assert served.project.revision == before
    assert [one.getMessage() for one in caplog.records] == []
    ben.edit("b1", "title", "Still here", old="Belief 1")
    assert "revision" in ben.settled()


@pytest.mark.parametrize("deed", ["execute_request", "complete_request", "debug_request", "kill", "__init__", "desk"])
def test_a_deed_that_there_is_not_is_told(served: Served, deed: str) -> None:
    """A sentence, nothing else."""
    line = served.peer("Ben").line().shown()
    line.say("editor", **{deed: EXECUTE})
    assert line.shows(f"There is no action “{deed}”")


@pytest.mark.parametrize(
    "message",
    [
        {"edit": {}},
        {"edit": None},
        {"edit": {"id": "b1", "field": "__class__", "value": 1}},
        {"look": {"find": {"a": 1}}},
        {"look": {"set": ["x"]}},
        {"look": {"message": 5}},
        {"look": None},
        {"select": {"a": 1}},
        {"select": 7},
        {"visit": {"room": [], "at": None}},
        {"matrix": {"rows": {}}},
        {"branch": {"set": 1}},
        {"search": 3},
        {"upload": {"name": "x", "id": 1, "at": "no", "size": 1}},
        {"ready": {"ids": [["b1"]], "value": "x"}},
    ],
)
def test_a_deed_with_nonsense_leaves_the_page_usable(served: Served, message: dict[str, Any]) -> None:
    """Whatever a message made by hand holds, the next honest edit is saved and shown."""
    line = served.peer("Ben").line().shown()
    line.say("editor", **message)
    line.edit("b2", "title", "Next", old="Belief 2")
    assert "revision" in line.settled()
    line.say("editor", visit={"room": "beliefs", "at": "b2"})
    assert line.shows("Next")


def test_a_huge_frame_ends_the_line(served: Served) -> None:
    """More than four megabytes in one piece are not taken in at all."""
    line = served.peer("Ben").line().shown()
    with contextlib.suppress(ConnectionClosed):  # the line may end before the last of it was sent
        line.socket.send("x" * (5 * 1024 * 1024))
    # The word for it (1009), or a bare end (1006) where what was still on its way met a closed door.
    assert line.closed() in (1009, 1006)
    assert served.peer("Eve").line().shown().shows("Belief 1")


def test_joins_are_limited(project: Project) -> None:
    """Codes cannot be tried one after the other; pages go on."""
    with serving(project, settings=Settings(joins=3)) as served:
        stranger = served.stranger()
        assert [stranger.join("2222-2222-2222").status_code for _ in range(5)] == [403, 403, 403, 429, 429]
        assert stranger.get("/join").status_code == 200


def test_requests_are_limited_by_person(project: Project) -> None:
    """Who asks too often waits; others at the same address, a whole school perhaps, go on."""
    with serving(project, settings=Settings(requests=30)) as served:
        ben, eve = served.peer("Ben"), served.peer("Eve")
        statuses = [ben.get("/reach").status_code for _ in range(40)]
        assert statuses == [200] * 30 + [429] * 10
        assert "Too many requests" in ben.get("/").text
        assert line_status(ben) == 403
        assert eve.get("/reach").status_code == 200


def test_messages_are_paced(project: Project) -> None:
    """A page that floods waits its turn; nothing is lost, and others are served meanwhile."""
    with serving(project, settings=Settings(messages=5)) as served:
        ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
        for number in range(30):
            ben.edit("b1", "title", f"Title {number}", n=number)
        eve.edit("b2", "title", "Not held up", old="Belief 2")
        assert "revision" in eve.settled()
        assert served.project.framework.get("b1").title != "Title 29"  # type: ignore[attr-defined]  # a belief
        assert ben.settled(29)


def test_forms_are_cut_off(served: Served) -> None:
    """A form as large as no form of ours is not kept in memory, and invites nobody."""
    ana = served.peer("Ana", Role.FACILITATOR)
    names = "&".join(f"names={number}" for number in range(200_000))
    answer = ana.post("/people", content=f"{names}&do=invite&role=reader", headers={"Content-Type": "text/plain"})
    assert answer.status_code in (303, 400)
    assert [one.name for one in served.project.members.all()] == ["Ana"]


def test_a_list_of_names_that_is_too_long_is_told(served: Served) -> None:
    """Names are never dropped silently."""
    ana = served.peer("Ana", Role.FACILITATOR)
    names = "\n".join(f"Person {number}" for number in range(201))
    answer = ana.post("/people", data={"do": "invite", "names": names, "role": "reader"})
    assert answer.status_code == 400
    assert "200" in answer.text
    assert [one.name for one in served.project.members.all()] == ["Ana"]


def test_a_killed_page_frees_its_place(served: Served) -> None:
    """A browser that dies without a word is gone from the list of who is here."""
    ben, eve = served.peer("Ben").line().shown(), served.peer("Eve").line().shown()
    ben.until(lambda: ben.names_here() == ["Ben", "Eve"])
    eve.socket.socket.close()
    ben.until(lambda: ben.names_here() == ["Ben"])
    wait_until(lambda: len(served.project.presence.here) == 1)
