"""Which change set a person's undo or redo turns round, told from the log alone.

A set that undoes an ordinary one is an undo; a set that undoes an undo is a redo, and can be undone again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection, select

from workbench.model import Change, Conflict, invert
from workbench.store import commits, log, reading
from workbench.store.log import Author
from workbench.store.schema import change_set
from workbench.store.values import Commit, Status

BEGAN = "Began with the starter"


def undo(connection: Connection, person: str, at: str) -> Commit | None:
    """Take back this person's latest change set that can be taken back; None where there is none."""
    done, _ = _stacks(_own(connection, person))
    return _turn_round(connection, done[::-1], person, at)


def redo(connection: Connection, person: str, at: str) -> Commit | None:
    """Take back this person's latest undo; None where there is none, or an edit came in between."""
    _, undone = _stacks(_own(connection, person))
    return _turn_round(connection, undone[::-1], person, at)


def _turn_round(connection: Connection, revisions: Iterable[int], person: str, at: str) -> Commit | None:
    """Turn round the first of these change sets; one that stood in the way before, and still does, is passed over.

    Where nothing else is left, what stands in the way is told once more, and not kept once more.
    """
    held = _held(connection, person)
    passed: list[tuple[Conflict, ...]] = []
    for revision in revisions:
        changes = _inverse(connection, revision)
        if revision in held and (conflicts := commits.conflicts_of(connection, changes)):
            passed.append(conflicts)
            continue
        why = _why_of(connection, revision)
        author = Author(person=person, at=at, base=revision, why=why, undoes=revision)
        return replace(commits.commit(connection, changes, author), passed=len(passed))
    return Commit(reading.revision(connection.exec_driver_sql), (), passed[0]) if passed else None


def _inverse(connection: Connection, revision: int) -> tuple[Change, ...]:
    return tuple(invert(log.changes_between(connection, revision - 1, revision)))


def _held(connection: Connection, person: str) -> set[int]:
    """Return the change sets that this person tried to turn round in vain."""
    query = select(change_set.c.undoes).where(change_set.c.person == person, change_set.c.undoes.is_not(None))
    return {row.undoes for row in connection.execute(query.where(change_set.c.status == Status.HELD.value))}


def _why_of(connection: Connection, revision: int) -> str:
    """Return the reason given for a change set."""
    query = select(change_set.c.why).where(
        change_set.c.revision == revision, change_set.c.status == Status.APPLIED.value
    )
    return connection.scalar(query) or ""


def _own(connection: Connection, person: str) -> list[tuple[int, int | None]]:
    # What a project began with is nobody's step, though people of older projects may bear its maker's name.
    began = (change_set.c.revision == 1) & change_set.c.why.startswith(BEGAN)
    query = (
        select(change_set.c.revision, change_set.c.undoes)
        .where(change_set.c.person == person, change_set.c.status == Status.APPLIED.value, ~began)
        .order_by(change_set.c.revision)
    )
    return [(row.revision, row.undoes) for row in connection.execute(query)]


def _stacks(own: Iterable[tuple[int, int | None]]) -> tuple[list[int], list[int]]:
    """Return what can be undone and what can be redone, the next one last; a new edit ends all redoing."""
    done: list[int] = []
    undone: list[int] = []
    for revision, undoes in own:
        if undoes is None:
            done.append(revision)
            undone.clear()
        elif undoes in undone:
            undone.remove(undoes)
            done.append(revision)
        else:
            undone.append(revision)
            if undoes in done:
                done.remove(undoes)
    return done, undone
