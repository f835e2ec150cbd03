"""What became of each standard between two versions of a set, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from workbench.model import Standard, StandardSet
from workbench.model.word_diff import Parts, word_diff
from workbench.standards.naming import place_of, shown, version, wording

LONGEST = 20_000
"""Characters of a wording that is still compared word by word; the time grows with the square."""


class Kind(StrEnum):
    """What became of a standard. One that stayed may have several, and none where nothing changed."""

    ADDED = "added"
    REMOVED = "removed"
    SPLIT = "split"
    MERGED = "merged"
    REWORDED = "reworded"
    MOVED = "moved"
    RECODED = "recoded"
    REGRADED = "regraded"
    DETAILS = "other details"


class Certainty(StrEnum):
    """How sure it is that two standards are the same one."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two standards are taken for one; ``score`` is from 0 to 1, ``reason`` a sentence."""

    certainty: Certainty
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A standard of the old version and the one that it is, or became, in the new version.

    A standard that was split is in several pairs, and so is one that several were merged into.
    The places are the names of what stands above, nearest last, and empty unless the standard moved.
    """

    old: Standard
    new: Standard
    match: Match
    kinds: tuple[Kind, ...] = ()
    old_place: str = ""
    new_place: str = ""

    @property
    def words(self) -> Parts:
        """Return how the wording changed, word by word; computed anew at each call."""
        before, after = wording(self.old), wording(self.new)
        if len(before) > LONGEST or len(after) > LONGEST:
            return [["del", before], ["ins", after]]
        return word_diff(before, after)

    def to_json(self) -> dict[str, Any]:
        """Return the pair as JSON values."""
        found: dict[str, Any] = {
            "kinds": list(self.kinds),
            "old": shown(self.old),
            "new": shown(self.new),
            "certainty": self.match.certainty.value,
            "score": self.match.score,
            "reason": self.match.reason,
        }
        if Kind.REWORDED in self.kinds:
            found["words"] = self.words
        if Kind.MOVED in self.kinds:
            found |= {"old_place": self.old_place, "new_place": self.new_place}
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """A standard that only one of the versions has; ``place`` names what stands above it, nearest last."""

    kind: Kind
    standard: Standard
    place: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return the standard as JSON values."""
        return {**shown(self.standard), "place": self.place}


@dataclass(frozen=True, kw_only=True)
class SetDifference:
    """The difference of two versions: every standard of either is in ``pairs`` or in one of the other two.

    ``pairs`` and ``removed`` are in the order of the old version, ``added`` in that of the new one. ``old`` and
    ``new`` are the versions themselves.
    """

    old: StandardSet
    new: StandardSet
    pairs: tuple[Pair, ...] = ()
    added: tuple[Single, ...] = ()
    removed: tuple[Single, ...] = ()

    @cached_property
    def changed(self) -> tuple[Pair, ...]:
        """The pairs that differ in anything."""
        return tuple(pair for pair in self.pairs if pair.kinds)

    @cached_property
    def by_old(self) -> Mapping[str, tuple[Pair, ...]]:
        """The pairs by the identifier of the old standard, surest first."""
        found: dict[str, list[Pair]] = {}
        for pair in self.pairs:
            found.setdefault(pair.old.id, []).append(pair)
        return {one: tuple(sorted(some, key=lambda pair: -pair.match.score)) for one, some in found.items()}

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many standards met each kind of change, "unchanged" first; one that met two counts under both."""
        found: dict[str, int] = {"unchanged": len(self.pairs) - len(self.changed)}
        found.update(dict.fromkeys(Kind, 0))
        found[Kind.ADDED], found[Kind.REMOVED] = len(self.added), len(self.removed)
        for kind in found.keys() - {"unchanged", Kind.ADDED, Kind.REMOVED}:
            found[kind] = len({pair.new.id if kind == Kind.MERGED else pair.old.id for pair in self.of(Kind(kind))})
        return {str(kind): count for kind, count in found.items()}

    def of(self, kind: Kind) -> Iterator[Pair]:
        """Yield the pairs that met one kind of change."""
        return (pair for pair in self.changed if kind in pair.kinds)

    def to_json(self) -> dict[str, Any]:
        """Return the difference as JSON values; pairs without a change are only counted."""
        return {
            "old": version(self.old),
            "new": version(self.new),
            "counts": dict(self.counts),
            "changed": [pair.to_json() for pair in self.changed],
            "added": [one.to_json() for one in self.added],
            "removed": [one.to_json() for one in self.removed],
        }


def singles(found: StandardSet, kind: Kind, but: Iterable[str]) -> tuple[Single, ...]:
    """Return the standards of a set that are not among the ids ``but``."""
    known = set(but)
    left = (one for one in found.standards if one.id not in known)
    return tuple(Single(kind=kind, standard=one, place=place_of(found, one)) for one in left)
