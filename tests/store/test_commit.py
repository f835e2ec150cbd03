"""What a commit does, read back through a second connection."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.store.made import AT, give, put, seen_by_another
from workbench.errors import BadEdit, UnknownName
from workbench.model import (
    Belief,
    Change,
    Framework,
    Practice,
    add,
    apply,
    duplicate,
    merge,
    move,
    pieces,
    remove,
    set_field,
)
from workbench.model.pieces import Span
from workbench.store import Store

EDITS: dict[str, Callable[[Framework], tuple[Change, ...]]] = {
    "set a text": lambda now: set_field(now, "b1", "statement", "We learn by making."),
    "clear a text": lambda now: set_field(now, "b1", "title", ""),
    "set a number": lambda now: set_field(now, "i1", "dok", 4),
    "mark ready": lambda now: set_field(now, "b1", "ready", value=True),
    "set one of several texts": lambda now: set_field(now, "k1", "descriptors.2", "Compares two."),
    "set references": lambda now: set_field(now, "c1", "attribute_ids", ["a1", "a2"]),
    "set coverage": lambda now: set_field(now, "e1", "indicators.i1", "developed"),
    "set credits": lambda now: set_field(now, "e1", "credits", "0.5"),
    "add": lambda now: add(now, Belief(id="b3", statement="Everyone can.")),
    "add first": lambda now: add(now, Belief(id="b3"), after=""),
    "add below": lambda now: add(now, Practice(id="p2", belief_id="b2")),
    "remove": lambda now: remove(now, "b2"),
    "remove with what is owned": lambda now: remove(now, "c1"),
    "move": lambda now: move(now, "b1", after="b2"),
    "move elsewhere": lambda now: move(now, "p1", owner="b2"),
    "duplicate": lambda now: duplicate(now, "i1", iter(["new1", "new2", "new3"]).__next__)[1],
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_there_for_a_second_connection(
    store: Store, path: Path, edit: Callable[[Framework], tuple[Change, ...]]
) -> None:
    """Once commit returns, everybody reads the edit; the store says what it applied."""
    before = store.load()
    changes = edit(before.framework)

    made = give(store, changes)

    assert seen_by_another(path) == apply(before.framework, changes)
    assert made.revision == before.revision + 1
    assert apply(before.framework, made.changes) == apply(before.framework, changes)
    assert made.conflicts == ()


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_is_undone_and_redone_for_a_second_connection(
    store: Store, path: Path, edit: Callable[[Framework], tuple[Change, ...]]
) -> None:
    """Undo and redo are commits like any other."""
    before = store.load().framework
    give(store, edit(before))
    after = store.load().framework

    store.undo(person="ana", at=AT)
    undone = seen_by_another(path)
    store.redo(person="ana", at=AT)

    assert undone == before
    assert seen_by_another(path) == after


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_what_another_process_wrote_is_picked_up_as_changes(
    store: Store, path: Path, edit: Callable[[Framework], tuple[Change, ...]]
) -> None:
    """A framework of an older revision and the changes since make the present one."""
    before = store.load()
    with Store.open(path) as other:
        give(other, edit(before.framework))
        put(other, "b1", "code", "B-1")
        expected = other.load()

    revision, changes = store.changes_since(before.revision)

    assert revision == expected.revision
    assert apply(before.framework, changes) == expected.framework


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_a_failed_edit_leaves_no_trace(
    store: Store, path: Path, edit: Callable[[Framework], tuple[Change, ...]]
) -> None:
    """One impossible change in a set, and nothing of the set is in the project or its log."""
    before, log = store.load(), store.history()
    bad = Change("indicator", "i1", "dok", 3, 9)

    with pytest.raises(BadEdit, match="Depth of knowledge"):
        give(store, (*edit(before.framework), bad))

    assert store.load() == before
    assert seen_by_another(path) == before.framework
    assert store.history() == log


def test_what_is_there_already_makes_no_revision(store: Store) -> None:
    """Typing what stands there is no change."""
    made = give(store, (Change("belief", "b1", "title", "Before", "Doing"),))

    assert (made.revision, made.changes, made.conflicts) == (1, (), ())
    assert store.load().revision == 1


@pytest.mark.parametrize(
    ("change", "error"),
    [
        (Change("belief", "b1", "statement", "We learn by doing.", 3), BadEdit),
        (Change("belief", "b1", "colour", None, "red"), UnknownName),
        (Change("unicorn", "b1", "statement", None, "x"), UnknownName),
        (Change("scale", "s1", "levels", None, "x"), BadEdit),
        (Change("belief", "b1", "statement.3", None, "x"), BadEdit),
        (Change("belief", "b1", "title", "Doing", "a\0b"), BadEdit),
        (Change("scale", "s1", "levels.\ud800", None, "x"), BadEdit),
        (Change("practice", "b1", "exists", None, True), BadEdit),
        (Change("belief", "\ud800", "exists", None, True), BadEdit),
        (Change("belief", "", "exists", None, True), BadEdit),
    ],
)
def test_a_change_that_no_framework_can_take_is_refused(store: Store, change: Change, error: type[Exception]) -> None:
    """A wrong value, field, kind or identifier is said in a sentence, and nothing is kept of it."""
    before = store.load()

    with pytest.raises(error):
        give(store, (change,))

    assert store.load() == before


def test_a_reason_that_cannot_be_stored_is_refused(store: Store) -> None:
    """The reason is text as well."""
    with pytest.raises(BadEdit, match="cannot be stored"):
        put(store, "b1", "title", "x", why="\ud800")


def test_long_texts_are_merged_while_others_may_write(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a text that changed once more meanwhile is merged while others wait."""
    long = " ".join(str(place) for place in range(1000))
    put(store, "b1", "statement", long)
    base = store.load().framework
    put(store, "b1", "statement", f"{long} theirs", person="ben")

    def differences(before: Sequence[str], after: Sequence[str]) -> list[Span] | None:
        with Store.open(path, patience=0) as other:
            other.set_meta("seen", "while it was merged")
        return pieces.differences(before, after)

    monkeypatch.setattr(merge, "differences", differences)
    give(store, set_field(base, "b1", "statement", f"mine {long}"))

    assert store.meta("seen")
    assert seen_by_another(path).beliefs["b1"].statement == f"mine {long} theirs"
