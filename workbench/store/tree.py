"""The tree of a set, laid out once when the set is kept, so that any branch of it can be read alone.

The standards are numbered in the order of the tree, each before what is below it: a search that goes by
number goes through the tree from top to bottom.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model import Standard

TOP = -1


@dataclass(slots=True)
class Spot:
    """Where a standard stands: ``place`` in the set's own order, ``parent`` by its spot's position, or ``TOP``.

    ``rank`` counts from 0 among the children of one parent; ``leaves`` are those below, none for a leaf.
    ``grades`` are its own or, where it has none, those of what is above it.
    """

    place: int
    parent: int
    rank: int
    grades: tuple[str, ...]
    children: int = 0
    leaves: int = 0


def lay_out(standards: Sequence[Standard]) -> list[Spot]:
    """Return the spots of a set's standards in the order of the tree; each stands in it once.

    A parent that is not in the set is as none. Where parents go round in a circle, the first stands at the top.
    """
    below = _below(standards)
    spots: list[Spot] = []
    seen = bytearray(len(standards))
    ranks = 0
    for start in _starts(below, len(standards)):
        if not seen[start]:
            _take(start, ranks, standards, below, seen, spots)
            ranks += 1
    for spot in reversed(spots):
        if spot.parent != TOP:
            spots[spot.parent].leaves += spot.leaves or 1
    return spots


def _below(standards: Sequence[Standard]) -> dict[int, list[int]]:
    """Return the places of the children of each place, in sequence; those at the top under ``TOP``."""
    places = {standard.id: place for place, standard in enumerate(standards)}
    groups: dict[int, list[int]] = {}
    for place, standard in enumerate(standards):
        groups.setdefault(places.get(standard.parent_id, TOP) if standard.parent_id else TOP, []).append(place)
    for group in groups.values():
        group.sort(key=lambda place: standards[place].sequence)
    return groups


def _starts(below: dict[int, list[int]], count: int) -> Iterator[int]:
    yield from below.get(TOP, ())
    # What is still unseen then is in a circle.
    yield from range(count)


def _take(
    start: int,
    rank: int,
    standards: Sequence[Standard],
    below: dict[int, list[int]],
    seen: bytearray,
    spots: list[Spot],
) -> None:
    """Append the spots of ``start`` and of all below it that were not ``seen`` yet."""
    waiting = [(start, TOP)]
    while waiting:
        place, parent = waiting.pop()
        if seen[place]:
            continue
        seen[place] = 1
        above = spots[parent] if parent != TOP else None
        grades = standards[place].grades or (above.grades if above else ())
        spots.append(Spot(place, parent, above.children if above else rank, grades))
        if above:
            above.children += 1
        here = len(spots) - 1
        waiting += [(child, here) for child in reversed(below.get(place, ()))]
