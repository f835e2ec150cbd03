"""How a change set enters the project: merged with what others did, then log and rows in one transaction."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from workbench.errors import BadEdit
from workbench.model import EXISTS, Change, Conflict, Framework, apply, kind_of
from workbench.model.fields import unreadable
from workbench.store import log, merging, reading, references, rows
from workbench.store.log import Author
from workbench.store.values import Commit, Status

LONG = 2000
"""Letters of a text from which on merging is begun before the write."""


def is_long(changes: Sequence[Change]) -> bool:
    """Tell whether merging may take a while."""
    return any(isinstance(one.new, str) and len(one.new) > LONG for one in changes)


def prepare(connection: Connection, changes: Sequence[Change]) -> None:
    """Merge long texts with what stands there now, so that ``commit`` has it at hand unless that changes meanwhile.

    Whoever writes keeps all others from writing: only what must be done there is.
    """
    merging.merge_set(changes, _now(connection, changes))


def commit(connection: Connection, changes: Sequence[Change], author: Author) -> Commit:
    """Apply ``changes``, or hold them where something cannot be merged; the caller's transaction writes alone.

    An edit that was applied before, and is sent again because its answer never came, is answered as it was then.
    """
    before = log.sent_before(connection, author)
    if before and before[1] is Status.APPLIED:
        return Commit(before[0])
    revision = reading.revision(connection.exec_driver_sql)
    merged, after, conflicts = _tried(connection, changes)
    if conflicts:
        if before is None:
            log.append(connection, changes, author, revision=revision, status=Status.HELD)
        return Commit(revision, (), conflicts)
    if not merged and author.undoes is None:
        return Commit(revision)
    revision += 1
    log.append(connection, merged, author, revision=revision, status=Status.APPLIED)
    rows.write(connection, rows.touched_by(merged), after, revision)
    return Commit(revision, merged)


def conflicts_of(connection: Connection, changes: Sequence[Change]) -> tuple[Conflict, ...]:
    """Return what stands in the way of ``changes`` now; nothing is applied or kept."""
    return _tried(connection, changes)[2]


def _tried(
    connection: Connection, changes: Sequence[Change]
) -> tuple[tuple[Change, ...], Framework, tuple[Conflict, ...]]:
    """Return the merged changes, the changed things as they would be then, and what stands in the way."""
    now = _now(connection, changes)
    _check_kinds(changes, now)
    merged, conflicts = merging.merge_set(changes, now)
    after = apply(now, merged)
    return merged, after, conflicts or _broken(connection, merged, now, after)


def _now(connection: Connection, changes: Sequence[Change]) -> Framework:
    """Return the things that are changed, as they stand."""
    return rows.read_some(connection, {change.id for change in changes if not unreadable(change.id)})


def _check_kinds(changes: Sequence[Change], now: Framework) -> None:
    """Raise BadEdit where a change takes a thing of one kind for another."""
    kinds = {thing.id: thing for thing in now.things()}
    for change in changes:
        known = kinds.get(change.id)
        if known is not None and known.kind != change.kind:
            raise BadEdit(f"“{known.name}” is a {known.noun} and cannot be changed as a {kind_of(change.kind).noun}.")


def _broken(
    connection: Connection, merged: Sequence[Change], before: Framework, after: Framework
) -> tuple[Conflict, ...]:
    """Return conflicts for references that would be left without a thing to point at."""
    removed = {change.id for change in merged if change.field == EXISTS and not change.new}
    wanted = {target for target in references.new_references(before, after) if after.find(target) is None}
    lost = rows.removed_kinds(connection, wanted)
    lost.update((identifier, _kind(merged, identifier)) for identifier in wanted & removed)
    if lost or not removed:
        return references.lost_targets(lost)
    return references.new_dependants(apply(reading.framework(connection.exec_driver_sql), merged), removed)


def _kind(changes: Sequence[Change], identifier: str) -> str:
    return next(change.kind for change in changes if change.id == identifier)
