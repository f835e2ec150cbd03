"""Two people on one project: what merges, what is a conflict, and that nothing typed is dropped."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.made import AT, begin, give, put, seen_by_another
from tests.strategies import changes_for, frameworks
from workbench.model import (
    EXISTS,
    KINDS,
    Alignment,
    Change,
    Conflict,
    Criterion,
    Form,
    Framework,
    Indicator,
    Thing,
    add,
    apply,
    remove,
    set_field,
)
from workbench.store import Status, Store


def test_changes_of_different_words_merge(store: Store, path: Path) -> None:
    """Both people's words are in the sentence; the log says what was really applied."""
    base = store.load().framework
    put(store, "b1", "statement", "We all learn by doing.", person="ben")

    made = give(store, set_field(base, "b1", "statement", "We learn by doing things."))

    assert seen_by_another(path).beliefs["b1"].statement == "We all learn by doing things."
    assert made.changes == (
        Change("belief", "b1", "statement", "We all learn by doing.", "We all learn by doing things."),
    )


def test_changes_of_the_same_words_are_for_the_person_to_decide(store: Store, path: Path) -> None:
    """Nothing is applied, all three texts come back, and mine stays in the log as held."""
    base = store.load().framework
    put(store, "b1", "statement", "We learn by making.", person="ben")
    mine = set_field(base, "b1", "statement", "We learn by playing.") + set_field(base, "b2", "title", "Time")

    made = give(store, mine, why="Tried")

    assert made.conflicts == (
        Conflict("belief", "b1", "statement", "We learn by doing.", "We learn by making.", "We learn by playing."),
    )
    assert (made.revision, made.changes) == (2, ())
    assert seen_by_another(path).beliefs["b1"].statement == "We learn by making."
    assert seen_by_another(path).beliefs["b2"].title == ""
    held = [entry for entry in store.history() if entry.status is Status.HELD]
    assert {(entry.change, entry.person, entry.why, entry.revision) for entry in held} == {
        (change, "ana", "Tried", 2) for change in mine
    }


def test_a_held_attempt_can_be_made_anew_on_what_is_there(store: Store, path: Path) -> None:
    """Choosing mine is an ordinary edit from theirs to mine."""
    base = store.load().framework
    put(store, "b1", "title", "Making", person="ben")
    (conflict,) = give(store, set_field(base, "b1", "title", "Playing")).conflicts

    made = give(store, (Change("belief", "b1", "title", conflict.theirs, conflict.mine),))

    assert made.conflicts == ()
    assert seen_by_another(path).beliefs["b1"].title == "Playing"


def test_a_removal_does_not_take_words_that_the_remover_has_not_seen(store: Store, path: Path) -> None:
    """A text that somebody else wrote into the thing meanwhile holds its removal."""
    base = store.load().framework
    put(store, "b2", "explanation", "What this means", person="ben")

    made = give(store, remove(base, "b2"))

    assert made.conflicts == (Conflict("belief", "b2", "explanation", None, "What this means", None),)
    assert "b2" in seen_by_another(path).beliefs


def test_a_removal_does_not_mind_that_the_thing_was_moved(store: Store, path: Path) -> None:
    """Where a thing stands is nobody's writing; undoing puts it back where it stood last."""
    base = store.load().framework
    put(store, "b2", "order", "zz", person="ben")

    made = give(store, remove(base, "b2"))
    store.undo(person="ana", at=AT)

    assert made.conflicts == ()
    assert seen_by_another(path).beliefs["b2"].order == "zz"


def test_writing_into_what_was_removed_is_held(store: Store) -> None:
    """The words stay in the log, and the conflict has them."""
    base = store.load().framework
    give(store, remove(base, "b2"), person="ben")

    made = give(store, set_field(base, "b2", "title", "Time"))

    assert made.conflicts == (Conflict("belief", "b2", "title", None, None, "Time"),)
    assert store.history(things=["b2"], limit=1)[0].change.new == "Time"


def test_both_remove_the_same(store: Store) -> None:
    """The second removal finds nothing left to do."""
    base = store.load().framework
    give(store, remove(base, "b2"), person="ben")

    made = give(store, remove(base, "b2"))

    assert (made.revision, made.conflicts) == (2, ())


def test_what_was_removed_meanwhile_cannot_be_pointed_at(store: Store) -> None:
    """An indicator of a removed competency would hang in the air: the conflict names the competency."""
    base = store.load().framework
    give(store, remove(base, "c1"), person="ben")

    made = give(store, add(base, Indicator(id="i2", competency_id="c1")))

    assert made.conflicts == (Conflict("competency", "c1", EXISTS, base=True, theirs=None, mine=True),)
    assert list(store.load().framework.indicators) == []


@pytest.mark.parametrize(
    ("thing", "field", "theirs"),
    [
        (Alignment(id="n", subject_id="i1", set_id="s", standard_id="t"), "subject_id", "i1"),
        (Criterion(id="n", subject_id="i1"), "subject_id", "i1"),
    ],
)
def test_what_somebody_points_at_meanwhile_cannot_be_removed(
    store: Store, path: Path, thing: Alignment | Criterion, field: str, theirs: str
) -> None:
    """A removal that would leave a reference in the air is held, and names what points there."""
    base = store.load().framework
    give(store, add(base, thing), person="ben")

    made = give(store, remove(base, "i1"))

    assert made.conflicts == (Conflict(thing.kind, "n", field, None, theirs, None),)
    assert "i1" in seen_by_another(path).indicators


def test_a_list_that_lost_a_member_and_got_another_merges(store: Store, path: Path) -> None:
    """References merge as sets."""
    base = store.load().framework
    put(store, "c1", "attribute_ids", ["a1", "a2"], person="ben")

    give(store, set_field(base, "c1", "attribute_ids", []))

    assert seen_by_another(path).competencies["c1"].attribute_ids == ("a2",)


def test_texts_by_key_merge_key_by_key(store: Store, path: Path) -> None:
    """Two levels of a scale are two fields."""
    base = store.load().framework
    put(store, "s1", "levels.2", "Growing", person="ben")

    give(store, set_field(base, "s1", "levels", {"1": "Starting", "2": "Developing", "3": "Proficient"}))

    assert dict(seen_by_another(path).scales["s1"].levels) == {"1": "Starting", "2": "Growing", "3": "Proficient"}


LISTS = {name for cls in KINDS.values() for name, spec in cls.specs().items() if spec.form in (Form.REFS, Form.WORDS)}
QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


@QUIET
@given(st.data())
def test_two_edits_merge_alike_whoever_was_first(tmp_path: Path, data: st.DataObject) -> None:
    """Where neither order meets a conflict, both orders end in the same words.

    Lists may differ in their order: the second person's members stand behind the first one's.
    """
    framework = data.draw(frameworks())
    mine, theirs = data.draw(changes_for(framework)), data.draw(changes_for(framework))
    results = []
    for name, (first, second) in {"a": (mine, theirs), "b": (theirs, mine)}.items():
        place = tmp_path / f"{name}.workbench"
        place.unlink(missing_ok=True)
        with begin(place, framework) as store:
            outcomes = [give(store, first), give(store, second)]
            results.append((any(one.conflicts for one in outcomes), store.load().framework))
    (held_a, after_a), (held_b, after_b) = results

    assert held_a == held_b
    if not held_a:
        assert _without_order(after_a) == _without_order(after_b)


def _without_order(framework: Framework) -> set[Thing]:
    return {replace(thing, **_sorted_lists(thing)) for thing in framework.things()}


def _sorted_lists(thing: Thing) -> dict[str, Any]:
    return {name: tuple(sorted(getattr(thing, name))) for name in thing.specs() if name in LISTS}


@QUIET
@given(st.data())
def test_disjoint_edits_never_meet(tmp_path: Path, data: st.DataObject) -> None:
    """Edits of different fields of things that stay are both made."""
    framework = data.draw(frameworks())
    mine, theirs = data.draw(changes_for(framework)), data.draw(changes_for(framework))
    fields = [{(change.id, change.field) for change in changes} for changes in (mine, theirs)]
    removes = any(change.field == EXISTS and not change.new for change in (*mine, *theirs))
    place = tmp_path / "disjoint.workbench"
    place.unlink(missing_ok=True)
    with begin(place, framework) as store:
        give(store, theirs, person="ben")
        made = give(store, mine)
        after = store.load().framework

    if not removes and not fields[0] & fields[1]:
        assert made.conflicts == ()
        assert after == apply(apply(framework, theirs), mine)


@QUIET
@given(st.data())
def test_no_commit_ever_leaves_a_reference_in_the_air(tmp_path: Path, data: st.DataObject) -> None:
    """Whatever two people do at once, every reference names something that is there."""
    framework = data.draw(frameworks(max_things=14))
    mine, theirs = data.draw(changes_for(framework)), data.draw(changes_for(framework))
    place = tmp_path / "air.workbench"
    place.unlink(missing_ok=True)
    with begin(place, framework) as store:
        give(store, theirs, person="ben")
        give(store, mine)
        store.undo(person="ben", at=AT)
        after = store.load().framework

    assert [target for thing in after.things() for _, target in thing.refers_to() if after.find(target) is None] == []
