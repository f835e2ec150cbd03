"""What holds of every legal framework and every edit of it."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import changes_for, edited, frameworks
from workbench.model import (
    Framework,
    add_many,
    apply,
    canonical_bytes,
    duplicate,
    from_json,
    invert,
    remove,
    to_json,
)


@given(frameworks())
def test_a_framework_is_what_its_json_says(framework: Framework) -> None:
    """Writing and reading changes nothing."""
    actual = from_json(to_json(framework))

    assert actual == framework
    assert canonical_bytes(to_json(actual)) == canonical_bytes(to_json(framework))


@given(frameworks())
def test_the_changes_that_add_everything_make_the_framework(framework: Framework) -> None:
    """A framework can be told as changes, and all of it taken back."""
    changes = add_many(Framework(), framework.things())

    actual = apply(Framework(), changes)

    assert actual == framework
    assert apply(actual, invert(changes)) == Framework()


@given(st.data())
def test_taking_an_edit_back_leaves_the_framework_as_it_was(data: st.DataObject) -> None:
    """apply(invert) is the identity, for every kind of edit."""
    framework = data.draw(frameworks())
    changes = data.draw(changes_for(framework))

    actual = apply(apply(framework, changes), invert(changes))

    assert actual == framework


@given(st.data())
def test_several_edits_are_taken_back_together(data: st.DataObject) -> None:
    """A run of edits is one list of changes; its inverse takes all of them back."""
    framework = data.draw(frameworks())
    changes = [change for some in data.draw(edited(framework)) for change in some]

    actual = apply(apply(framework, changes), invert(changes))

    assert actual == framework


@given(st.data())
def test_an_edit_leaves_the_framework_it_was_made_on_alone(data: st.DataObject) -> None:
    """Frameworks are values: the old one says the same after the edit."""
    framework = data.draw(frameworks())
    before = canonical_bytes(to_json(framework))

    apply(framework, data.draw(changes_for(framework)))

    assert canonical_bytes(to_json(framework)) == before


@given(st.data())
def test_every_reference_names_something_that_is_there(data: st.DataObject) -> None:
    """No edit leaves a reference without a thing to point at."""
    framework = data.draw(frameworks())
    for changes in data.draw(edited(framework)):
        framework = apply(framework, changes)

    dangling = [
        (thing.id, field, target)
        for thing in framework.things()
        for field, target in thing.refers_to()
        if framework.find(target) is None
    ]

    assert dangling == []


@given(frameworks(max_things=14).filter(lambda one: any(one.things())), st.data())
def test_removing_takes_what_is_owned_and_nothing_else(framework: Framework, data: st.DataObject) -> None:
    """What a thing owns goes with it; every other thing stays."""
    gone = data.draw(st.sampled_from([thing.id for thing in framework.things()]))
    expected = {thing.id for thing in framework.things()} - {gone} - {thing.id for thing in framework.owned(gone)}

    actual = apply(framework, remove(framework, gone))

    assert {thing.id for thing in actual.things()} == expected


@given(frameworks(max_things=14).filter(lambda one: any(one.things())), st.data())
def test_a_copy_stands_behind_its_original_and_says_the_same(framework: Framework, data: st.DataObject) -> None:
    """Duplicating adds a copy with all that is owned, and changes nothing that was there but places."""
    chosen = data.draw(st.sampled_from(list(framework.things())))
    names = (f"copy-{number}" for number in range(1000))

    copy_id, changes = duplicate(framework, chosen.id, lambda: next(names))
    actual = apply(framework, changes)

    ids = [thing.id for thing in actual.siblings(actual.get(copy_id))]
    same = {name for name in chosen.specs() if name not in ("order", "ready", "source_id")}
    own = {chosen.id, *(thing.id for thing in framework.owned(chosen.id))}
    inward = {field for field, target in chosen.refers_to() if target in own}
    assert ids.index(copy_id) == ids.index(chosen.id) + 1
    assert all(getattr(actual.get(copy_id), name) == getattr(chosen, name) for name in same - inward)
    assert len(list(actual.owned(copy_id))) == len(list(framework.owned(chosen.id)))
    assert {thing.id for thing in framework.things()} <= {thing.id for thing in actual.things()}
