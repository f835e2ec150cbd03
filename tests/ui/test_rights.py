"""What the rooms offer to whom: every deed has its role, and no state offers what would be refused."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from workbench.errors import NotAllowed
from workbench.model import Role
from workbench.project import Project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.rights import ASKED_BY, NEEDS, WHOLE, fitted
from workbench.ui.rooms import ROOMS
from workbench.ui.view import State, View

LOOKING = {
    *("select", "go", "room", "visit", "language", "look", "matrix", "reveal_standard", "find_text"),
    *("download", "export", "crosswalk"),
}


def shown(project: Project, role: Role, room: str, at: str = "") -> dict[str, State]:
    """Return the states that somebody in a role sees in a room."""
    desk = Desk(project.beside(project.person_id, role), View(room=room, selected={room: at} if at else {}))
    desk.sentences = False
    return states(gather(desk, shell="s"))  # noqa: S604  # the name of a page


def wishes(value: Any) -> Iterator[str]:
    """Yield the names of what a state offers to do."""
    if isinstance(value, list):
        for one in value:
            yield from wishes(one)
    elif isinstance(value, dict):
        if isinstance(do := value.get("do"), dict):
            yield from do
        if value.get("type") == "form":
            yield value["name"]
        if value.get("type") in ASKED_BY:
            yield ASKED_BY[value["type"]]
        for key, one in value.items():
            if key not in WHOLE:
                yield from wishes(one)


def test_every_deed_has_its_role(project: Project) -> None:
    """A new deed is decided on here, before anybody is offered it."""
    assert set(Desk(project, View()).deeds) == LOOKING | set(NEEDS)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("room", list(ROOMS))
def test_nobody_is_offered_what_would_be_refused(project: Project, role: Role, room: str) -> None:
    """In every room, for every role."""
    offered = set(wishes(shown(project, role, room)))
    assert {one for one in offered if one in NEEDS and not role.may(NEEDS[one])} == set()


def test_a_facilitator_is_shown_everything(project: Project) -> None:
    """Nothing is taken away, and nothing is copied."""
    panes = shown(project, Role.FACILITATOR, "publish")
    assert fitted(panes, Role.FACILITATOR, "publish") is panes
    assert {"publish", "adopt"} <= set(wishes(panes))
    assert (panes["editor"]["only"], panes["editor"]["writes"]) == ("", True)


def test_a_closed_form_says_whose_it_is(project: Project) -> None:
    """In place of the boxes."""
    blocks = shown(project, Role.DRAFTER, "publish")["editor"]["blocks"]
    assert [one["says"].endswith("Only a facilitator does this.") for one in blocks[:2]] == [True, True]


@pytest.mark.parametrize("role", [Role.READER, Role.COMMENTER])
def test_who_may_not_write_brings_nothing_in(project: Project, role: Role) -> None:
    """The room says whose it is, in place of boxes that would be refused afterwards."""
    blocks = shown(project, role, "bring")["editor"]["blocks"]
    assert {one["type"] for one in blocks} == {"fields"}
    assert all(one["says"].endswith("Only drafters and facilitators do this.") for one in blocks)
    assert "paste" not in [one["key"] for one in shown(project, role, "start")["editor"]["blocks"]]
    assert "paste" in [one["key"] for one in shown(project, Role.DRAFTER, "start")["editor"]["blocks"]]


@pytest.mark.parametrize("role", [Role.READER, Role.COMMENTER])
def test_who_may_not_write_is_told_so(project: Project, role: Role) -> None:
    """By the same words that a refusal begins with; standards cannot be chosen for anything."""
    panes = shown(project, role, "competencies", "c1")
    with pytest.raises(NotAllowed) as refused:
        project.beside(project.person_id, role).undo()
    assert panes["editor"]["only"].startswith(str(refused.value).split(",", maxsplit=1)[0])
    assert panes["editor"]["writes"] is False
    assert shown(project, role, "alignment", "i1")["standards"]["subject"] == ""
    assert shown(project, Role.DRAFTER, "alignment", "i1")["standards"]["subject"] == "Plan"


def test_who_comments_may_say_how_well_a_standard_fits() -> None:
    """Where what is marked is only one's own say, choosing a standard is speaking, not writing."""
    panes: dict[str, State] = {
        "standards": {"subject": "Plan"},
        "editor": {"items": [{"id": "s1", "meet": {"meet": {}}}]},
    }
    assert fitted(panes, Role.COMMENTER, "alignment", alone=True) == panes
    assert fitted(panes, Role.COMMENTER, "alignment")["editor"] == {"items": [{"id": "s1", "meet": None}]}
