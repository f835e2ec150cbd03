"""Many things at once in the rooms: those chosen in the outline, words everywhere, the codes of a list."""

from __future__ import annotations

from typing import Any

import pytest

from workbench.model import set_field
from workbench.project import Project, open_project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.view import View

SHELL = "s"


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down in the room of competencies."""
    return Desk(project, View(room="competencies"))


def block(desk: Desk, key: str) -> dict[str, Any]:
    """Return one block of the room of many at once."""
    desk.enter("bring")
    return next(one for one in states(gather(desk, shell=SHELL))["editor"]["blocks"] if one["key"] == key)


def test_one_field_is_set_for_those_chosen_in_one_step(desk: Desk) -> None:
    """As typed in a page; undo takes all of it back."""
    desk.take({"bulk": {"what": "set", "ids": ["i1", "i2"], "field": "dok", "value": "2"}})

    assert [one.dok for one in desk.project.framework.indicators_of("c1")] == [2, 2]
    assert desk.view.message == {
        "text": "Set “Depth of knowledge (1 to 4)” for 2 indicators.", "tone": "note", "undo": True,
    }  # fmt: skip
    desk.take({"undo": True})
    assert [one.dok for one in desk.project.framework.indicators_of("c1")] == [3, None]


@pytest.mark.parametrize("field", ["dok", "grade_band"])
def test_nothing_is_emptied_by_setting_it_to_nothing(desk: Desk, field: str) -> None:
    """It is asked for by its own button, and said."""
    before = desk.project.framework
    desk.take({"bulk": {"what": "set", "ids": ["i1", "i2"], "field": field, "value": " "}})

    assert desk.project.framework is before
    assert desk.view.message is not None
    assert desk.view.message["text"].startswith("Type or choose first what is to stand in “")
    desk.take({"bulk": {"what": "empty", "ids": ["i1", "i2"], "field": "dok"}})
    assert [one.dok for one in desk.project.framework.indicators_of("c1")] == [None, None]
    assert desk.view.message == {
        "text": "Emptied “Depth of knowledge (1 to 4)” for 2 indicators.", "tone": "note", "undo": True,
    }  # fmt: skip


def test_what_always_holds_something_is_not_emptied(desk: Desk) -> None:
    """Nor is that offered; a draft is still set as one."""
    desk.take({"bulk": {"what": "empty", "ids": ["c1"], "field": "reach"}})
    assert desk.view.message is not None
    assert desk.view.message["text"] == "“Cross-curricular or content area” always holds something. Choose what."
    many = states(gather(desk, shell=SHELL))["outline"]["many"]
    assert {one["name"]: one["empties"] for one in many["competency"]["fields"]} == {
        "ready": False, "reach": False, "area": True, "grade_band": True,
    }  # fmt: skip
    desk.take({"bulk": {"what": "set", "ids": ["c1"], "field": "ready", "value": ""}})
    assert desk.view.message["text"] == "Nothing changes by that."


def test_the_outline_offers_what_many_can_have_in_common(desk: Desk) -> None:
    """Fields with their choices, and owners to move under."""
    many = states(gather(desk, shell=SHELL))["outline"]["many"]["indicator"]

    assert [one["name"] for one in many["fields"]] == ["ready", "priority", "dok", "bloom", "grade_band"]
    assert many["fields"][2]["choices"] == [["", "Not chosen yet"], *([str(one)] * 2 for one in range(1, 5))]
    assert [one[0] for one in many["owners"]] == ["c1", "c2", "c3"]


@pytest.mark.parametrize(
    ("wish", "left"),
    [
        ({"what": "move", "owner": "c2"}, []),
        ({"what": "remove"}, []),
        ({"what": "shift", "by": 1}, ["i1", "i2"]),
    ],
)
def test_those_chosen_are_moved_or_removed_together(desk: Desk, wish: dict[str, Any], left: list[str]) -> None:
    """Both indicators of a competency."""
    desk.take({"bulk": {"ids": ["i1", "i2"], **wish}})

    assert [one.id for one in desk.project.framework.indicators_of("c1")] == left


def test_copies_of_those_chosen_come_with_their_criteria(desk: Desk) -> None:
    """Each behind its original."""
    desk.take({"bulk": {"what": "duplicate", "ids": ["i1", "i2"]}})

    found = desk.project.framework.indicators_of("c1")
    assert [one.title for one in found] == ["Plan", "Plan", "Conclude", "Conclude"]
    assert [one.element for one in desk.project.framework.criteria_of(found[1].id)] == ["Variables"]


def test_words_are_replaced_where_they_are_ticked(desk: Desk) -> None:
    """What somebody else wrote meanwhile in the same text merges."""
    desk.take({"find_text": {"words": "plan", "by": "Design", "whole": True, "case": False}})
    found = block(desk, "hits")["found"]
    assert found["says"] == "2 places in 1 thing."
    desk.take({"untick": {"keys": [found["groups"][0]["hits"][0]["key"]], "on": False}})
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "i1", "statement", "Plan an investigation together."))
    desk.take({"replace_text": {"by": "Design"}})

    indicator = desk.project.framework.indicators["i1"]
    assert (indicator.title, indicator.statement) == ("Plan", "Design an investigation together.")
    assert desk.view.message is not None
    assert desk.view.message["text"] == "Replaced “plan” in 1 place."


def test_each_place_shows_the_old_words_and_the_new(desk: Desk) -> None:
    """As they will be written there."""
    desk.take({"find_text": {"words": "everyone", "by": "each of us", "whole": True, "case": False}})

    (first, *_rest) = block(desk, "hits")["found"]["groups"][0]["hits"]
    assert (first["found"], first["new"], first["after"]) == ("Everyone", "Each of us", " belongs.")


def test_all_places_are_ticked_or_none_also_those_that_are_not_listed(desk: Desk) -> None:
    """In one step."""
    project = desk.project
    project.edit(set_field(project.framework, "b1", "explanation", "One, one. " * 200))
    desk.take({"find_text": {"words": "one", "by": "two"}})
    before = block(desk, "hits")["found"]
    desk.take({"untick": {"on": False}})
    none = block(desk, "hits")["found"]
    desk.take({"untick": {"on": True}})

    assert before["rest"].endswith("which are replaced as well.")
    assert (none["chosen"], none["rest"].partition(", ")[2]) == (0, "which stay as they are.")
    assert block(desk, "hits")["found"] == before


def test_undo_clears_the_list_of_places(desk: Desk) -> None:
    """They stood in the texts before it."""
    desk.take({"bulk": {"what": "set", "ids": ["i1"], "field": "dok", "value": "2"}})
    desk.take({"find_text": {"words": "plan", "by": "design"}})
    desk.take({"undo": True})

    assert block(desk, "hits")["found"] is None


def test_codes_are_shown_old_and_new_then_given(desk: Desk) -> None:
    """Nothing is given before it was seen."""
    desk.take({"recode": True})
    assert desk.view.message is not None
    assert desk.view.message["tone"] == "stop"
    desk.take({"renumber": {"kind": "indicator", "scheme": "{owner}.{n}"}})
    assert block(desk, "codes")["found"]["rows"] == [["SC.1a", "SC.1.1", "Plan"], ["SC.1b", "SC.1.2", "Conclude"]]
    desk.take({"recode": True})

    assert [one.code for one in desk.project.framework.indicators_of("c1")] == ["SC.1.1", "SC.1.2"]


def test_descriptors_are_copied_from_one_criterion_to_another(desk: Desk) -> None:
    """With the scale."""
    desk.take({"add": {"kind": "criterion", "owner": "i2"}})
    (criterion,) = desk.project.framework.criteria_of("i2")
    desk.take({"copy_descriptors": {"from": "k1", "to": criterion.id}})

    criteria = desk.project.framework.criteria
    assert criteria[criterion.id].descriptors == criteria["k1"].descriptors
