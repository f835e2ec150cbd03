"""What the log tells: who, when, what, why."""

from typing import Any

import pytest
from sqlalchemy import create_engine, event

from tests.store.made import AT, give, put
from workbench.errors import UnknownName
from workbench.model import Change, set_field
from workbench.store import HistoryEntry, Status, Store, log


def test_an_entry_tells_who_when_what_and_why(store: Store) -> None:
    """Everything a person asks about a change is in its entry."""
    put(store, "b1", "title", "Making", why="Closer to what we do")

    assert store.history(limit=1) == [
        HistoryEntry(
            revision=2,
            person="ana",
            at=AT,
            why="Closer to what we do",
            change=Change("belief", "b1", "title", "Doing", "Making"),
            status=Status.APPLIED,
        )
    ]


def test_the_history_of_a_field_is_its_values_newest_first(store: Store) -> None:
    """One thing's one field, through all its values; fields with a like name stay out."""
    for word in ("one", "two"):
        put(store, "b1", "title", word)
    put(store, "b1", "statement", "x")
    put(store, "b2", "title", "y")

    assert [entry.change.new for entry in store.history(things=["b1"], field="title")] == ["two", "one", "Doing"]


def test_the_history_of_texts_by_key_is_asked_for_whole_or_by_key(store: Store) -> None:
    """“levels” is all levels, “levels.1” is one."""
    put(store, "s1", "levels.1", "Starting")
    put(store, "s1", "levels.10", "Beyond")

    assert [entry.change.field for entry in store.history(things=["s1"], field="levels", limit=2)] == [
        "levels.10",
        "levels.1",
    ]
    assert [entry.change.new for entry in store.history(things=["s1"], field="levels.1")] == ["Starting", "Beginning"]


def test_an_undo_says_what_it_took_back(store: Store) -> None:
    """The entry names the revision, and keeps the reason."""
    put(store, "b1", "title", "Making", why="Try")
    store.undo(person="ana", at=AT)

    (entry,) = store.history(limit=1)

    assert (entry.revision, entry.undoes, entry.why, entry.change.new) == (3, 2, "Try", "Doing")


def test_held_attempts_stand_in_the_history_where_they_were_made(store: Store) -> None:
    """They bear the revision they met, and change no framework of the past."""
    base = store.load().framework
    put(store, "b1", "title", "theirs", person="ben")
    give(store, set_field(base, "b1", "title", "mine"))
    put(store, "b1", "title", "after", person="ben")

    found = [(entry.revision, entry.status.value, entry.change.new) for entry in store.history(limit=3)]

    assert found == [(3, "applied", "after"), (2, "held", "mine"), (2, "applied", "theirs")]
    assert store.as_of(2).beliefs["b1"].title == "theirs"
    assert store.changes_since(2)[1] == (Change("belief", "b1", "title", "theirs", "after"),)


@pytest.mark.parametrize("revision", [-1, 2, 10**12])
def test_a_revision_that_never_was_is_refused(store: Store, revision: int) -> None:
    """The sentence tells which there are."""
    with pytest.raises(UnknownName, match="the revisions 0 to 1"):
        store.as_of(revision)


def test_the_latest_changes_of_things_are_found_without_reading_what_is_behind_them(store: Store) -> None:
    """However long a history is, an index alone leads to its end."""
    asked: list[tuple[str, Any]] = []
    with create_engine(f"sqlite:///{store.path}").connect() as connection:
        event.listen(connection, "before_cursor_execute", lambda *given: asked.append((given[2], given[3])))
        log.history(connection, things=["b1", "b2"], limit=2)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {asked[0][0]}", asked[0][1]).all()

    assert any("USING COVERING INDEX change_thing (thing=?)" in row.detail for row in plan), plan
