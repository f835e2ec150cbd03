"""What a new version of a standard set means for a framework: every alignment, and what stands behind it.

The versions of a set share the identifiers of their standards, so an alignment belongs to a version by its
``set_id`` alone; ``Framework.alignments_to`` is not asked, for it would mix them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from workbench.errors import UnknownName
from workbench.model import Alignment, Framework, Standard, Thing
from workbench.standards.naming import chain_above, shown, version
from workbench.standards.reach import REACHED, rank, reached_by
from workbench.standards.set_change import Certainty, Kind, Pair, SetDifference


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpactRow:
    """One alignment to the old version, and what it would point at in the new one.

    ``pairs`` are the counterparts of its standard, surest first: none for a removed standard, several for a split
    one. ``reaches`` are the things that rest on the alignment, its own subject first. ``twins`` are alignments of the
    same subject that point at the proposed standard already, or are proposed to. ``below`` counts the standards below
    this one that changed, were added or removed.
    """

    alignment: Alignment
    subject: Thing | None
    old: Standard
    pairs: tuple[Pair, ...] = ()
    reaches: tuple[Thing, ...] = ()
    twins: tuple[str, ...] = ()
    below: int = 0

    @property
    def touched(self) -> bool:
        """Whether the standard, or what stands below it, changed."""
        return bool(self.kinds or self.below)

    @property
    def proposed(self) -> Standard | None:
        """The standard of the new version to point at, or None where there is none."""
        return self.pairs[0].new if self.pairs else None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What became of the standard; empty where nothing did."""
        found = {kind for pair in self.pairs for kind in pair.kinds}
        return tuple(kind for kind in Kind if kind in found) if self.pairs else (Kind.REMOVED,)

    @property
    def safe(self) -> bool:
        """Whether nothing is to be decided: the standard is certainly the same, unchanged, and has no twin."""
        return not self.touched and not self.twins and self.pairs[0].match.certainty is Certainty.CERTAIN

    def to_json(self) -> dict[str, Any]:
        """Return the row as JSON values."""
        return {
            "alignment": self.alignment.id,
            "subject": told(self.subject) if self.subject else None,
            "strength": self.alignment.strength.value,
            "old": shown(self.old),
            "kinds": list(self.kinds),
            "proposed": [pair.to_json() for pair in self.pairs],
            "reaches": [told(thing) for thing in self.reaches],
            "twins": list(self.twins),
            "below": self.below,
        }


@dataclass(frozen=True, kw_only=True)
class Impact:
    """All alignments to the old version: ``rows`` where the standard, or what is below it, changed; ``unchanged``.

    ``unknown`` are alignments to standards that the old version does not have.
    """

    difference: SetDifference
    rows: tuple[ImpactRow, ...] = ()
    unchanged: tuple[ImpactRow, ...] = ()
    unknown: tuple[Alignment, ...] = ()

    @cached_property
    def reached(self) -> tuple[Thing, ...]:
        """The things that rest on an alignment whose standard changed, kind by kind, each once."""
        found = {thing.id: thing for row in self.rows for thing in row.reaches}
        return tuple(sorted(found.values(), key=lambda thing: (rank(thing), thing.order, thing.id)))

    @property
    def safe(self) -> tuple[ImpactRow, ...]:
        """The rows that can be accepted together: certain and unchanged."""
        return tuple(row for row in self.unchanged if row.safe)

    def rows_of(self, alignments: Iterable[str]) -> tuple[ImpactRow, ...]:
        """Return the rows of alignments by their ids; raise UnknownName for one that is not to the old version."""
        rows = {row.alignment.id: row for row in (*self.rows, *self.unchanged)}
        wanted = tuple(alignments)
        if unknown := [one for one in wanted if one not in rows]:
            raise UnknownName(f"“{unknown[0]}” is no alignment to the old version. Look at the list again.")
        return tuple(rows[one] for one in wanted)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values; rows without a change are counted."""
        return {
            "old": version(self.difference.old),
            "new": version(self.difference.new),
            "counts": {
                "touched": len(self.rows),
                "unchanged": len(self.unchanged),
                "safe": len(self.safe),
                "unknown": len(self.unknown),
                **{kind: sum(thing.kind == kind for thing in self.reached) for kind in REACHED},
            },
            "reached": [told(thing) for thing in self.reached],
            "rows": [row.to_json() for row in self.rows],
            "unknown": [one.id for one in self.unknown],
        }


def impact(framework: Framework, difference: SetDifference) -> Impact:
    """Return what becomes of each alignment to the old version, in the order of the framework's alignments.

    An alignment that names no set at all counts for the old version where that has its standard.
    """
    old_set, new_set = difference.old, difference.new
    named = framework.alignments.by("set_id", old_set.id)
    unnamed = [one for one in framework.alignments.by("set_id", "") if one.standard_id in old_set.by_id]
    below = _changes_below(difference)
    rows = [
        _row(framework, difference, one, below[one.standard_id])
        for one in (*named, *unnamed)
        if one.standard_id in old_set.by_id
    ]
    claims = _claims(framework, rows, new_set.id)
    whole = [_with_twins(row, claims) for row in rows]
    return Impact(
        difference=difference,
        rows=tuple(row for row in whole if row.touched),
        unchanged=tuple(row for row in whole if not row.touched),
        unknown=tuple(one for one in named if one.standard_id not in old_set.by_id),
    )


def _row(framework: Framework, difference: SetDifference, one: Alignment, below: int) -> ImpactRow:
    reached = {thing.id: thing for thing in reached_by(framework, one.subject_id)}
    return ImpactRow(
        alignment=one,
        subject=framework.find(one.subject_id),
        old=difference.old.by_id[one.standard_id],
        pairs=difference.by_old.get(one.standard_id, ()),
        reaches=tuple(sorted(reached.values(), key=rank)),
        below=below,
    )


def _changes_below(found: SetDifference) -> Counter[str]:
    """Return by old standard how many below it changed, went, or came; at most ``DEEPEST`` levels up are told."""
    counts: Counter[str] = Counter()
    gone = (one.standard.id for one in found.removed)
    for one in {*gone, *(pair.old.id for pair in found.changed)}:
        counts.update(above.id for above in chain_above(found.old, found.old.by_id[one]))
    old_of = {pair.new.id: pair.old.id for pair in found.pairs}
    for single in found.added:
        above = chain_above(found.new, single.standard)
        counts.update(old_of[one.id] for one in above if one.id in old_of)
    return counts


def _claims(framework: Framework, rows: list[ImpactRow], new_id: str) -> dict[tuple[str, str], list[str]]:
    """Return the alignments that meet, or are proposed to meet, a standard of the new version, by subject and it."""
    moving = {row.alignment.id for row in rows}
    found: dict[tuple[str, str], list[str]] = {}
    for one in framework.alignments.by("set_id", new_id):
        if one.id not in moving:
            found.setdefault((one.subject_id, one.standard_id), []).append(one.id)
    for row in rows:
        if row.proposed is not None:
            found.setdefault((row.alignment.subject_id, row.proposed.id), []).append(row.alignment.id)
    return found


def _with_twins(row: ImpactRow, claims: dict[tuple[str, str], list[str]]) -> ImpactRow:
    if row.proposed is None:
        return row
    twins = [one for one in claims[row.alignment.subject_id, row.proposed.id] if one != row.alignment.id]
    return replace(row, twins=tuple(twins))


def told(thing: Thing) -> dict[str, str]:
    """Return what to show of a thing, as JSON values."""
    return {"kind": thing.kind, "id": thing.id, "code": thing.code, "name": thing.name}
