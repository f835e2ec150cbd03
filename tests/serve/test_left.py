"""What a page keeps when its line breaks: how its person looks, and what they were about to do."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest

from tests.serve.served import Line, Peer, Served, serving, wait_until
from workbench.model import Role
from workbench.project import Project
from workbench.serve import left
from workbench.serve.left import Cloakroom
from workbench.ui.desk import Desk
from workbench.ui.view import View

CSV = b"Code,Text\nA.1,Plan an investigation.\nA.2,Argue from data.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the files lie that arrive."""
    found = tmp_path / "arrived"
    found.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(found))
    return found


def broken(served: Served, line: Line) -> str:
    """Break a line, and wait until the server knows; return the page."""
    line.socket.close()
    wait_until(lambda: line.page not in [one.seat for one in served.project.presence.here])
    return line.page


def alone(line: Line) -> bool:
    """Return whether what the page marks is what its person says alone."""
    line.shown()
    return bool({one["name"]: one["on"] for one in line.states["outline"]["switches"]}["alone"])


def marking_alone(peer: Peer) -> Line:
    """Open a page in the room of alignment whose marks are its person's own."""
    line = peer.line(room="alignment", at="").shown()
    line.say("outline", look={"alone": True})
    line.until(lambda: alone(line))
    return line


def uploaded(peer: Peer) -> Line:
    """Open a page to which a table of standards has come whose columns are to be told."""
    line = peer.line(room="standards", at="add").shown()
    wish = {"name": "ours.csv", "id": "1", "at": 0, "size": len(CSV)}
    line.send({"pane": "editor", "message": {"upload": wish}, "bytes": True})
    line.socket.send(CSV)
    line.until(lambda: line.answers)
    return line


def arrived(line: Line) -> Any:
    """Return what a page shows of the file that arrived."""
    blocks = line.shown().states["editor"]["blocks"]
    return [one for one in blocks if "ours.csv" in f"{one}"]


def test_a_page_that_comes_back_looks_as_it_did(served: Served) -> None:
    """The next mark is no alignment for all, only because a line broke; where it stands its address says."""
    ben = served.peer("Ben")
    page = broken(served, marking_alone(ben))
    again = ben.line(page, room="alignment", at="")
    assert alone(again)
    elsewhere = ben.line(page, room="beliefs", at="b2").shown()
    assert elsewhere.states["outline"]["selected"] == "b2"
    assert again.closed() == 4401
    assert alone(ben.line(page, room="alignment", at=""))
    assert not alone(ben.line(room="alignment", at=""))


def test_what_arrived_is_here_still_when_the_page_comes_back(served: Served, folder: Path) -> None:
    """With its file, from which the columns are read anew."""
    ben = served.peer("Ben")
    line = uploaded(ben)
    shown = arrived(line)
    assert shown
    again = ben.line(broken(served, line), room="standards", at="add")
    assert arrived(again) == shown
    again.say("editor", drop=True)
    wait_until(lambda: not [*folder.iterdir()])


def test_rows_that_were_pasted_wait_for_the_page(served: Served) -> None:
    """They need not be pasted again to be kept."""
    ben = served.peer("Ben")
    line = ben.line(room="bring", at="").shown()
    line.say("editor", bring_paste={"text": "Title\tStatement\nCare\tWe care.", "kind": "belief"})
    line.shows("We care.")
    again = ben.line(broken(served, line), room="bring", at="").shown()
    again.say("editor", bring_keep=True)
    again.shows("Added 1 belief")
    assert "We care." in [one.statement for one in served.project.framework.beliefs.ordered()]


def test_nobody_else_gets_it_by_the_id_of_the_page(served: Served) -> None:
    """Not while the page is away either, and its own person is still let in."""
    ben, eve = served.peer("Ben"), served.peer("Eve")
    page = broken(served, marking_alone(ben))
    assert eve.line(page, room="alignment", at="").closed() == 4409
    assert alone(ben.line(page, room="alignment", at=""))


def test_who_lost_a_right_meanwhile_comes_back_without_it(served: Served) -> None:
    """What is kept is how one looks, not what one may do."""
    ben = served.peer("Ben")
    assert ben.invitation
    page = broken(served, marking_alone(ben))
    served.project.members.change_role(ben.invitation.id, Role.READER)
    again = ben.line(page, room="alignment", at="").shown()
    again.edit("b1", "title", "Mine", old="Belief 1")
    assert "refused" in again.settled()


def test_after_a_while_it_is_gone(served: Served, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file too, though nobody asks any more."""
    monkeypatch.setattr(left, "KEPT", 0.0)
    ben = served.peer("Ben")
    page = broken(served, uploaded(ben))
    wait_until(lambda: not [*folder.iterdir()])
    assert not arrived(ben.line(page, room="standards", at="add"))


def test_who_leaves_leaves_nothing(served: Served, folder: Path) -> None:
    """Whether the page is open or its line broke before."""
    ben = served.peer("Ben")
    broken(served, uploaded(ben))
    uploaded(ben)
    assert len([*folder.iterdir()]) == 2
    ben.post("/leave")
    wait_until(lambda: not [*folder.iterdir()])


def test_a_server_that_stops_leaves_no_files(project: Project, folder: Path) -> None:
    """Neither of pages that are open nor of those that are away."""
    with serving(project) as served:
        ben = served.peer("Ben")
        broken(served, uploaded(ben))
        uploaded(ben)
        assert len([*folder.iterdir()]) == 2
    assert not [*folder.iterdir()]


def test_it_is_kept_for_a_time_and_for_so_many_pages(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left first goes first; one person's many pages do not push out those of others."""
    now = [0.0]
    room = Cloakroom(lambda: now[0])
    desk = Desk(project, View())
    monkeypatch.setattr(left, "MOST", 7)
    room.keep("other", desk, "eve", "s")
    for number in range(6):
        room.keep(f"p{number}", desk, "ben", "s")
    assert [room.owner(one) for one in ("other", "p0", "p1")] == ["eve", "", "ben"]
    assert room.take("p1", "eve") is None
    assert room.take("p1", "ben") is desk
    assert room.take("p1", "ben") is None
    for number in range(3):
        room.keep(f"q{number}", desk, f"one {number}", "s")
    assert [room.owner(one) for one in ("other", "p2", "q2")] == ["", "ben", "one 2"]
    now[0] = left.KEPT
    assert room.take("q2", "one 2") is None
