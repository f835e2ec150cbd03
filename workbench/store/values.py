"""What the store answers with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from workbench.model import Change, Conflict, Framework


class Status(StrEnum):
    """A change set is applied, or held: kept in the log because it could not be merged."""

    APPLIED = "applied"
    HELD = "held"


class Stamp(NamedTuple):
    """How much is in a project: whoever finds the same stamp again has missed nothing."""

    change_sets: int
    sets: int
    waivers: int
    editions: int
    people: int
    said: int
    judged: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The framework as of ``revision``: the number of change sets applied so far."""

    framework: Framework
    revision: int
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Commit:
    """What became of a change set: ``changes`` as they were applied, at ``revision``.

    With ``conflicts`` nothing was applied: ``changes`` is empty and ``revision`` is what it was. ``passed`` are the
    later steps that an undo left alone, because others have changed the same words since.
    """

    revision: int
    changes: tuple[Change, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    passed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryEntry:
    """One change of the log: who made it, when (ISO, UTC) and why.

    ``person`` is an opaque id (``Store.person_name`` tells the name). ``undoes`` is the revision that this one took
    back; ``again``: that one had taken something back itself, so that this one did it again. A held change has the
    ``revision`` at which it could not be applied.
    """

    revision: int
    person: str
    at: str
    why: str
    change: Change
    status: Status
    undoes: int | None = None
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for: ``query`` as it was typed, within what the other fields allow; an empty field allows all.

    ``subject`` is part of the subject of a set, ``kind`` the whole kind of a standard; ``leaves``: only what can be
    met. A standard without grades has those of what is above it.
    """

    query: str = ""
    set_ids: Sequence[str] = ()
    grades: Sequence[str] = ()
    subject: str = ""
    kind: str = ""
    leaves: bool = False
    limit: int = 40
