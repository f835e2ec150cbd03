"""Any legal framework is kept as it is, at every revision."""

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.made import AT, begin, give, seen_by_another
from tests.strategies import edited, frameworks
from workbench.model import Framework, apply, canonical_bytes, to_json

QUIET = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@QUIET
@given(frameworks(max_things=14))
def test_a_framework_is_read_as_it_was_kept(tmp_path: Path, framework: Framework) -> None:
    """Every kind, field and odd text survives the file."""
    place = tmp_path / "kept.workbench"
    place.unlink(missing_ok=True)
    begin(place, framework).close()

    actual = seen_by_another(place)

    assert actual == framework
    assert canonical_bytes(to_json(actual)) == canonical_bytes(to_json(framework))


@QUIET
@given(st.data())
def test_every_earlier_framework_can_be_had_again(tmp_path: Path, data: st.DataObject) -> None:
    """as_of any revision is what stood there then, undone and redone edits included."""
    framework = data.draw(frameworks())
    place = tmp_path / "replayed.workbench"
    place.unlink(missing_ok=True)
    with begin(place, framework) as store:
        seen = {0: Framework(), store.load().revision: store.load().framework}
        for changes in data.draw(edited(framework)):
            give(store, changes)
            seen[store.load().revision] = store.load().framework
        for turn in data.draw(st.lists(st.sampled_from([store.undo, store.redo]), max_size=4)):
            turn(person="ana", at=AT)
            seen[store.load().revision] = store.load().framework

        assert {revision: store.as_of(revision) for revision in seen} == seen
        assert all(apply(then, store.changes_since(at)[1]) == store.load().framework for at, then in seen.items())


@QUIET
@given(st.data())
def test_undoing_everything_leaves_what_was_there_first(tmp_path: Path, data: st.DataObject) -> None:
    """A person alone can go all the way back, and all the way forth again."""
    framework = data.draw(frameworks())
    place = tmp_path / "undone.workbench"
    place.unlink(missing_ok=True)
    with begin(place, framework) as store:
        for changes in data.draw(edited(framework)):
            give(store, changes)
        latest = store.load().framework
        while store.undo(person="ana", at=AT):
            pass
        first = store.load().framework
        while store.redo(person="ana", at=AT):
            pass

        assert first == framework
        assert store.load().framework == latest
