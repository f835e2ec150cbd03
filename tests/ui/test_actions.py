"""Adding, moving and removing, as changes."""

from __future__ import annotations

from tests.ui.conftest import SMALL
from workbench.model import apply
from workbench.testing import framework_of
from workbench.ui.actions import added, moved, removal_words


def test_a_new_thing_takes_the_next_code_and_stands_behind_its_neighbour() -> None:
    """Nobody has to number anything."""
    framework = framework_of(SMALL)

    thing, changes = added(framework, {"kind": "indicator", "owner": "c1", "after": "i1"}, lambda: "new")

    assert thing.code == "SC.1c"
    assert [one.id for one in apply(framework, changes).indicators_of("c1")] == ["i1", "new", "i2"]


def test_a_new_criterion_takes_the_scale_of_those_beside_it() -> None:
    """Criteria of one indicator share a scale unless somebody says otherwise."""
    framework = framework_of(SMALL)

    thing, changes = added(framework, {"kind": "criterion", "owner": "i1"}, lambda: "new")

    assert apply(framework, changes).criteria[thing.id].scale_id == "s1"


def test_moving_goes_past_the_neighbour_that_one_sees() -> None:
    """Competencies of other areas stand between in the table, and not on the screen."""
    framework = framework_of(SMALL)

    up = apply(framework, moved(framework, "c3", -1))

    assert [one.id for one in up.competencies.ordered() if one.area == "Science"] == ["c3", "c1"]
    assert moved(framework, "c1", -1) == ()
    assert moved(framework, "c2", 1) == ()


def test_removing_says_what_else_it_touches() -> None:
    """What goes with it, and what no longer names it."""
    words = removal_words(framework_of(SMALL), "i1")

    assert words == "Also removes 1 scoring criterion. 1 learning experience no longer names it."
    assert removal_words(framework_of(SMALL), "p1") == ""
