"""What each role may do over the line, however it is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.serve.served import Served, made_project, serving
from workbench.model import Role
from workbench.project import Project

WRITES: dict[str, Any] = {
    "edit": {"id": "b1", "field": "title", "value": "Obey", "old": "Belief 1", "key": "b1/title", "n": 1},
    "add": {"kind": "belief"},
    "remove": "b1",
    "duplicate": "b1",
    "move": {"id": "b1", "by": 1},
    "ready": {"ids": ["b1"], "value": True},
    "shipped": "ccss-math-hs",
    "fetch": {"address": "http://127.0.0.1:9/package"},
    "upload": {"name": "a.csv", "id": "1", "at": 0, "size": 9},
    "meet": {"subject": "b1", "set": "s", "standard": "x", "strength": "full"},
    "agree": {"subject": "b1", "set": "s", "standard": "x"},
    "judge": {"subject": "b1", "set": "s", "standard": "x", "strength": "full"},
    "undo": None,
    "redo": None,
    "publish": {"case": True, "folder": "out"},
    "adopt": {"title": "First", "vote": "5 to 0", "effective": "2027"},
    "copy": None,
    "setting": {"key": "max_words", "value": "9"},
    "take": {"to": "x"},
    "decline": {"to": "x", "text": "No"},
}


def kept(project: Project) -> Any:
    """Return all that a deed could change."""
    folder = sorted(one.name for one in project.path.parent.iterdir() if project.path.name not in one.name)
    judged = project.judgements("b1")
    return project.framework, project.revision, project.editions, list(project.sets.infos), judged, folder


PUBLISH, STANDARDS = {"room": "publish", "at": ""}, {"room": "standards", "at": ""}
ROOMS = {"publish": PUBLISH, "adopt": PUBLISH, "upload": STANDARDS, "fetch": STANDARDS}
"""Where what was done is told beside its form; an address that names a thing would open the room of that thing."""
MAY = {Role.READER: set[str](), Role.COMMENTER: {"judge"}}


@pytest.mark.parametrize(
    ("role", "deed"), [(role, one) for role, may in MAY.items() for one in sorted(WRITES.keys() - may)]
)
def test_who_may_not_write_changes_nothing(served: Served, role: Role, deed: str) -> None:
    """What the page does not offer is refused when it is sent by hand: a sentence, and everything as it was."""
    line = served.peer("Rea", role).line(**ROOMS.get(deed, {"room": "beliefs"})).shown()
    before = kept(served.project)
    line.say("editor", **{deed: WRITES[deed]})
    line.until(lambda: any(one in f"{line.states}{line.answers}" for one in ("You are here as a", "'refused': True")))
    assert kept(served.project) == before


def test_a_drafter_writes_nothing_outside_the_project(served: Served, tmp_path: Path) -> None:
    """A folder is one of the computer that serves, so only who leads there chooses one."""
    line = served.peer("Ben").line().shown()
    line.say("editor", publish={"case": True, "folder": str(tmp_path / "elsewhere")})
    line.until(lambda: "You are here as a drafter" in f"{line.states}")
    assert not (tmp_path / "elsewhere").exists()


def test_a_facilitator_publishes_and_copies(served: Served) -> None:
    """The same deeds are done for who may."""
    line = served.peer("Ana", Role.FACILITATOR).line(room="publish", at="").shown()
    line.say("editor", publish={"case": True, "folder": "out"})
    line.until(lambda: "Written to" in f"{line.states}")
    assert (served.project.path.parent / "out").is_dir()
    line.say("editor", copy=None)
    assert line.until(lambda: [one for one in line.answers if "file" in one])


def test_another_role_counts_at_once(served: Served) -> None:
    """Up and down, on the open page and for the next request."""
    ana, ben = served.peer("Ana", Role.FACILITATOR), served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation

    def become(role: Role) -> None:
        answer = ana.post("/people", data={"do": "role", "id": ben.invitation.id, "role": role})  # type: ignore[union-attr]  # asserted above
        assert answer.status_code == 303

    become(Role.READER)
    line.edit("b1", "title", "Not now", old="Belief 1", n=1)
    assert "You are here as a reader" in line.settled(1)["refused"]
    assert line.settled(1)["later"] is True
    become(Role.DRAFTER)
    line.edit("b1", "title", "Now", old="Belief 1", n=2)
    assert "revision" in line.settled(2)
    assert ben.get("/people").status_code == 403
    become(Role.FACILITATOR)
    assert ben.get("/people").status_code == 200


def test_a_role_changed_by_another_process_is_noticed(served: Served) -> None:
    """The project's file is the truth, whoever writes it."""
    ben = served.peer("Ben")
    line = ben.line().shown()
    assert ben.invitation
    served.project.members.change_role(ben.invitation.id, Role.READER)
    line.until(lambda: _refused(line))


def _refused(line: Any) -> bool:
    line.edit("b1", "title", "x", old="Belief 1")
    return "refused" in line.settled()


@pytest.mark.parametrize("role", [Role.READER, Role.COMMENTER, Role.DRAFTER])
def test_only_facilitators_see_and_change_people(served: Served, role: Role) -> None:
    """A page and a form refused, nobody invited, no role changed."""
    eve = served.peer("Eve", role)
    assert eve.invitation
    assert eve.get("/people").status_code == 403
    for form in (
        {"do": "invite", "names": "Joe", "role": "facilitator"},
        {"do": "role", "id": eve.invitation.id, "role": "facilitator"},
        {"do": "renew", "id": eve.invitation.id},
        {"do": "revoke", "id": eve.invitation.id},
    ):
        answer = eve.post("/people", data=form)
        assert answer.status_code == 403
        assert "Only facilitators invite people" in answer.text
    assert [(one.name, one.role) for one in served.project.members.all()] == [("Eve", role)]


@pytest.mark.parametrize("form", [{}, {"do": "nothing"}, {"do": "invite"}, {"do": "role", "id": "x", "role": "king"}])
def test_a_form_that_is_none_of_ours_changes_nobody(served: Served, form: dict[str, str]) -> None:
    """A sentence or the page as it was."""
    ana = served.peer("Ana", Role.FACILITATOR)
    assert ana.post("/people", data=form).status_code in (303, 400)
    assert [(one.name, one.role) for one in served.project.members.all()] == [("Ana", Role.FACILITATOR)]


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "spaces", "plain", "{}\t"])
def test_a_code_is_known_however_it_is_typed(served: Served, typed: str) -> None:
    """In lower case, with spaces, without dashes."""
    _, code = served.invite("Ben")
    ways = {"lower": code.lower(), "spaces": code.replace("-", " "), "plain": code.replace("-", "").lower()}
    assert served.stranger().join(ways.get(typed, typed.format(code))).status_code == 303


def test_a_writer_is_shown_to_others_and_a_reader_is_none(served: Served) -> None:
    """Who writes where is told; a reader cannot pretend to, and nobody lets go of another's field."""
    ben, rea = served.peer("Ben").line().shown(), served.peer("Rea", Role.READER).line().shown()
    ben.send({"writing": {"key": "b1/title", "text": "Bel"}})
    rea.until(lambda: [one["name"] for one in rea.presence.get("leases", ())] == ["Ben"])
    rea.send({"rest": {"key": "b1/title", "saved": 0}})
    rea.say("editor", look={})
    rea.edit("b1", "title", "x", old="Belief 1")
    rea.settled()
    assert [one.name for one in served.project.presence.leases] == ["Ben"]
    rea.send({"writing": {"key": "b2/title", "text": "x"}})
    rea.edit("b2", "title", "x", old="Belief 2", n=2)
    assert "refused" in rea.settled(2)
    assert [one.key for one in served.project.presence.leases] == ["b1/title"]


def test_the_whole_is_served_again_after_a_restart(tmp_path: Path) -> None:
    """The same session works at the same address; the same page comes back and writes on."""
    with made_project(tmp_path) as project:
        with serving(project) as first:
            ben = first.peer("Ben")
            line = ben.line().shown()
            port, session = int(first.url.rpartition(":")[2]), ben.session
        with serving(project, port=port) as second:
            again = second.stranger()
            again.cookies = ben.cookies
            assert again.session == session
            assert again.get("/").status_code == 200
            after = again.line(line.page).shown()
            after.edit("b1", "title", "After", old="Belief 1")
            assert "revision" in after.settled()
