"""Decisions on new versions of standard sets: kept with the changes that carry them out, or not at all."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.store.made import AT, begin, put
from workbench.errors import BadEdit
from workbench.model import Choice, VersionDecision, from_json, set_field
from workbench.store import Store, sqlite
from workbench.store.migrations import MIGRATIONS, migrate

DECIDED = VersionDecision(
    old_set_id="2010",
    new_set_id="2024",
    alignment_id="a1",
    subject_id="i1",
    old_standard_id="s1",
    new_standard_id="n1",
    choice=Choice.ACCEPT,
    reason="=1+1 stays text, “so”",
)


def test_decisions_come_back_in_order_with_person_and_moment(store: Store, path: Path) -> None:
    """The same alignment may be decided twice; both stay."""
    changes = set_field(store.load().framework, "i1", "statement", "Weigh sources well.")
    made = store.decide(changes, [DECIDED], person="ana", at=AT, base=1, why="New version")
    store.decide((), [replace(DECIDED, choice=Choice.DROP, new_standard_id="")], person="joe", at=AT, base=2, why="")

    assert made.revision == 2
    with Store.open(path) as other:
        assert other.decisions() == (
            replace(DECIDED, person="ana", at=AT),
            replace(DECIDED, choice=Choice.DROP, new_standard_id="", person="joe", at=AT),
        )
        assert other.history()[0].why == "New version"


def test_a_decision_that_meets_a_conflict_is_not_recorded(store: Store) -> None:
    """Nothing of it happened."""
    stale = set_field(store.load().framework, "i1", "dok", 4)
    put(store, "i1", "dok", 2, person="joe")

    made = store.decide(stale, [DECIDED], person="ana", at=AT, base=1, why="")

    assert len(made.conflicts) == 1
    assert store.decisions() == ()


def test_a_reason_that_cannot_be_stored_is_refused(store: Store) -> None:
    """Neither decision nor change is kept."""
    with pytest.raises(BadEdit, match="cannot be stored"):
        store.decide((), [replace(DECIDED, reason="\ud800")], person="ana", at=AT, base=1, why="")

    assert store.decisions() == ()


def test_an_old_file_gets_the_table_and_keeps_what_it_has(tmp_path: Path) -> None:
    """A project from before decisions opens, and takes one."""
    step = [one.name for one in MIGRATIONS].index("decisions on versions")
    path = tmp_path / "old.workbench"
    path.touch()
    engine = sqlite.engine_for(path, patience=1)
    with closing(sqlite.connect(path, patience=1)) as raw:
        sqlite.begin_log(raw)
        sqlite.claim(raw)
    migrate(engine, path, MIGRATIONS[:step])
    engine.dispose()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT INTO person VALUES ('p1', 'Ana')")

    with Store.open(path) as store:
        store.decide((), [DECIDED], person="p1", at=AT, base=0, why="")

        assert store.decisions() == (replace(DECIDED, person="p1", at=AT),)
        assert store.person_name("p1") == "Ana"


def test_a_new_project_has_no_decisions(tmp_path: Path) -> None:
    """The record begins empty."""
    with begin(tmp_path / "new.workbench", from_json({})) as store:
        assert store.decisions() == ()
