"""Which change set a person's undo or redo turns round, told from the log alone.

A set that undoes an ordinary one is an undo; a set that undoes an undo is a redo, and can be undone again.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from workbench.store.schema import change_set
from workbench.store.values import Status


def next_undo(connection: Connection, person: str) -> int | None:
    """Return the revision that this person would undo now, or None."""
    done, _ = _stacks(_own(connection, person))
    return done[-1] if done else None


def next_redo(connection: Connection, person: str) -> int | None:
    """Return the revision of the undo that this person would take back now, or None."""
    _, undone = _stacks(_own(connection, person))
    return undone[-1] if undone else None


def why_of(connection: Connection, revision: int) -> str:
    """Return the reason given for a change set."""
    query = select(change_set.c.why).where(
        change_set.c.revision == revision, change_set.c.status == Status.APPLIED.value
    )
    return connection.scalar(query) or ""


def _own(connection: Connection, person: str) -> list[tuple[int, int | None]]:
    query = (
        select(change_set.c.revision, change_set.c.undoes)
        .where(change_set.c.person == person, change_set.c.status == Status.APPLIED.value)
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
