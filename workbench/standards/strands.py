"""The strands of a set: what runs from grade to grade, told by codes or by headings that recur.

A standard's grades are those it gives, or those of the nearest standard above that gives any, or those that a
heading above ("Grade 5") or its code names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from workbench.model import Standard, StandardSet
from workbench.model.values import natural_key
from workbench.standards.bands import Band, band_of, span_of
from workbench.standards.naming import chain_above
from workbench.standards.strand_codes import parts_of_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a standard stands in the vertical view: strand, anchor (what recurs) and grades, None where none is told.

    ``key`` is the strand in the code, or the heading that recurs; ``coded`` tells which.
    """

    standard: Standard
    key: str
    anchor: str
    band: Band | None
    coded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """A strand: ``key`` is what its codes or headings share, ``title`` its name where the set gives one.

    ``bands`` are the grades it has standards in, in order; ``standards`` how many there are, ``ungraded`` of them
    without any grade.
    """

    key: str
    title: str
    coded: bool
    bands: tuple[Band, ...]
    standards: int
    ungraded: int = 0


def strands(found: StandardSet) -> tuple[Strand, ...]:
    """Return the strands of a set, those of codes first, each group in natural order; empty where it has none.

    A heading counts as a strand where it recurs in, or spreads over, at least two spans of grades.
    """
    groups: dict[tuple[bool, str], list[Place]] = {}
    for place in places(found):
        groups.setdefault((place.coded, place.key), []).append(place)
    titles = _titles(found, [place for some in groups.values() for place in some if place.coded])
    made = [_strand(some, titles.get(key, "") if coded else key) for (coded, key), some in groups.items()]
    return tuple(sorted(made, key=lambda one: (not one.coded, natural_key(one.key), one.key)))


def _strand(places: Iterable[Place], title: str) -> Strand:
    some = list(places)
    bands = [place.band for place in some]
    return Strand(
        key=some[0].key,
        title=title,
        coded=some[0].coded,
        bands=tuple(sorted({band for band in bands if band is not None})),
        standards=len(some),
        ungraded=bands.count(None),
    )


def places(found: StandardSet) -> Iterator[Place]:
    """Yield the place of each standard that belongs to a strand; headings of strands and grades are left out."""
    above = {one.id: chain_above(found, one) for one in found.standards}
    rest: list[tuple[Standard, Band | None]] = []
    for one in found.standards:
        known = _band(one, above[one.id])
        parts = parts_of_code(one.code, known)
        if parts is not None and parts.anchor:
            yield Place(standard=one, key=parts.strand, anchor=parts.anchor, band=parts.band, coded=True)
        elif one.id not in found.children:
            rest.append((one, known))
    yield from _by_headings(rest, above)


def _band(standard: Standard, above: Iterable[Standard]) -> Band | None:
    for one in (standard, *above):
        band = span_of(one.grades) or band_of(one.name)
        if band is not None:
            return band
    return None


def _by_headings(
    rest: Iterable[tuple[Standard, Band | None]], above: Mapping[str, tuple[Standard, ...]]
) -> Iterator[Place]:
    """Yield the places of standards whose codes tell no strand: below the topmost heading that runs over grades."""
    headed = [(one, band, _headings(above[one.id])) for one, band in rest if band is not None]
    bands: dict[str, set[Band]] = {}
    counts: Counter[str] = Counter()
    for _, band, names in headed:
        for name in names:
            bands.setdefault(name, set()).add(band)
            counts[name] += 1
    for one, band, names in headed:
        # What stands above everything is the set itself.
        running = [name for name in names if len(bands[name]) > 1 and counts[name] < len(headed)]
        if running:
            below = names[names.index(running[0]) + 1 :]
            yield Place(standard=one, key=running[0], anchor=below[0] if below else "", band=band, coded=False)


def _headings(above: Iterable[Standard]) -> list[str]:
    """Return the names of headings, topmost first, without those that name a grade."""
    names = (" ".join(one.name.split()) for one in above)
    return list(dict.fromkeys(name for name in names if name and band_of(name) is None))[::-1]


def _titles(found: StandardSet, coded: Iterable[Place]) -> dict[str, str]:
    """Return by strand the heading that stands above its standards most often, and above no other strand's."""
    counts: dict[str, Counter[str]] = {}
    owners: dict[str, set[str]] = {}
    for place in coded:
        for name in _headings(chain_above(found, place.standard)):
            counts.setdefault(place.key, Counter())[name] += 1
            owners.setdefault(name, set()).add(place.key)
    return {
        key: next((name for name, _ in names.most_common() if len(owners[name]) == 1), "")
        for key, names in counts.items()
    }
