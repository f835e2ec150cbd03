"""The step that lets sets be read by branch, and standards be found: new tables, filled from the old ones."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlalchemy import Connection

from workbench.model import StandardSet
from workbench.store import search_sqlite
from workbench.store.set_rows import parts, write

TABLES = """
CREATE TABLE standard_set (id TEXT NOT NULL PRIMARY KEY, identifier TEXT NOT NULL, digest TEXT NOT NULL,
  key TEXT NOT NULL, root INTEGER NOT NULL, size INTEGER NOT NULL, leaves INTEGER NOT NULL, data TEXT NOT NULL,
  extra TEXT NOT NULL);
CREATE UNIQUE INDEX standard_set_version ON standard_set (identifier, digest);
CREATE UNIQUE INDEX standard_set_root ON standard_set (root);
CREATE TABLE standard (number INTEGER NOT NULL PRIMARY KEY, place INTEGER NOT NULL, id TEXT NOT NULL,
  parent INTEGER NOT NULL, rank INTEGER NOT NULL, children INTEGER NOT NULL, leaves INTEGER NOT NULL,
  data TEXT NOT NULL);
CREATE INDEX standard_id ON standard (id);
CREATE INDEX standard_tree ON standard (parent, rank);
CREATE TABLE standard_code (root INTEGER NOT NULL, code TEXT NOT NULL, number INTEGER NOT NULL, marks TEXT NOT NULL,
  PRIMARY KEY (root, code, number)) WITHOUT ROWID;
CREATE TABLE standard_link (root INTEGER NOT NULL, place INTEGER NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (root, place)) WITHOUT ROWID
"""
OLD = ("standard_link", "standard", "standard_set")


def standards_step(connection: Connection) -> None:
    """Put the new tables in the place of the old ones, with the sets that were in them."""
    do = connection.exec_driver_sql
    do("DROP INDEX standard_code")
    for name in OLD:
        do(f"ALTER TABLE {name} RENAME TO old_{name}")
    for statement in TABLES.split(";"):
        do(statement)
    search_sqlite.create(connection)
    root = 0
    for found in _old_sets(connection):
        write(connection, found, root)
        root += 1 + len(found.standards)
    for name in OLD:
        do(f"DROP TABLE old_{name}")


def _old_sets(connection: Connection) -> Iterator[StandardSet]:
    do = connection.exec_driver_sql
    for identifier, data in do("SELECT id, data FROM old_standard_set ORDER BY place").fetchall():
        texts = {
            name: [row[0] for row in do(f"SELECT data FROM old_{name} WHERE set_id = ? ORDER BY place", (identifier,))]  # noqa: S608  # the two names below
            for name in ("standard", "standard_link")
        }
        yield StandardSet(**json.loads(data), **parts(texts["standard"], texts["standard_link"]))
