"""Where standards stand in the tree of their set, and what links them: asked of the tables a branch at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from sqlalchemy import Connection, func, select

from workbench.model import Standard, StandardLink
from workbench.store.rows import batches
from workbench.store.schema import standard, standard_link
from workbench.store.set_rows import parsed
from workbench.store.sets import in_set, number_of, numbers_above, own_of


def child_count(connection: Connection, set_id: str, parent_id: str) -> int:
    """Return how many children a standard has; without one, how many stand at the top of the set."""
    own = own_of(connection, set_id)
    parent = number_of(connection, own, parent_id) if parent_id else own.root
    query = select(func.count()).select_from(standard).where(standard.c.parent == parent)
    return connection.scalar(query) or 0


def way_to(connection: Connection, set_id: str, standard_id: str) -> tuple[tuple[str, str, int], ...]:
    """Return the way from the top to a standard: each one's parent's id, its own, and its place among its siblings."""
    number = number_of(connection, own_of(connection, set_id), standard_id)
    if number is None:
        return ()
    above = numbers_above(connection, [number])
    query = select(standard.c.id, standard.c.rank).where(standard.c.number.in_(above)).order_by(standard.c.number)
    found = connection.execute(query).all()
    parents = ["", *(row.id for row in found)]
    return tuple((parent, row.id, row.rank) for parent, row in zip(parents, found, strict=False))


def covered_below(connection: Connection, set_id: str, ids: Collection[str]) -> dict[str, int]:
    """Return, for every standard at or above one of ``ids`` that can be met, how many of those are at or below it."""
    own = own_of(connection, set_id)
    counts: Counter[int] = Counter()
    for some in batches(ids):
        query = select(standard.c.number).where(standard.c.id.in_(some), in_set(own), standard.c.children == 0)
        numbers = list(connection.scalars(query))
        above = numbers_above(connection, numbers)
        for number in numbers:
            while number in above:
                counts[number] += 1
                number = above[number]  # noqa: PLW2901  # one step up the tree at a time
    found: dict[str, int] = {}
    for part in batches(counts):
        rows = connection.execute(select(standard.c.number, standard.c.id).where(standard.c.number.in_(part)))
        found |= {row.id: counts[row.number] for row in rows}
    return found


def links_of(connection: Connection, set_id: str, standard_id: str) -> tuple[tuple[StandardLink, Standard | None], ...]:
    """Return the links at a standard, each with the standard at its other end; None where that is in no set here."""
    own = own_of(connection, set_id)
    query = select(standard_link.c.data).where(
        standard_link.c.root == own.root, standard_link.c.data.contains(standard_id, autoescape=True)
    )
    links = parsed(StandardLink, connection.scalars(query.order_by(standard_link.c.place)))
    at = [one for one in links if standard_id in (one.origin_id, one.destination_id)]
    ends = {one.destination_id if one.origin_id == standard_id else one.origin_id for one in at}
    held: dict[str, Standard] = {}
    for some in batches(ends):
        # The set's own standards come last, and so before those of other sets that bear the same identifier.
        query = select(standard.c.data).where(standard.c.id.in_(some)).order_by(in_set(own))
        held |= {one.id: one for one in parsed(Standard, connection.scalars(query))}
    return tuple((one, held.get(one.destination_id if one.origin_id == standard_id else one.origin_id)) for one in at)


def grades(connection: Connection, set_id: str) -> tuple[str, ...]:
    """Return the grades that a set's standards name, as the set writes them, each once, in no order."""
    own = own_of(connection, set_id)
    query = select(standard.c.data).where(in_set(own), standard.c.data.contains('"grades"'))
    found: dict[str, None] = {}
    for one in parsed(Standard, connection.scalars(query)):
        found |= dict.fromkeys(one.grades)
    return tuple(found)
