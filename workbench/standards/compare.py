"""What changed between two versions of a standard set: ``compare_sets``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from workbench.model import Standard, StandardSet
from workbench.standards.matching import match_standards
from workbench.standards.naming import place_of, wording
from workbench.standards.set_change import Kind, Match, Pair, SetDifference, singles

DETAILS = ("kind", "notes", "aliases")
"""Fields whose change is told in one word."""


def compare_sets(old: StandardSet, new: StandardSet) -> SetDifference:
    """Return what became of each standard of ``old``, and what is new in ``new``.

    Which is which is told by identifier, the publisher's links, code and wording (see ``matching``); only links
    give a standard several counterparts. Identifiers within a set are distinct. The time grows with the number of
    standards. Equal sets, or a set and itself, differ in nothing.
    """
    matches = match_standards(old, new)
    splits, merges = Counter(one for one, _ in matches), Counter(other for _, other in matches)
    orders = [{one.id: place for place, one in enumerate(side.standards)} for side in (old, new)]
    pairs = []
    for ids in sorted(matches, key=lambda ids: (orders[0][ids[0]], orders[1][ids[1]])):
        pair = _pair(old, new, ids, matches)
        many = [*([Kind.SPLIT] if splits[ids[0]] > 1 else []), *([Kind.MERGED] if merges[ids[1]] > 1 else [])]
        pairs.append(replace(pair, kinds=(*many, *pair.kinds)) if many else pair)
    return SetDifference(
        old=old,
        new=new,
        pairs=tuple(pairs),
        added=singles(new, Kind.ADDED, merges),
        removed=singles(old, Kind.REMOVED, splits),
    )


def _pair(old: StandardSet, new: StandardSet, ids: tuple[str, str], matches: Mapping[tuple[str, str], Match]) -> Pair:
    one, other = old.by_id[ids[0]], new.by_id[ids[1]]
    pair = Pair(old=one, new=other, match=matches[ids], kinds=tuple(_differences(one, other)))
    places = _places(old, new, one, other, matches)
    if places is None:
        return pair
    kinds = sorted((*pair.kinds, Kind.MOVED), key=list(Kind).index)
    return replace(pair, kinds=tuple(kinds), old_place=places[0], new_place=places[1])


def _differences(old: Standard, new: Standard) -> Iterator[Kind]:
    if _flat(wording(old)) != _flat(wording(new)) or (old.label and new.label and _flat(old.label) != _flat(new.label)):
        yield Kind.REWORDED
    if old.code != new.code:
        yield Kind.RECODED
    if set(old.grades) != set(new.grades):
        yield Kind.REGRADED
    if any(getattr(old, name) != getattr(new, name) for name in DETAILS):
        yield Kind.DETAILS


def _places(
    old: StandardSet, new: StandardSet, one: Standard, other: Standard, known: Collection[tuple[str, str]]
) -> tuple[str, str] | None:
    """Return where a standard stood and stands, in words, or None where it stayed below the same parent."""
    before, after = one.parent_id in old.by_id, other.parent_id in new.by_id
    if not (before or after) or (one.parent_id, other.parent_id) in known:
        return None
    places = place_of(old, one), place_of(new, other)
    return None if places[0] == places[1] else places


def _flat(text: str) -> str:
    return " ".join(text.split())
