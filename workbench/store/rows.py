"""The materialised rows: one a thing, with the fields that differ from their defaults as JSON.

A removed thing keeps its row, marked as not alive, so that what points at it can be told from nonsense.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, bindparam, insert, select, update

from workbench.model import Change, Framework
from workbench.store import reading
from workbench.store.schema import thing

T = TypeVar("T", str, int)
AT_ONCE = 500
"""How many ids one question names; databases limit that."""


def batches(values: Collection[T]) -> Iterator[Sequence[T]]:
    """Yield ``values`` in parts that fit into one question."""
    ordered = sorted(values)
    yield from (ordered[start : start + AT_ONCE] for start in range(0, len(ordered), AT_ONCE))


def as_json(value: Any) -> str:
    """Return a JSON value as text; escapes keep what UTF-8 cannot hold."""
    return json.dumps(value, separators=(",", ":"))


def read_some(connection: Connection, identifiers: Collection[str]) -> Framework:
    """Return a framework of only the things named, those that are there."""
    return reading.assemble(
        row
        for some in batches(identifiers)
        for row in connection.execute(select(thing.c.kind, thing.c.data).where(thing.c.alive, thing.c.id.in_(some)))
    )


def removed_kinds(connection: Connection, identifiers: Collection[str]) -> dict[str, str]:
    """Return the kinds, by id, of those of the things named that were removed."""
    query = select(thing.c.id, thing.c.kind).where(thing.c.alive.is_(False))
    return {
        row.id: row.kind
        for some in batches(identifiers)
        for row in connection.execute(query.where(thing.c.id.in_(some)))
    }


def write(connection: Connection, touched: Collection[tuple[str, str]], after: Framework, revision: int) -> None:
    """Bring the rows of the ``touched`` things (kind, id) to what they are in ``after``."""
    known = _known(connection, {identifier for _, identifier in touched})
    rows = [_row(kind, identifier, after, revision) for kind, identifier in touched]
    if new := [row for row in rows if row["id"] not in known]:
        connection.execute(insert(thing), new)
    if old := [{**row, "known": row["id"]} for row in rows if row["id"] in known]:
        connection.execute(update(thing).where(thing.c.id == bindparam("known")), old)


def _known(connection: Connection, identifiers: Collection[str]) -> set[str]:
    return {
        identifier
        for some in batches(identifiers)
        for identifier in connection.scalars(select(thing.c.id).where(thing.c.id.in_(some)))
    }


def _row(kind: str, identifier: str, after: Framework, revision: int) -> dict[str, Any]:
    found = after.table(kind).get(identifier)
    data = "{}" if found is None else as_json(found.to_json())
    return {"id": identifier, "kind": kind, "alive": found is not None, "revision": revision, "data": data}


def touched_by(changes: Iterable[Change]) -> dict[tuple[str, str], None]:
    """Return (kind, id) of the things that ``changes`` name, once each, in order."""
    return dict.fromkeys((change.kind, change.id) for change in changes)
