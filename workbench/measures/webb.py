"""Webb's four criteria of alignment between competencies and the items that assess them, in exact fractions.

Sources: N. L. Webb (1997), Criteria for alignment of expectations and assessments; (1999), Alignment of science
and mathematics standards and assessments in four states; (2002), the same for language arts and others. His
standard is our competency, his objective our indicator; his mean over reviewers is here the one coding given.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from workbench.measures.bands import USUAL, Band, Bands, Edges
from workbench.measures.hits import counted_items, hit_by, without_items
from workbench.measures.shares import evenness
from workbench.model import Competency, Framework, Indicator

Levels: TypeAlias = Mapping[str, Sequence[int | None]]
"""The depth of knowledge of every item that hits an indicator, by the indicator's id; None where not given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A criterion's value and band; both None where the value is not known, which is never a pass."""

    value: Fraction | None = None
    band: Band | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Webb:
    """The four criteria for one competency, and the counts behind them.

    ``concurrence``: hits (an item counts once for each indicator it hits); at least 6 are acceptable.
    ``depth``: hits whose item is at or above the indicator's depth of knowledge (``deep_enough``), over the hits
    where both are known (``known_depth``); the others are ``unknown_depth``.
    ``range``: indicators hit, over all ``indicators`` of the competency.
    ``balance``: ``1 - sum(|1/O - I(k)/H|) / 2`` over the O indicators hit, I(k) hits of one and H of all. It is 1
    when a single indicator is hit, so it says something only beside ``range``.
    ``waiting``: ids of assessments that give evidence of the competency and list no item. Where there is no hit
    and one is waiting, hits and range are not known.
    """

    competency_id: str
    indicators: int
    hits_by_indicator: tuple[tuple[str, int], ...]
    known_depth: int
    deep_enough: int
    waiting: tuple[str, ...]
    concurrence: Measure
    depth: Measure
    range: Measure
    balance: Measure

    @property
    def hits(self) -> int:
        """How many hits there are."""
        return sum(count for _, count in self.hits_by_indicator)

    @property
    def indicators_hit(self) -> int:
        """How many indicators have at least one hit."""
        return len(self.hits_by_indicator)

    @property
    def unknown_depth(self) -> int:
        """How many hits lack the depth of knowledge of the item or of the indicator."""
        return self.hits - self.known_depth


def webb(framework: Framework, bands: Bands = USUAL, *, formative: bool = False) -> tuple[Webb, ...]:
    """Return Webb's criteria of every competency, in order; with ``formative`` every assessment's items count."""
    levels: defaultdict[str, list[int | None]] = defaultdict(list)
    for item in counted_items(framework, formative=formative):
        for hit in hit_by(framework, item):
            levels[hit].append(item.dok)
    return tuple(_of(framework, one, levels, bands, formative=formative) for one in framework.competencies.ordered())


def _of(framework: Framework, competency: Competency, levels: Levels, bands: Bands, *, formative: bool) -> Webb:
    indicators = framework.indicators_of(competency.id)
    hits = tuple((one.id, len(levels[one.id])) for one in indicators if one.id in levels)
    deep = _deep_enough(indicators, levels)
    waiting = without_items(framework, (one.id for one in indicators), formative=formative)
    known = bool(hits or not waiting)
    total = sum(count for _, count in hits)
    return Webb(
        competency_id=competency.id,
        indicators=len(indicators),
        hits_by_indicator=hits,
        known_depth=len(deep),
        deep_enough=sum(deep),
        waiting=tuple(one.id for one in waiting),
        concurrence=_measure(Fraction(total) if known else None, bands.concurrence),
        depth=_measure(Fraction(sum(deep), len(deep)) if deep else None, bands.depth),
        range=_measure(Fraction(len(hits), len(indicators)) if known and indicators else None, bands.range),
        balance=_measure(evenness(count for _, count in hits) if hits else None, bands.balance),
    )


def _measure(value: Fraction | None, edges: Edges) -> Measure:
    return Measure(value=value, band=edges.band(value))


def _deep_enough(indicators: Sequence[Indicator], levels: Levels) -> list[bool]:
    """Tell of each hit whose two levels are known whether the item is at or above the indicator."""
    return [
        level >= one.dok
        for one in indicators
        for level in levels.get(one.id, ())
        if level is not None and one.dok is not None
    ]
