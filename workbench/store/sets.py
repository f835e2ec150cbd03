"""Standard sets: kept whole, told back exactly as they came."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from typing import Any, TypeVar

from sqlalchemy import Connection, func, insert, select

from workbench.errors import BadFile
from workbench.model import Standard, StandardLink, StandardSet
from workbench.store.rows import as_json
from workbench.store.schema import standard, standard_link, standard_set

T = TypeVar("T", Standard, StandardLink)
LISTS = ("standards", "links")


def add(connection: Connection, found: StandardSet) -> bool:
    """Keep a set; return False where this very set is here already.

    Raises BadFile where another content is here under the same identifier, since a set is never edited, and where
    an identifier or a code cannot be stored.
    """
    present = read(connection, found.id)
    if present == found:
        return False
    if present is not None:
        raise BadFile(
            f"The standard set “{found.title}” is in this project already with other content (version "
            f"“{present.version or 'not told'}”); a newer version needs an identifier of its own."
        )
    try:
        _insert(connection, found)
    except UnicodeEncodeError as error:
        raise BadFile(
            f"The standard set “{found.title}” has an identifier or code with a broken character in it; "
            "ask the publisher of the file for a sound one."
        ) from error
    return True


def _insert(connection: Connection, found: StandardSet) -> None:
    place = connection.scalar(select(func.count()).select_from(standard_set))
    connection.execute(
        insert(standard_set).values(id=found.id, place=place, key=found.key, data=as_json(_own_fields(found)))
    )
    standards = [
        {"set_id": found.id, "place": place, "id": one.id, "code": one.code, "data": as_json(_fields(one))}
        for place, one in enumerate(found.standards)
    ]
    links = [
        {
            "set_id": found.id,
            "place": place,
            "origin_id": one.origin_id,
            "destination_id": one.destination_id,
            "data": as_json(_fields(one)),
        }
        for place, one in enumerate(found.links)
    ]
    for table, values in ((standard, standards), (standard_link, links)):
        if values:
            connection.execute(insert(table), values)


def keys(connection: Connection) -> tuple[str, ...]:
    """Return the keys of the sets that have one, in the order in which they were added."""
    query = select(standard_set.c.key).where(standard_set.c.key != "").order_by(standard_set.c.place)
    return tuple(connection.scalars(query))


def read_all(connection: Connection) -> tuple[StandardSet, ...]:
    """Return the sets in the order in which they were added."""
    identifiers = connection.scalars(select(standard_set.c.id).order_by(standard_set.c.place)).all()
    return tuple(found for one in identifiers if (found := read(connection, one)) is not None)


def read(connection: Connection, identifier: str) -> StandardSet | None:
    """Return one set, or None."""
    data = connection.scalar(select(standard_set.c.data).where(standard_set.c.id == identifier))
    if data is None:
        return None
    standards = select(standard.c.data).where(standard.c.set_id == identifier).order_by(standard.c.place)
    links = select(standard_link.c.data).where(standard_link.c.set_id == identifier).order_by(standard_link.c.place)
    return StandardSet(
        **json.loads(data),
        standards=_parts(Standard, connection.scalars(standards)),
        links=_parts(StandardLink, connection.scalars(links)),
    )


def _own_fields(found: StandardSet) -> dict[str, Any]:
    return {name: value for name, value in _fields(found).items() if name not in LISTS}


def _fields(value: Any) -> dict[str, Any]:
    """Return the fields that differ from their defaults; ``dataclasses.asdict`` would copy every part deeply."""
    out = {}
    for declared in dataclasses.fields(value):
        held = getattr(value, declared.name)
        if held or (declared.default is dataclasses.MISSING and declared.default_factory is dataclasses.MISSING):
            out[declared.name] = dict(held) if declared.name == "extra" else held
    return out


def _parts(cls: type[T], rows: Iterable[str]) -> tuple[T, ...]:
    parts = json.loads(f"[{','.join(rows)}]")
    return tuple(cls(**{name: _frozen(value) for name, value in part.items()}) for part in parts)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
