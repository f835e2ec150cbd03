"""Standard sets: kept whole and told back exactly as they came, or read a branch at a time."""

from __future__ import annotations

import json
import uuid
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Select, func, select

from workbench.errors import BadFile, UnknownName
from workbench.model import Added, Addition, Branch, SetInfo, Standard, StandardSet
from workbench.store.rows import batches
from workbench.store.schema import standard, standard_link, standard_set
from workbench.store.set_rows import digest, parsed, parts, write

VERSIONS = uuid.UUID("6ef0a2a5-4d55-4f1c-8a51-6d8a9b1a0c3e")
"""Under this, ids of later versions are derived."""


def add(connection: Connection, found: StandardSet) -> Added:
    """Keep a set; other content under an owner's identifier that is here becomes a new version beside the old.

    Raises BadFile where an identifier or a code cannot be stored.
    """
    identifier, content = found.identifier or found.id, digest(found)
    try:
        present = connection.execute(
            select(standard_set.c.id, standard_set.c.digest)
            .where(standard_set.c.identifier == identifier)
            .order_by(standard_set.c.root)
        ).all()
        for row in present:
            if row.digest == content:
                return Added(what=Addition.HERE, id=row.id)
        kept = _version(connection, found, content, present[-1].id if present else "")
        write(connection, kept, _next_root(connection), content)
    except UnicodeEncodeError as error:
        raise BadFile(
            f"The standard set “{found.title}” has an identifier or code with a broken character in it; "
            "ask the publisher of the file for a sound one."
        ) from error
    return Added(what=Addition.VERSION if present else Addition.NEW, id=kept.id, follows=kept.follows)


def _version(connection: Connection, found: StandardSet, content: str, latest: str) -> StandardSet:
    """Return the set under an id that is free here, its own where it can be, following the ``latest`` version."""
    identifier = found.identifier or found.id
    taken = connection.scalar(select(standard_set.c.id).where(standard_set.c.id == found.id))
    own = str(uuid.uuid5(VERSIONS, f"{identifier} {content}")) if taken else found.id
    return replace(found, id=own, identifier="" if identifier == own else identifier, follows=latest)


def _next_root(connection: Connection) -> int:
    return connection.scalar(select(func.max(standard_set.c.root + standard_set.c.size + 1))) or 0


def infos(connection: Connection) -> tuple[SetInfo, ...]:
    """Return the sets without their standards, in the order in which they were added."""
    return tuple(info_of(row) for row in connection.execute(select(*INFO).order_by(standard_set.c.root)))


INFO = (standard_set.c.identifier, standard_set.c.size, standard_set.c.leaves, standard_set.c.data)


def info_of(row: Any) -> SetInfo:
    """Return what a row of the columns ``INFO`` tells."""
    return SetInfo(**{**json.loads(row.data), "identifier": row.identifier, "count": row.size, "leaves": row.leaves})


def read(connection: Connection, set_id: str) -> StandardSet | None:
    """Return one set whole, or None."""
    own = connection.execute(select(standard_set).where(standard_set.c.id == set_id)).one_or_none()
    if own is None:
        return None
    standards = select(standard.c.data).where(in_set(own)).order_by(standard.c.place)
    links = select(standard_link.c.data).where(standard_link.c.root == own.root).order_by(standard_link.c.place)
    held = parts(connection.scalars(standards), connection.scalars(links))
    return StandardSet(**json.loads(own.data), **held, extra=json.loads(own.extra))


def in_set(own: Any) -> Any:
    """Return the condition that a standard is one of the set whose numbers lie at ``own``."""
    return standard.c.number.between(own.root + 1, own.root + own.size)


def own_of(connection: Connection, set_id: str) -> Any:
    """Return where a set's numbers lie; raise UnknownName."""
    query = select(standard_set.c.root, standard_set.c.size).where(standard_set.c.id == set_id)
    own = connection.execute(query).one_or_none()
    if own is None:
        raise UnknownName.of("standard set", set_id, connection.scalars(select(standard_set.c.id)))
    return own


def children(connection: Connection, set_id: str, parent_id: str, *, offset: int, limit: int) -> tuple[Branch, ...]:
    """Return ``limit`` children of a standard after the first ``offset``, in sequence; the top for an empty id."""
    own = own_of(connection, set_id)
    parent = number_of(connection, own, parent_id) if parent_id else own.root
    query = select(*BRANCH).where(standard.c.parent == parent, standard.c.rank.between(offset, offset + limit - 1))
    return branches(connection, set_id, query.order_by(standard.c.rank))


BRANCH = (standard.c.number, standard.c.parent, standard.c.children, standard.c.leaves, standard.c.data)


def branches(connection: Connection, set_id: str, query: Select[Any]) -> tuple[Branch, ...]:
    """Return the branches that a query for the columns ``BRANCH`` finds in one set."""
    rows = connection.execute(query).all()
    held = parsed(Standard, (row.data for row in rows))
    return tuple(
        Branch(set_id=set_id, standard=one, children=row.children, leaves=row.leaves)
        for row, one in zip(rows, held, strict=True)
    )


def number_of(connection: Connection, own: Any, standard_id: str) -> int | None:
    """Return the number of a standard of a set; None where it is not in it."""
    # Of several with one identifier the last counts, as in ``StandardSet.by_id``.
    query = select(standard.c.number).where(standard.c.id == standard_id, in_set(own))
    return connection.scalar(query.order_by(standard.c.place.desc()).limit(1))


def standards(connection: Connection, set_id: str, ids: Collection[str]) -> tuple[Branch, ...]:
    """Return those of the standards named that the set has, in the order in which they are named."""
    own = own_of(connection, set_id)
    found: dict[str, Branch] = {}
    for some in batches(ids):
        query = select(*BRANCH).where(standard.c.id.in_(some), in_set(own)).order_by(standard.c.place)
        found |= {one.standard.id: one for one in branches(connection, set_id, query)}
    return tuple(found[one] for one in dict.fromkeys(ids) if one in found)


def ancestors(connection: Connection, set_id: str, standard_id: str) -> tuple[Branch, ...]:
    """Return what is above a standard, the top first; nothing for one that is not in the set."""
    own = own_of(connection, set_id)
    number = number_of(connection, own, standard_id)
    if number is None:
        return ()
    above = numbers_above(connection, [number])
    query = select(*BRANCH).where(standard.c.number.in_(above), standard.c.number != number)
    return branches(connection, set_id, query.order_by(standard.c.number))


def numbers_above(connection: Connection, numbers: Sequence[int]) -> dict[int, int]:
    """Return the parents, by number, of ``numbers`` and of all that is above them."""
    chain = select(standard.c.number, standard.c.parent).where(standard.c.number.in_(numbers)).cte(recursive=True)
    upwards = select(standard.c.number, standard.c.parent).join(chain, standard.c.number == chain.c.parent)
    return {row.number: row.parent for row in connection.execute(select(chain.union(upwards)))}
