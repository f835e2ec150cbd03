"""Undo takes back one's own change sets, newest first, and merges like any other change."""

from pathlib import Path

from tests.store.made import AT, give, put, seen_by_another
from workbench.model import Belief, Conflict, add, set_field
from workbench.store import Status, Store


def title(path: Path) -> str:
    """Return the first belief's title as a second connection reads it."""
    return seen_by_another(path).beliefs["b1"].title


def test_one_takes_back_only_what_one_did_oneself(store: Store, path: Path) -> None:
    """Another person's edit, though newer, stays."""
    put(store, "b1", "title", "Making")
    put(store, "b2", "title", "Time", person="ben")

    store.undo(person="ana", at=AT)

    assert title(path) == "Doing"
    assert seen_by_another(path).beliefs["b2"].title == "Time"


def test_who_did_nothing_has_nothing_to_undo(store: Store) -> None:
    """No change set, no undo, no redo."""
    put(store, "b1", "title", "Making", person="ben")

    assert store.undo(person="ana", at=AT) is None
    assert store.redo(person="ana", at=AT) is None
    assert store.load().revision == 2


def test_undo_goes_back_step_by_step_and_redo_forth(store: Store, path: Path) -> None:
    """Each step is one action; a redone step can be undone again."""
    for word in ("one", "two", "three"):
        put(store, "b1", "title", word)
    seen = []
    for step in (store.undo, store.undo, store.redo, store.undo, store.undo, store.redo, store.redo, store.redo):
        assert step(person="ana", at=AT) is not None
        seen.append(title(path))

    assert seen == ["two", "one", "two", "one", "Doing", "one", "two", "three"]
    assert store.redo(person="ana", at=AT) is None


def test_a_new_edit_ends_redoing(store: Store, path: Path) -> None:
    """What was undone before a new edit stays undone."""
    put(store, "b1", "title", "one")
    store.undo(person="ana", at=AT)
    put(store, "b1", "title", "two")

    assert store.redo(person="ana", at=AT) is None
    assert title(path) == "two"


def test_undo_keeps_what_another_wrote_in_the_same_text_since(store: Store, path: Path) -> None:
    """My words go, theirs stay."""
    put(store, "b1", "statement", "We learn by doing things.")
    put(store, "b1", "statement", "We all learn by doing things.", person="ben")

    made = store.undo(person="ana", at=AT)

    assert made is not None
    assert made.conflicts == ()
    assert seen_by_another(path).beliefs["b1"].statement == "We all learn by doing."


def test_undo_where_another_changed_the_same_words_is_a_conflict(store: Store, path: Path) -> None:
    """Nothing changes, the attempt is held, and undo is still there when the person has decided."""
    put(store, "b1", "title", "Making")
    put(store, "b1", "title", "Playing", person="ben")

    made = store.undo(person="ana", at=AT)

    assert made is not None
    assert made.conflicts == (Conflict("belief", "b1", "title", "Making", "Playing", "Doing"),)
    assert title(path) == "Playing"
    assert store.history(limit=1)[0].status is Status.HELD
    put(store, "b1", "title", "Making", person="ben")
    store.undo(person="ana", at=AT)
    assert title(path) == "Doing"


def test_undoing_an_addition_does_not_take_what_another_wrote_into_it(store: Store, path: Path) -> None:
    """The thing stays, with their words in it."""
    give(store, add(store.load().framework, Belief(id="b3", title="New")))
    put(store, "b3", "statement", "Ben's words", person="ben")

    made = store.undo(person="ana", at=AT)

    assert made is not None
    assert made.conflicts == (Conflict("belief", "b3", "statement", None, "Ben's words", None),)
    assert seen_by_another(path).beliefs["b3"].statement == "Ben's words"


def test_undo_of_what_another_already_took_back_moves_on(store: Store, path: Path) -> None:
    """There is nothing left to change, and the next undo goes one step further."""
    put(store, "b1", "title", "one")
    put(store, "b1", "code", "B1")
    put(store, "b1", "code", "", person="ben")

    first = store.undo(person="ana", at=AT)
    second = store.undo(person="ana", at=AT)

    assert first is not None
    assert second is not None
    assert first.changes == ()
    assert title(path) == "Doing"


def test_a_held_attempt_is_nothing_to_undo(store: Store, path: Path) -> None:
    """What was never applied cannot be taken back."""
    base = store.load().framework
    put(store, "b1", "title", "Ben's", person="ben")
    give(store, set_field(base, "b1", "title", "Ana's"))

    assert store.undo(person="ana", at=AT) is None
    assert title(path) == "Ben's"


def test_undo_is_there_after_the_file_was_closed(store: Store, path: Path) -> None:
    """What can be undone is told from the log, not from memory."""
    put(store, "b1", "title", "Making")
    store.close()

    with Store.open(path) as again:
        again.undo(person="ana", at=AT)

    assert title(path) == "Doing"


def test_what_cannot_be_undone_is_passed_over(store: Store, path: Path) -> None:
    """Told once, kept once in the log, and then the next older step is undone."""
    put(store, "b2", "title", "Older")
    put(store, "b1", "title", "Newer")
    put(store, "b1", "title", "Ben's other words", person="ben")

    told, made, again = (store.undo(person="ana", at=AT) for _ in range(3))

    assert told is not None
    assert told.conflicts
    assert made is not None
    assert (made.conflicts, made.passed) == ((), 1)
    assert seen_by_another(path).beliefs["b2"].title == ""
    assert again is not None
    assert again.conflicts == told.conflicts
    assert [one.status for one in store.history(things=["b1"], field="title")].count(Status.HELD) == 1


def test_what_was_passed_over_is_undone_once_it_can_be(store: Store, path: Path) -> None:
    """The other person took their words back."""
    put(store, "b1", "title", "Newer")
    put(store, "b1", "title", "Ben's other words", person="ben")
    store.undo(person="ana", at=AT)
    put(store, "b1", "title", "Newer", person="ben")

    store.undo(person="ana", at=AT)

    assert title(path) == "Doing"
