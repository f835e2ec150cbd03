"""The store: one project in one file, its framework, its log and its record."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Collection, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Self

from workbench.errors import BadEdit, CannotWrite
from workbench.localize import _
from workbench.model import (
    Added,
    Change,
    Edition,
    Framework,
    Judgement,
    StandardSet,
    VersionDecision,
    Waiver,
)
from workbench.model.discussion import Comment, Disposition, Said, Suggestion
from workbench.model.fields import unreadable
from workbench.store import backups, files, reading, readings, sqlite, troubles
from workbench.store.migrations import MIGRATIONS, check_version, migrate
from workbench.store.reading import Ask
from workbench.store.values import Commit, HistoryEntry, Snapshot, Stamp

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from workbench.store.invitations import Invitations
    from workbench.store.shelves import Shelves

TAG = "tag"
PATIENCE = 10.0
"""Seconds that a write waits for another program's write."""


class Store:
    """A project file. Safe to use from several threads, and beside other processes on the same file.

    Every method may raise CannotWrite (read-only, full, locked) or NotAProject (damaged); the project is then as it
    was before the call.
    """

    def __init__(self, path: Path, *, patience: float = PATIENCE) -> None:
        """Use ``create`` or ``open``."""
        self.path = path
        self._patience = patience
        self._file = files.identity(path)
        self._made: Engine | None = None
        self._making = Lock()

    @classmethod
    def create(cls, target: str | Path, *, patience: float = PATIENCE) -> Self:
        """Make a new, empty project file.

        Raises CannotWrite where something is there already or nothing can be written, MissingFile where there is no
        such folder.
        """
        store = cls(files.reserve(target), patience=patience)
        try:
            with store._connected() as raw:
                sqlite.begin_log(raw)
                store._migrate()
                store.set_meta(TAG, uuid.uuid4().hex)
                sqlite.claim(raw)
                sqlite.fold(raw)
        except BaseException:
            files.discard(store.path)
            raise
        return store

    @classmethod
    def open(cls, target: str | Path, *, patience: float = PATIENCE) -> Self:
        """Open a project file; a lock of another program is waited for ``patience`` seconds.

        Raises MissingFile, NotAProject, NewerProject, CannotWrite.
        """
        path = files.existing(target)
        files.check_writable(path)
        store = cls(path, patience=patience)
        with store._connected() as raw:
            sqlite.verify(path, raw)
            if check_version(path, raw) < len(MIGRATIONS):
                store._migrate()
            sqlite.begin_log(raw)
        return store

    def _migrate(self) -> None:
        try:
            migrate(self._engine, self.path)
        finally:
            self._engine.dispose()

    @property
    def _engine(self) -> Engine:
        with self._making:
            if self._made is None:
                self._made = sqlite.engine_for(self.path, patience=self._patience, check=self._check_file)
            return self._made

    def __enter__(self) -> Self:
        """Return the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def close(self) -> None:
        """Fold the log into the one file, so that it can be copied or mailed, and let go of it."""
        if self._made is None:  # only opened: the connection that read it has folded the log on closing
            return
        try:
            with troubles.plain_errors(self.path), sqlite.raw_connection(self._made) as raw:
                sqlite.fold(raw)
        except CannotWrite:
            if self._is_in_place():  # or whoever wrote since was told
                raise
        finally:
            self._made.dispose()

    def _is_in_place(self) -> bool:
        return self._file is not None and files.identity(self.path) == self._file

    def _check_file(self) -> None:
        """Raise CannotWrite where another file, or none, lies where this one was opened.

        What is written into a file without a name is lost, and one of the same name must not get this one's log.
        """
        if not self._is_in_place():
            raise troubles.no_longer_there(self.path)

    def _connect(self, *, patience: float) -> sqlite3.Connection:
        self._check_file()
        return sqlite.connect(self.path, patience=patience)

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        with troubles.plain_errors(self.path), closing(self._connect(patience=self._patience)) as raw:
            yield raw

    @contextmanager
    def _opening(self) -> Iterator[Ask]:
        """Give a transaction that reads what opening a project needs."""
        if self._made is not None and not self._is_in_place():
            # Pages go on showing what they showed: read from the file that was opened, wherever it is.
            with self._reading() as connection:
                yield connection.exec_driver_sql
            return
        with self._connected() as raw:
            raw.execute("BEGIN")
            yield raw.execute

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with troubles.plain_errors(self.path), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._check_file()
        with troubles.plain_errors(self.path), sqlite.writing(self._engine) as connection:
            yield connection
            self._check_file()

    def load(self) -> Snapshot:
        """Return the framework and its revision."""
        with self._opening() as ask:
            return Snapshot(reading.framework(ask), reading.revision(ask), reading.stamp(ask))

    def commit(
        self,
        changes: Iterable[Change],
        *,
        person: str,
        at: str,
        base: int,
        why: str = "",
        undoes: int | None = None,
        edit: str = "",
    ) -> Commit:
        """Record changes that ``person`` made ``at`` a moment (ISO, UTC) on the framework of revision ``base``.

        Each is merged with what others did since. Where one cannot be merged none is applied: the attempt is kept in
        the log as held and comes back as conflicts. ``edit`` is what the sender calls it: under the same name it is
        applied once. Raises BadEdit for a value that its field cannot hold.
        """
        from workbench.store import commits
        from workbench.store.log import Author

        author = Author(person=person, at=at, base=base, why=_readable(why), undoes=undoes, edit=_readable(edit))
        wanted = self._prepared(changes)
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
        from workbench.store import commits, decisions
        from workbench.store.log import Author

        author = Author(person=person, at=at, base=base, why=_readable(why))
        record = [replace(one, person=person, at=at, reason=_readable(one.reason)) for one in decided]
        wanted = tuple(changes)
        with self._writing() as connection:
            made = commits.commit(connection, wanted, author)
            if not made.conflicts:
                decisions.add(connection, record)
            return made

    def _prepared(self, changes: Iterable[Change]) -> tuple[Change, ...]:
        """Return changes of which long texts are merged already, before others are kept from writing."""
        from workbench.store import commits

        wanted = tuple(changes)
        if commits.is_long(wanted):
            with self._reading() as connection:
                commits.prepare(connection, wanted)
        return wanted

    def decisions(self) -> tuple[VersionDecision, ...]:
        """Return the decisions on new versions of standard sets, oldest first."""
        from workbench.store import decisions

        with self._reading() as connection:
            return decisions.read(connection)

    def undo(self, *, person: str, at: str) -> Commit | None:
        """Take back the person's latest change set, merged with what others did since; None where there is none.

        What could not be taken back before, and still cannot, is passed over.
        """
        from workbench.store import undo

        with self._writing() as connection:
            return undo.undo(connection, person, at)

    def redo(self, *, person: str, at: str) -> Commit | None:
        """Do again what the person undid last; None where there is nothing, or an edit came in between."""
        from workbench.store import undo

        with self._writing() as connection:
            return undo.redo(connection, person, at)

    def changes_since(self, revision: int) -> tuple[int, tuple[Change, ...]]:
        """Return the present revision and what was applied after ``revision``, oldest first."""
        from workbench.store import log

        with self._reading() as connection:
            latest = reading.revision(connection.exec_driver_sql)
            return latest, log.changes_between(connection, revision, latest)

    def history(
        self, *, things: Collection[str] | None = None, field: str | None = None, limit: int = 100
    ) -> list[HistoryEntry]:
        """Return the latest changes, newest first, held ones included: of all, of some things, of a field of them."""
        from workbench.store import log

        with self._reading() as connection:
            return log.history(connection, things=things, field=field, limit=limit)

    def stamp(self) -> Stamp:
        """Return how much is in the project, which tells whether anything was recorded since."""
        self._check_file()
        with self._reading() as connection:
            return reading.stamp(connection.exec_driver_sql)

    def people(self) -> dict[str, str]:
        """Return the names that were not removed, by the ids of their people."""
        with self._opening() as ask:
            return reading.people(ask)

    def saved(self) -> str:
        """Return when the framework was last changed (ISO, UTC); empty where it never was."""
        with self._reading() as connection:
            return connection.exec_driver_sql("SELECT max(at) FROM change_set").scalar() or ""

    def as_of(self, revision: int) -> Framework:
        """Return the framework as it was at ``revision``; raise UnknownName for one that never was."""
        from workbench.store import log

        with self._reading() as connection:
            return log.as_of(connection, revision)

    def person(self, name: str) -> str:
        """Return the opaque id of the person whom ``name`` reaches, giving one to a newcomer."""
        wanted = _readable(name)
        with self._opening() as ask:
            found = reading.reached(ask).get(wanted)
        if found is not None:
            return found
        from workbench.store import people

        with self._writing() as connection:
            return people.admit(connection, wanted)

    def newcomer(self, name: str) -> str:
        """Return the opaque id of somebody new, whom no name reaches: others may be called the same."""
        from workbench.store import people

        wanted = _readable(name)
        with self._writing() as connection:
            return people.add(connection, wanted, by_name=False)

    def person_name(self, person: str) -> str:
        """Return the name behind an id; empty where it was removed."""
        with self._opening() as ask:
            return reading.people(ask).get(person, "")

    def forget_person(self, person: str) -> None:
        """Remove a person's name for good; what they did stays in the history under the bare id."""
        from workbench.store import people

        with self._writing() as connection:
            people.forget(connection, person)

    def add_set(self, found: StandardSet) -> Added:
        """Keep a standard set, other content under an owner's identifier as a new version; say what was done."""
        from workbench.store import sets

        with self._writing() as connection, sqlite.roomy(connection):
            return sets.add(connection, found)

    @cached_property
    def shelves(self) -> Shelves:
        """The standard sets, to be read."""
        from workbench.store.shelves import Shelves

        return Shelves(self._reading)

    @cached_property
    def invitations(self) -> Invitations:
        """Who was invited to take part over the network."""
        from workbench.store.invitations import Invitations

        return Invitations(self._reading, self._writing)

    def add_edition(self, edition: Edition) -> None:
        """Archive an adopted edition; raise BadEdit where its number is taken."""
        from workbench.store import record

        with self._writing() as connection:
            record.add_edition(connection, edition)

    def editions(self) -> tuple[Edition, ...]:
        """Return the adopted editions with their files, oldest first."""
        from workbench.store import record

        with self._reading() as connection:
            return record.editions(connection)

    def adopted(self, *, after: int = 0) -> dict[int, Framework]:
        """Return the frameworks of the adopted editions with a number above ``after``, by number."""
        with self._opening() as ask:
            return reading.adopted(ask, after=after)

    def add_waiver(self, waiver: Waiver) -> None:
        """Note a decision to live with a finding; the latest on a finding counts."""
        from workbench.store import record

        with self._writing() as connection:
            record.add_waiver(connection, waiver)

    def waivers(self) -> tuple[Waiver, ...]:
        """Return the waivers that stand, sorted by rule and thing."""
        with self._opening() as ask:
            return reading.waivers(ask)

    def judge(self, said: Judgement, *, take_back: bool = False) -> None:
        """Note what a person says of an alignment, in place of what they said before; or take it back."""
        from workbench.store import judgements

        with self._writing() as connection:
            (judgements.take_back if take_back else judgements.add)(connection, said)

    def judgements(self, subject_id: str) -> tuple[Judgement, ...]:
        """Return what single people say of one of our things and the standards."""
        from workbench.store import judgements

        with self._reading() as connection:
            return judgements.of_subject(connection, subject_id)

    def say(self, said: Comment | Suggestion) -> None:
        """Note a comment, a reply or a suggestion, once; raise BadEdit for text that cannot be stored."""
        from workbench.store import discussion

        _readable(" ".join(str(value) for value in asdict(said).values()))
        with self._writing() as connection:
            discussion.add(connection, said)

    def settle(self, decided: Disposition) -> None:
        """Note what became of a thread or a suggestion; raise BadEdit where somebody was faster."""
        from workbench.store import discussion

        _readable(decided.reason)
        with self._writing() as connection:
            discussion.settle(connection, decided)

    def take_suggestion(self, changes: Iterable[Change], decided: Disposition, *, base: int, why: str) -> Commit:
        """Record that a suggestion was taken, with the changes that carry it out, in one transaction.

        With conflicts neither is recorded. Otherwise as ``commit`` and ``settle``.
        """
        from workbench.store import commits, discussion
        from workbench.store.log import Author

        author = Author(person=decided.person, at=decided.at, base=base, why=_readable(why))
        wanted = tuple(changes)
        with self._writing() as connection:
            made = commits.commit(connection, wanted, author)
            if not made.conflicts:
                discussion.settle(connection, decided)
            return made

    def said(self) -> Said:
        """Return everything that was said about the framework."""
        from workbench.store import discussion

        with self._reading() as connection:
            return discussion.read(connection)

    def meta(self, key: str) -> str:
        """Return what is noted under ``key``, or an empty text."""
        from workbench.store import record

        with self._reading() as connection:
            return record.note(connection, key)

    def set_meta(self, key: str, value: str) -> None:
        """Note a text under ``key``, in place of an earlier one."""
        from workbench.store import record

        with self._writing() as connection:
            record.set_note(connection, key, value)

    @cached_property
    def tag(self) -> str:
        """What tells this project from others, wherever it lies; a copy has it too, so that it can take its place.

        A project that was made without keeps the one by which browsers know it, from where it lay.
        """
        found = self.meta(TAG)
        if not found:
            found = hashlib.sha256(str(self.path).encode()).hexdigest()[:16]
            with suppress(CannotWrite):
                self.set_meta(TAG, found)
        return found

    def kept_readings(self, reader: str) -> readings.Readings:
        """Return what ``reader`` kept of texts; nothing where it cannot be read."""
        try:
            with closing(self._connect(patience=0)) as raw:
                return readings.load(raw.execute, reader)
        except (sqlite3.Error, ValueError, CannotWrite):
            return {}

    def keep_readings(self, reader: str, learned: readings.Readings, unused: Iterable[tuple[str, str]]) -> bool:
        """Keep what ``reader`` learned of texts, and tell whether it could be: nobody is kept waiting for that."""
        try:
            with closing(self._connect(patience=0)) as raw:
                readings.keep(raw, reader, learned, unused)
        except (sqlite3.Error, ValueError, CannotWrite):
            return False
        return True

    def backup(self, to: str | Path) -> Path:
        """Write a verified copy of the whole project while it stays open; return the copy's path."""
        self._check_file()
        return backups.backup(self.path, to)


def _readable(text: str) -> str:
    if unreadable(text):
        raise BadEdit(_("The text holds a character that cannot be stored; type it again instead of pasting it."))
    return text
