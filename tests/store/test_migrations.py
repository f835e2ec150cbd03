"""Steps are applied once, whole or not at all, from every old version to the newest."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, inspect

from tests.store.made import begin
from workbench.errors import NewerProject
from workbench.model import from_json
from workbench.store import Store, sqlite
from workbench.store.migrations import MIGRATIONS, Migration, migrate
from workbench.store.schema import metadata


def add_colour(connection: Connection) -> None:
    """Add a column."""
    connection.exec_driver_sql("ALTER TABLE meta ADD COLUMN colour TEXT")


def fail_after_work(connection: Connection) -> None:
    """Change tables and rows, then fail."""
    connection.exec_driver_sql("CREATE TABLE later (x INTEGER)")
    connection.exec_driver_sql("DELETE FROM thing")
    raise RuntimeError("the step failed")


COLOUR = Migration("colours", "0.7.0", add_colour)
FAILING = Migration("failing", "0.8.0", fail_after_work)


def dump(path: Path) -> list[str]:
    """Return the whole file, how its tables are made and then every row, with the version in its header."""
    with closing(sqlite3.connect(path)) as raw:
        made = raw.execute("SELECT name, sql FROM sqlite_master WHERE sql > '' ORDER BY name").fetchall()
        # SQLite's index of words cannot be read as a table; what it consists of can.
        names = [name for name, sql in made if sql.startswith("CREATE TABLE")]
        rows = [str(row) for name in names for row in raw.execute(f"SELECT * FROM '{name}'")]  # noqa: S608  # names of ours
        return [*(sql for _, sql in made), *rows, str(raw.execute("PRAGMA user_version").fetchone())]


def apply(path: Path, *steps: Migration) -> None:
    """Bring the file to the newest of the known steps and ``steps``."""
    engine = sqlite.engine_for(path, patience=1)
    try:
        migrate(engine, path, (*MIGRATIONS, *steps))
    finally:
        engine.dispose()


@pytest.mark.parametrize("old", range(len(MIGRATIONS) + 1))
def test_every_old_version_comes_to_the_newest(tmp_path: Path, old: int) -> None:
    """A file of any version, an unfinished one too, opens with the same tables as a new one."""
    path = tmp_path / "old.workbench"
    path.touch()
    engine = sqlite.engine_for(path, patience=1)
    with closing(sqlite.connect(path, patience=1)) as raw:
        sqlite.begin_log(raw)
        sqlite.claim(raw)
    migrate(engine, path, MIGRATIONS[:old])
    engine.dispose()
    begin(tmp_path / "new.workbench", from_json({})).close()

    Store.open(path).close()

    tables = [[line for line in dump(one) if line.startswith("CREATE")] for one in (path, tmp_path / "new.workbench")]
    assert tables[0] == tables[1]


@pytest.mark.usefixtures("store")
def test_the_steps_make_the_tables_that_the_code_speaks_of(path: Path) -> None:
    """Columns, keys and indexes in the file are those of the schema module."""
    engine = sqlite.engine_for(path, patience=1)
    found = inspect(engine)
    actual = {
        name: (
            {one["name"]: one["nullable"] for one in found.get_columns(name)},
            found.get_pk_constraint(name)["constrained_columns"],
            {one["name"] for one in found.get_indexes(name)},
            {key["referred_table"] for key in found.get_foreign_keys(name)},
        )
        for name in found.get_table_names()
        if not name.startswith("standard_words")  # the tables that SQLite keeps of the search index
    }
    engine.dispose()

    assert actual == {
        name: (
            {column.name: column.nullable for column in table.columns},
            [column.name for column in table.primary_key],
            {index.name for index in table.indexes},
            {key.column.table.name for key in table.foreign_keys},
        )
        for name, table in metadata.tables.items()
    }


def test_a_step_and_its_record_are_one(path: Path, store: Store) -> None:
    """After a step the file says so in its header and its record, and the work is done."""
    store.close()
    apply(path, COLOUR)

    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
        assert raw.execute("SELECT name, needs FROM migration ORDER BY version DESC").fetchone() == ("colours", "0.7.0")
        assert raw.execute("SELECT count(colour) FROM meta").fetchone() == (0,)


def test_a_failed_step_leaves_no_trace(path: Path, store: Store) -> None:
    """Tables, rows, record and header are as they were; the steps before it stay."""
    store.close()
    apply(path, COLOUR)
    before = dump(path)

    with pytest.raises(RuntimeError, match="the step failed"):
        apply(path, COLOUR, FAILING)

    assert dump(path) == before


def test_steps_are_applied_once(path: Path, store: Store) -> None:
    """Opening again changes nothing."""
    store.close()
    apply(path, COLOUR)
    before = dump(path)

    apply(path, COLOUR)

    assert dump(path) == before


def test_a_newer_file_names_the_version_needed_and_stays_as_it_is(path: Path, store: Store) -> None:
    """Nobody writes into a file that they only half understand."""
    store.close()
    apply(path, COLOUR)
    before = path.read_bytes()

    with pytest.raises(NewerProject, match=r"north\.workbench .* install version 0\.7\.0 or a later one"):
        Store.open(path)

    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]
