"""The store: one project in one file, its framework, its log and its record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, Engine

from workbench.errors import BadEdit
from workbench.model import Change, Edition, Framework, StandardSet, VersionDecision, Waiver, invert
from workbench.model.fields import unreadable
from workbench.store import backups, commits, decisions, files, log, people, record, rows, sets, sqlite, troubles, undo
from workbench.store.log import Author
from workbench.store.migrations import migrate
from workbench.store.values import Commit, HistoryEntry, Snapshot

PATIENCE = 10.0
"""Seconds that a write waits for another program's write."""


class Store:
    """A project file. Safe to use from several threads, and beside other processes on the same file.

    Every method may raise CannotWrite (read-only, full, locked) or NotAProject (damaged); the project is then as it
    was before the call.
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        """Use ``create`` or ``open``."""
        self.path = path
        self._engine = engine

    @classmethod
    def create(cls, target: str | Path, *, patience: float = PATIENCE) -> Self:
        """Make a new, empty project file.

        Raises CannotWrite where something is there already or nothing can be written, MissingFile where there is no
        such folder.
        """
        path = files.reserve(target)
        try:
            with cls._connected(path, patience) as engine:
                sqlite.begin_log(engine)
                migrate(engine, path)
                sqlite.claim(engine)
                sqlite.fold(engine)
        except BaseException:
            files.discard(path)
            raise
        return cls(path, engine)

    @classmethod
    def open(cls, target: str | Path, *, patience: float = PATIENCE) -> Self:
        """Open a project file; a lock of another program is waited for ``patience`` seconds.

        Raises MissingFile, NotAProject, NewerProject, CannotWrite.
        """
        path = files.existing(target)
        files.check_writable(path)
        with cls._connected(path, patience) as engine:
            with sqlite.raw_connection(engine) as raw:
                sqlite.verify(path, raw)
            migrate(engine, path)
            sqlite.begin_log(engine)
        return cls(path, engine)

    @classmethod
    @contextmanager
    def _connected(cls, path: Path, patience: float) -> Iterator[Engine]:
        engine = sqlite.engine_for(path, patience=patience)
        try:
            with troubles.plain_errors(path):
                yield engine
        except BaseException:
            engine.dispose()
            raise

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Fold the log into the one file, so that it can be copied or mailed, and let go of it."""
        try:
            with troubles.plain_errors(self.path):
                sqlite.fold(self._engine)
        finally:
            self._engine.dispose()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with troubles.plain_errors(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with troubles.plain_errors(self.path), sqlite.writing(self._engine) as connection:
            yield connection

    def load(self) -> Snapshot:
        """Return the framework and its revision."""
        with self._reading() as connection:
            return Snapshot(rows.read_all(connection), log.newest(connection))

    def commit(
        self,
        changes: Iterable[Change],
        *,
        person: str,
        at: str,
        base: int,
        why: str = "",
        undoes: int | None = None,
    ) -> Commit:
        """Record changes that ``person`` made ``at`` a moment (ISO, UTC) on the framework of revision ``base``.

        Each is merged with what others did since. Where one cannot be merged none is applied: the attempt is kept in
        the log as held and comes back as conflicts. Raises BadEdit for a value that its field cannot hold.
        """
        author = Author(person=person, at=at, base=base, why=_readable(why), undoes=undoes)
        wanted = tuple(changes)
        with self._writing() as connection:
            return commits.commit(connection, wanted, author)

    def decide(
        self,
        changes: Iterable[Change],
        decided: Iterable[VersionDecision],
        *,
        person: str,
        at: str,
        base: int,
        why: str,
    ) -> Commit:
        """Record decisions on a new version of a set, with the changes that carry them out, in one transaction.

        With conflicts neither is recorded. Otherwise as ``commit``.
        """
        author = Author(person=person, at=at, base=base, why=_readable(why))
        record = [replace(one, person=person, at=at, reason=_readable(one.reason)) for one in decided]
        wanted = tuple(changes)
        with self._writing() as connection:
            made = commits.commit(connection, wanted, author)
            if not made.conflicts:
                decisions.add(connection, record)
            return made

    def decisions(self) -> tuple[VersionDecision, ...]:
        """Return the decisions on new versions of standard sets, oldest first."""
        with self._reading() as connection:
            return decisions.read(connection)

    def undo(self, *, person: str, at: str) -> Commit | None:
        """Take back the person's latest change set, merged with what others did since; None where there is none."""
        with self._writing() as connection:
            return self._turn_round(connection, undo.next_undo(connection, person), person, at)

    def redo(self, *, person: str, at: str) -> Commit | None:
        """Do again what the person undid last; None where there is nothing, or an edit came in between."""
        with self._writing() as connection:
            return self._turn_round(connection, undo.next_redo(connection, person), person, at)

    def _turn_round(self, connection: Connection, revision: int | None, person: str, at: str) -> Commit | None:
        if revision is None:
            return None
        changes = invert(log.changes_between(connection, revision - 1, revision))
        why = undo.why_of(connection, revision)
        author = Author(person=person, at=at, base=revision, why=why, undoes=revision)
        return commits.commit(connection, changes, author)

    def changes_since(self, revision: int) -> tuple[int, tuple[Change, ...]]:
        """Return the present revision and what was applied after ``revision``, oldest first."""
        with self._reading() as connection:
            latest = log.newest(connection)
            return latest, log.changes_between(connection, revision, latest)

    def history(self, *, thing: str | None = None, field: str | None = None, limit: int = 100) -> list[HistoryEntry]:
        """Return the latest changes, newest first, held ones included: of all, of a thing, of a field of it."""
        with self._reading() as connection:
            return log.history(connection, thing=thing, field=field, limit=limit)

    def as_of(self, revision: int) -> Framework:
        """Return the framework as it was at ``revision``; raise UnknownName for one that never was."""
        with self._reading() as connection:
            return log.as_of(connection, revision)

    def person(self, name: str) -> str:
        """Return the opaque id of the person called ``name``, giving one to a newcomer."""
        with self._reading() as connection:
            found = people.known(connection, _readable(name))
        if found is not None:
            return found
        with self._writing() as connection:
            return people.admit(connection, name)

    def person_name(self, person: str) -> str:
        """Return the name behind an id; empty where it was removed."""
        with self._reading() as connection:
            return people.name_of(connection, person)

    def forget_person(self, person: str) -> None:
        """Remove a person's name for good; what they did stays in the history under the bare id."""
        with self._writing() as connection:
            people.forget(connection, person)

    def add_set(self, found: StandardSet) -> bool:
        """Keep a standard set; False where it is here already. Raises BadFile for other content under its id."""
        with self._writing() as connection:
            return sets.add(connection, found)

    def sets(self) -> tuple[StandardSet, ...]:
        """Return the standard sets in the order in which they were added."""
        with self._reading() as connection:
            return sets.read_all(connection)

    def set_keys(self) -> tuple[str, ...]:
        """Return the keys of the standard sets that came with the workbench, without reading the sets."""
        with self._reading() as connection:
            return sets.keys(connection)

    def add_edition(self, edition: Edition) -> None:
        """Archive an adopted edition; raise BadEdit where its number is taken."""
        with self._writing() as connection:
            record.add_edition(connection, edition)

    def editions(self) -> tuple[Edition, ...]:
        """Return the adopted editions with their files, oldest first."""
        with self._reading() as connection:
            return record.editions(connection)

    def add_waiver(self, waiver: Waiver) -> None:
        """Note a decision to live with a finding; the latest on a finding counts."""
        with self._writing() as connection:
            record.add_waiver(connection, waiver)

    def waivers(self) -> tuple[Waiver, ...]:
        """Return the waivers that stand, sorted by rule and thing."""
        with self._reading() as connection:
            return record.waivers(connection)

    def meta(self, key: str) -> str:
        """Return what is noted under ``key``, or an empty text."""
        with self._reading() as connection:
            return record.note(connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Note a text under ``key``, in place of an earlier one."""
        with self._writing() as connection:
            record.set_note(connection, key, value)

    def backup(self, to: str | Path) -> Path:
        """Write a verified copy of the whole project while it stays open; return the copy's path."""
        return backups.backup(self.path, to)


def _readable(text: str) -> str:
    if unreadable(text):
        raise BadEdit("The text holds a character that cannot be stored; type it again instead of pasting it.")
    return text
