"""The change log: what is written there and what can be read out of it. Nothing in it is ever changed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, insert, select, tuple_

from workbench.errors import UnknownName
from workbench.model import EXISTS, Change, Framework, apply
from workbench.store import reading
from workbench.store.rows import as_json
from workbench.store.schema import change, change_set
from workbench.store.values import HistoryEntry, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Who changes something, when, on what revision, why; ``undoes`` is the revision that is taken back.

    ``edit`` is what the page calls it that asks for it, the same each time it asks; empty where none does.
    """

    person: str
    at: str
    base: int
    why: str = ""
    undoes: int | None = None
    edit: str = ""


def append(connection: Connection, changes: Iterable[Change], author: Author, *, revision: int, status: Status) -> None:
    """Write one change set at the end of the log."""
    number = (connection.scalar(select(func.max(change_set.c.number))) or 0) + 1
    connection.execute(
        insert(change_set).values(
            number=number,
            revision=revision,
            status=status.value,
            person=author.person,
            at=author.at,
            why=author.why,
            base=author.base,
            undoes=author.undoes,
            edit=author.edit or None,
        )
    )
    rows = [_row(number, place, one) for place, one in enumerate(changes)]
    if rows:
        connection.execute(insert(change), rows)


def sent_before(connection: Connection, author: Author) -> tuple[int, Status] | None:
    """Return at which revision this very edit came for the first time, and what became of it."""
    if not author.edit:
        return None
    query = select(change_set.c.revision, change_set.c.status).order_by(change_set.c.number.desc())
    found = connection.execute(query.where(change_set.c.edit == author.edit, change_set.c.person == author.person))
    return next(((row.revision, Status(row.status)) for row in found), None)


def _row(number: int, place: int, one: Change) -> dict[str, Any]:
    return {
        "number": number,
        "place": place,
        "kind": one.kind,
        "thing": one.id,
        "field": one.field,
        "old": as_json(one.old),
        "new": as_json(one.new),
    }


def _change(row: Any) -> Change:
    return Change(row.kind, row.thing, row.field, json.loads(row.old), json.loads(row.new))


def changes_between(connection: Connection, after: int, until: int) -> tuple[Change, ...]:
    """Return what was applied after one revision until another, oldest first."""
    query = (
        select(change)
        .join(change_set, change_set.c.number == change.c.number)
        .where(change_set.c.status == Status.APPLIED.value)
        .where(change_set.c.revision > after, change_set.c.revision <= until)
        .order_by(change.c.number, change.c.place)
    )
    return tuple(map(_change, connection.execute(query)))


def history(
    connection: Connection, *, things: Collection[str] | None = None, field: str | None = None, limit: int = 100
) -> list[HistoryEntry]:
    """Return the latest changes, newest first; ``field`` may be "descriptors" or "descriptors.3"."""
    newest = change.c.number.desc(), change.c.place.desc()
    latest = select(change.c.number, change.c.place).order_by(*newest).limit(limit)
    if things is not None:
        latest = latest.where(change.c.thing.in_(things))
    if field is not None:
        latest = latest.where((change.c.field == field) | change.c.field.startswith(f"{field}.", autoescape=True))
    # The latest are found by the index alone: what a thing has behind it, however long, is neither read nor sorted.
    query = (
        select(change, change_set)
        .join(change_set, change_set.c.number == change.c.number)
        .where(tuple_(change.c.number, change.c.place).in_(latest))
        .order_by(*newest)
    )
    rows = connection.execute(query).all()
    redone = _redoing(connection, {row.revision: row.undoes for row in rows if row.undoes is not None})
    return [
        HistoryEntry(
            revision=row.revision,
            person=row.person,
            at=row.at,
            why=row.why,
            change=_change(row),
            status=Status(row.status),
            undoes=row.undoes,
            again=row.undoes is not None and row.revision in redone,
        )
        for row in rows
    ]


def _redoing(connection: Connection, undoes: dict[int, int]) -> set[int]:
    """Return which of these revisions did something again: what they take back took something back itself."""
    known: dict[int, int | None] = dict(undoes)
    while asked := {one for one in known.values() if one is not None and one not in known}:
        query = select(change_set.c.revision, change_set.c.undoes).where(
            change_set.c.revision.in_(asked), change_set.c.status == Status.APPLIED.value
        )
        known |= dict.fromkeys(asked) | {row.revision: row.undoes for row in connection.execute(query)}
    return {one for one in undoes if _times_turned(known, one) % 2 == 0}


def _times_turned(undoes: dict[int, int | None], revision: int) -> int:
    turned = 0
    while (before := undoes[revision]) is not None:
        turned, revision = turned + 1, before
    return turned


def as_of(connection: Connection, revision: int) -> Framework:
    """Return the framework as it was at ``revision``; raise UnknownName for one that never was."""
    latest = reading.revision(connection.exec_driver_sql)
    if not 0 <= revision <= latest:
        raise UnknownName(f"There is no revision {revision}; this project has the revisions 0 to {latest}.")
    last: dict[tuple[str, str, str], Change] = {}
    for one in changes_between(connection, 0, revision):
        last[one.kind, one.id, one.field] = one
    gone = {(one.kind, one.id) for one in last.values() if one.field == EXISTS and not one.new}
    return apply(Framework(), [one for one in last.values() if (one.kind, one.id) not in gone])
