"""The steps from an empty file to the newest tables, each applied together with its record.

A step is never edited once released; a change of the tables, and a new kind or field of the model, which
an older workbench could not read, is a new step at the end. ``needs`` is the version that brings it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import NewerProject
from workbench.store import sqlite

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: ``needs`` is the first version of the workbench that reads a file it was applied to."""

    name: str
    needs: str
    step: Callable[[Connection], None]


FIRST = """
CREATE TABLE migration (version INTEGER NOT NULL PRIMARY KEY, name TEXT NOT NULL, needs TEXT NOT NULL);
CREATE TABLE meta (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE person (id TEXT NOT NULL PRIMARY KEY, name TEXT);
CREATE TABLE change_set (number INTEGER NOT NULL PRIMARY KEY, revision INTEGER NOT NULL, status TEXT NOT NULL,
  person TEXT NOT NULL, at TEXT NOT NULL, why TEXT NOT NULL, base INTEGER NOT NULL, undoes INTEGER);
CREATE INDEX change_set_revision ON change_set (revision);
CREATE INDEX change_set_person ON change_set (person);
CREATE TABLE change (number INTEGER NOT NULL REFERENCES change_set (number), place INTEGER NOT NULL,
  kind TEXT NOT NULL, thing TEXT NOT NULL, field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
  PRIMARY KEY (number, place));
CREATE INDEX change_thing ON change (thing);
CREATE TABLE thing (id TEXT NOT NULL PRIMARY KEY, kind TEXT NOT NULL, alive BOOLEAN NOT NULL,
  revision INTEGER NOT NULL, data TEXT NOT NULL);
CREATE TABLE standard_set (id TEXT NOT NULL PRIMARY KEY, place INTEGER NOT NULL, key TEXT NOT NULL,
  data TEXT NOT NULL);
CREATE TABLE standard (set_id TEXT NOT NULL REFERENCES standard_set (id), place INTEGER NOT NULL,
  id TEXT NOT NULL, code TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (set_id, place));
CREATE INDEX standard_code ON standard (code);
CREATE TABLE standard_link (set_id TEXT NOT NULL REFERENCES standard_set (id), place INTEGER NOT NULL,
  origin_id TEXT NOT NULL, destination_id TEXT NOT NULL, data TEXT NOT NULL, PRIMARY KEY (set_id, place));
CREATE TABLE waiver (number INTEGER NOT NULL PRIMARY KEY, code TEXT NOT NULL, subject_id TEXT NOT NULL,
  field TEXT NOT NULL, person TEXT NOT NULL, reason TEXT NOT NULL, until TEXT NOT NULL);
CREATE TABLE edition (number INTEGER NOT NULL PRIMARY KEY, title TEXT NOT NULL, vote TEXT NOT NULL,
  effective TEXT NOT NULL, adopted_on TEXT NOT NULL, revision INTEGER NOT NULL, sha256 TEXT NOT NULL,
  content {blob} NOT NULL);
CREATE TABLE edition_file (edition INTEGER NOT NULL REFERENCES edition (number), place INTEGER NOT NULL,
  name TEXT NOT NULL, content {blob} NOT NULL, PRIMARY KEY (edition, place));
"""


JUDGEMENTS = """
CREATE TABLE judgement (person TEXT NOT NULL, subject_id TEXT NOT NULL, set_id TEXT NOT NULL,
  standard_id TEXT NOT NULL, strength TEXT NOT NULL, rationale TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (person, subject_id, set_id, standard_id));
CREATE INDEX judgement_subject ON judgement (subject_id);
"""
DECISIONS = """
CREATE TABLE version_decision (number INTEGER NOT NULL PRIMARY KEY, old_set_id TEXT NOT NULL,
  new_set_id TEXT NOT NULL, alignment_id TEXT NOT NULL, subject_id TEXT NOT NULL, old_standard_id TEXT NOT NULL,
  new_standard_id TEXT NOT NULL, choice TEXT NOT NULL, reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL);
"""

# What tells two findings of one rule on one field apart, as a JSON list.
WAIVERS = "ALTER TABLE waiver ADD COLUMN about TEXT NOT NULL DEFAULT '[]'"
DISCUSSION = """
CREATE TABLE comment (number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, thing_id TEXT NOT NULL,
  kind TEXT NOT NULL, called TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL, person TEXT NOT NULL,
  at TEXT NOT NULL, reply_to TEXT NOT NULL, mentions TEXT NOT NULL);
CREATE UNIQUE INDEX comment_id ON comment (id);
CREATE TABLE suggestion (number INTEGER NOT NULL PRIMARY KEY, id TEXT NOT NULL, thing_id TEXT NOT NULL,
  kind TEXT NOT NULL, called TEXT NOT NULL, field TEXT NOT NULL, base INTEGER NOT NULL, old TEXT NOT NULL,
  new TEXT NOT NULL, why TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL);
CREATE UNIQUE INDEX suggestion_id ON suggestion (id);
CREATE TABLE disposition (number INTEGER NOT NULL PRIMARY KEY, about TEXT NOT NULL, fate TEXT NOT NULL,
  reason TEXT NOT NULL, person TEXT NOT NULL, at TEXT NOT NULL);
CREATE INDEX disposition_about ON disposition (about);
"""

INVITATIONS = """
CREATE TABLE invitation (id TEXT NOT NULL PRIMARY KEY, person TEXT NOT NULL, role TEXT NOT NULL, at TEXT NOT NULL,
  expires TEXT NOT NULL, revoked TEXT NOT NULL, used TEXT NOT NULL, fingerprint TEXT NOT NULL);
CREATE INDEX invitation_fingerprint ON invitation (fingerprint);
CREATE TABLE member_session (fingerprint TEXT NOT NULL PRIMARY KEY,
  invitation TEXT NOT NULL REFERENCES invitation (id), at TEXT NOT NULL);
CREATE INDEX member_session_invitation ON member_session (invitation);
"""

# What checks read in texts: a cache, and no part of the record.
READINGS = """
CREATE TABLE reading (kind TEXT NOT NULL, text TEXT NOT NULL, reader TEXT NOT NULL, data TEXT NOT NULL,
  PRIMARY KEY (kind, text));
"""


def _first(connection: Connection) -> None:
    _run(connection, FIRST.format(blob=sqlite.BLOB))


def _judgements(connection: Connection) -> None:
    _run(connection, JUDGEMENTS)


def _standards(connection: Connection) -> None:
    from workbench.store.migration_standards import standards_step

    standards_step(connection)


HISTORY = """
DROP INDEX change_thing;
CREATE INDEX change_thing ON change (thing, number, place);
"""

# Which edit of which page a change set is: what is sent twice is not done twice.
EDITS = """
ALTER TABLE change_set ADD COLUMN edit TEXT;
CREATE INDEX change_set_edit ON change_set (edit);
"""

# Whom the name alone makes somebody: not who was invited, since that is somebody new, and not whoever made the project.
PEOPLE = """
ALTER TABLE person ADD COLUMN by_name BOOLEAN NOT NULL DEFAULT 1;
UPDATE person SET by_name = 0 WHERE name = 'workbench' AND id IN (SELECT person FROM change_set
  WHERE revision = 1 AND why LIKE 'Began with the starter%');
"""


def _run(connection: Connection, script: str) -> None:
    for statement in script.split(";"):
        if statement.strip():
            connection.exec_driver_sql(statement)


def _decisions(connection: Connection) -> None:
    _run(connection, DECISIONS)


def _waivers(connection: Connection) -> None:
    _run(connection, WAIVERS)


def _invitations(connection: Connection) -> None:
    _run(connection, INVITATIONS)


def _readings(connection: Connection) -> None:
    _run(connection, READINGS)


def _nothing(_connection: Connection) -> None:
    """Leave the tables as they are: a new kind of thing needs none, and an older workbench must not open the file."""


def _discussion(connection: Connection) -> None:
    _run(connection, DISCUSSION)


def _history(connection: Connection) -> None:
    _run(connection, HISTORY)


def _edits(connection: Connection) -> None:
    _run(connection, EDITS)


def _people(connection: Connection) -> None:
    _run(connection, PEOPLE)


MIGRATIONS: tuple[Migration, ...] = (
    Migration("first tables", "0.1.0", _first),
    Migration("what single people say of alignments", "0.2.0", _judgements),
    Migration("standards by tree, code and word", "0.2.0", _standards),
    Migration("decisions on versions", "0.2.0", _decisions),
    Migration("what a waived finding is about", "0.2.0", _waivers),
    Migration("invitations and who is in", "0.3.0", _invitations),
    Migration("what checks read in texts", "0.3.0", _readings),
    Migration("priority standards", "0.3.0", _nothing),
    Migration("comments, proposals and what became of them", "0.3.0", _discussion),
    Migration("the latest changes of a thing", "0.3.0", _history),
    Migration("edits that are sent again", "0.3.0", _edits),
    Migration("people whom no name reaches", "0.3.0", _people),
)


def migrate(engine: Engine, path: Path, migrations: Sequence[Migration] = MIGRATIONS) -> None:
    """Apply the steps that are missing, each in one transaction together with its record.

    A step that fails leaves no trace and its error goes on. Raises NewerProject where the file has steps that this
    version does not know, naming the version needed.
    """
    with sqlite.raw_connection(engine) as raw:
        done = check_version(path, raw, migrations)
    for version in range(done + 1, len(migrations) + 1):
        with sqlite.writing(engine) as connection:
            # Another process may have come first while this one waited.
            if sqlite.schema_version_of(connection) < version:
                _take(connection, version, migrations[version - 1])


def check_version(path: Path, raw: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Return how many steps were applied to a file; raise NewerProject where they are more than are known here."""
    done = sqlite.schema_version(raw)
    if done > len(migrations):
        raise NewerProject(
            f"{path} was last opened with a later version of the workbench; "
            f"install version {sqlite.version_needed(raw)} or a later one to open it."
        )
    return done


def _take(connection: Connection, version: int, taken: Migration) -> None:
    from sqlalchemy import insert

    from workbench.store.schema import migration

    taken.step(connection)
    connection.execute(insert(migration).values(version=version, name=taken.name, needs=taken.needs))
    sqlite.set_schema_version(connection, version)
