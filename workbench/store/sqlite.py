"""Everything that only SQLite knows: how it connects, locks and folds its log back; ``troubles`` is how it fails."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from workbench.errors import NotAProject

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

APPLICATION_ID = 0x4D424C57
"""“MBLW” in the header of a project file."""
MAGIC = b"SQLite format 3\0"
BLOB = "BLOB"
NAP = (0.001, 0.008)
"""Seconds between two tries for the lock, at least and at most."""


CACHE, LARGE_CACHE = "PRAGMA cache_size = -2000", "PRAGMA cache_size = -32000"
"""Kilobytes of pages that a connection holds, taken as they are used: a served project is read for many hours."""


def engine_for(path: Path, *, patience: float, check: Callable[[], None] = lambda: None) -> Engine:
    """Return an engine for the existing file ``path``; a lock is waited for ``patience`` seconds.

    ``check`` is called before each connection is made, and may refuse it.
    """
    from sqlalchemy import QueuePool, create_engine, event

    def creator() -> sqlite3.Connection:
        check()
        return connect(path, patience=patience)

    engine = create_engine(
        "sqlite://",
        creator=creator,
        poolclass=QueuePool,
        pool_size=2,
        max_overflow=-1,
    )
    event.listen(engine, "begin", _beginner(patience))
    return engine


def _address(path: Path, mode: str = "rw") -> str:
    """Return the URI that opens a file and never makes one."""
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(place)}?mode={mode}"


def connect(path: Path, *, patience: float) -> sqlite3.Connection:
    """Return a connection of SQLite's own to the existing file ``path``, outside any transaction."""
    raw = sqlite3.connect(_address(path), uri=True, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        _prepare(raw)
    except sqlite3.Error:
        raw.close()
        raise
    return raw


def _prepare(raw: sqlite3.Connection) -> None:
    raw.execute("PRAGMA foreign_keys = ON")
    # Each acknowledged edit survives a power cut.
    raw.execute("PRAGMA synchronous = FULL")
    # A name that a person asked to have removed is not to linger in unused bytes of the file.
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute(CACHE)
    # A mailed file may bring views or triggers of its own.
    raw.execute("PRAGMA trusted_schema = OFF")


def _beginner(patience: float) -> Callable[[Connection], None]:
    def begin(connection: Connection) -> None:
        # sqlite3 would begin by itself, and only at the first write: too late to read and write as one.
        if connection.get_execution_options().get("writes", False):
            _begin_to_write(_raw(connection), patience)
        else:
            connection.exec_driver_sql("BEGIN")

    return begin


def _begin_to_write(raw: sqlite3.Connection, patience: float) -> None:
    """Take the lock for writing, or raise after ``patience`` seconds.

    SQLite's own waiting sleeps ever longer, so that whoever has waited longest comes last and may starve
    beside busy neighbours; short sleeps of random length give everybody the same chance.
    """
    until = time.monotonic() + patience
    raw.execute("PRAGMA busy_timeout = 0")
    try:
        while True:
            try:
                raw.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorname.startswith("SQLITE_BUSY") and time.monotonic() < until:
                    time.sleep(random.uniform(*NAP))  # noqa: S311  # no secret hangs on it
                    continue
                raise
            return
    finally:
        raw.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")


def _raw(connection: Connection) -> sqlite3.Connection:
    return cast("sqlite3.Connection", connection.connection.driver_connection)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection on which nobody else writes; commits at the end, rolls back on any error."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


@contextmanager
def roomy(connection: Connection) -> Iterator[None]:
    """Hold more pages meanwhile: a large standard set spills many of them twice when it does not fit."""
    raw = _raw(connection)
    raw.execute(LARGE_CACHE)
    try:
        yield
    finally:
        raw.execute(CACHE)


def insert_rows(connection: Connection, table: str, names: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Insert many rows of values in the order of ``names``, several times faster than by SQLAlchemy's own way."""
    if rows:
        marks = ", ".join("?" for _ in names)
        query = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608  # names of ours
        _raw(connection).executemany(query, rows)


def schema_version(raw: sqlite3.Connection) -> int:
    """Return the number of migrations noted in the file's header."""
    return int(raw.execute("PRAGMA user_version").fetchone()[0])


def schema_version_of(connection: Connection) -> int:
    """Return the number of migrations as a transaction sees it."""
    return schema_version(_raw(connection))


def version_needed(raw: sqlite3.Connection) -> str:
    """Return the version of the workbench that a file needs; every version to come keeps this table readable."""
    return str(raw.execute("SELECT needs FROM migration ORDER BY version DESC LIMIT 1").fetchone()[0])


def set_schema_version(connection: Connection, version: int) -> None:
    """Note the number of migrations in the file's header."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version:d}")


@contextmanager
def raw_connection(engine: Engine) -> Iterator[sqlite3.Connection]:
    """Give a connection of SQLite's own from the engine's pool, outside any transaction."""
    with closing(engine.raw_connection()) as borrowed:
        yield cast("sqlite3.Connection", borrowed.driver_connection)


def begin_log(raw: sqlite3.Connection) -> None:
    """Let the file keep a write-ahead log; readers and one writer then do not wait for each other.

    A restored file has none yet. Where another program reads it just now, this one works as safely without.
    """
    try:
        raw.execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise


def claim(raw: sqlite3.Connection) -> None:
    """Write the application id into the header of a new file."""
    raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def fold(raw: sqlite3.Connection) -> None:
    """Write the log back into the one file, unless others go on working in it: the last of them does it then."""
    raw.execute("PRAGMA busy_timeout = 500")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Return a connection of SQLite's own, to a file that is only read."""
    return sqlite3.connect(_address(path, mode="ro"), uri=True)


def verify(path: Path, raw: sqlite3.Connection) -> None:
    """Raise NotAProject where the SQLite file is somebody else's."""
    if raw.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise NotAProject(
            f"{path} is a database of another program, not a workbench project; choose a file made by “workbench new”."
        )
