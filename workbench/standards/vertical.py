"""One strand of a set across its grades, with what must come before what: the vertical view."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from workbench.errors import UnknownName
from workbench.localize import N_
from workbench.model import Standard, StandardSet
from workbench.model.values import natural_key
from workbench.standards.bands import Band
from workbench.standards.naming import shown, version
from workbench.standards.prerequisites import Prerequisite, prerequisites_of
from workbench.standards.strands import Place, Strand, places, strands

UNGRADED = N_("no grade told")
"""The label of the last column, where there are standards without grades."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerticalRow:
    """What has the same number (or stands below the same heading) in each grade; ``cells`` are by column.

    An empty cell is a gap: this number does not occur there.
    """

    anchor: str
    cells: tuple[tuple[Standard, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vertical:
    """A strand across grades: ``columns`` are the labels of grades in order, ``gaps`` those without any standard.

    ``outside`` counts prerequisites of which one end is not in the set.
    """

    found: StandardSet
    strand: Strand
    columns: tuple[str, ...]
    rows: tuple[VerticalRow, ...]
    gaps: tuple[str, ...]
    prerequisites: tuple[Prerequisite, ...] = ()
    outside: int = 0

    def to_json(self) -> dict[str, Any]:
        """Return the view as JSON values."""
        return {
            "set": version(self.found),
            "strand": strand_json(self.strand),
            "columns": list(self.columns),
            "gaps": list(self.gaps),
            "rows": [
                {"anchor": row.anchor, "cells": [[shown(one) for one in cell] for cell in row.cells]}
                for row in self.rows
            ],
            "prerequisites": [
                {"before": shown(one.before), "after": shown(one.after), "ours": one.ours, "inside": one.inside}
                for one in self.prerequisites
            ],
            "outside": self.outside,
        }


def strand_json(strand: Strand) -> dict[str, Any]:
    """Return a strand as JSON values."""
    return {
        "key": strand.key,
        "title": strand.title,
        "coded": strand.coded,
        "grades": [band.label for band in strand.bands],
        "standards": strand.standards,
        "ungraded": strand.ungraded,
    }


def vertical(found: StandardSet, strand: str, *, ours: Iterable[tuple[str, str]] = ()) -> Vertical:
    """Return one strand across the grades of its set.

    Args:
        found: The set; its links of type "precedes" are its prerequisites.
        strand: Key of a strand, or a part of its key or title that fits one strand only.
        ours: Further prerequisites, each two codes or identifiers of standards: what comes before, what after.

    Raises:
        UnknownName: No strand fits, or several do.
    """
    known = strands(found)
    chosen = _chosen(known, strand)
    everywhere = list(places(found))
    inside = [one for one in everywhere if (one.coded, one.key) == (chosen.coded, chosen.key)]
    columns = _columns(chosen, {band for one in known for band in one.bands})
    labels = [*(band.label for band in columns), *([UNGRADED] if chosen.ungraded else [])]
    edges, outside = prerequisites_of(found, everywhere, {one.standard.id for one in inside}, ours)
    return Vertical(
        found=found,
        strand=chosen,
        columns=tuple(labels),
        rows=_rows(inside, columns, len(labels)),
        gaps=tuple(band.label for band in columns if band not in chosen.bands),
        prerequisites=edges,
        outside=outside,
    )


def _chosen(known: Iterable[Strand], name: str) -> Strand:
    some = list(known)
    exact = [one for one in some if name.casefold() == one.key.casefold()]
    found = exact or [one for one in some if name.casefold() in f"{one.key} {one.title}".casefold()]
    if len(found) == 1:
        return found[0]
    if not some:
        raise UnknownName(
            "This set has no strands across grades: it tells no grades, or neither its codes nor its headings recur."
        )
    if not found:
        raise UnknownName.of("strand", name, [one.key for one in some])
    several = ", ".join(f"“{one.key}”" for one in found)
    raise UnknownName(f"Several strands fit “{name}”. Choose from: {several}.")


def _columns(strand: Strand, every: Iterable[Band]) -> list[Band]:
    """Return the strand's own spans and, for grades it leaves out, the narrowest spans of the set; in order."""
    found = list(strand.bands)
    for band in sorted(every, key=lambda one: (one.last - one.first, one)):
        if not any(band.overlaps(one) for one in found):
            found.append(band)
    return sorted(found)


def _rows(inside: Iterable[Place], columns: list[Band], width: int) -> tuple[VerticalRow, ...]:
    numbers = {band: place for place, band in enumerate(columns)}
    rows: dict[str, list[list[Standard]]] = {}
    for one in inside:
        cells = rows.setdefault(one.anchor, [[] for _ in range(width)])
        cells[width - 1 if one.band is None else numbers[one.band]].append(one.standard)
    ordered = sorted(rows.items(), key=lambda row: (natural_key(row[0]), row[0]))
    return tuple(VerticalRow(anchor=anchor, cells=tuple(tuple(cell) for cell in cells)) for anchor, cells in ordered)
