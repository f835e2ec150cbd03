"""What a framework intends against what its items ask for, as two tables of topics by depth of knowledge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, TypeAlias

from workbench.measures.hits import counted_items, hit_by
from workbench.measures.porter import Chance, Porter, chance_interval, porter
from workbench.model import AssessmentItem, Framework, Indicator, term

Topic: TypeAlias = Literal["competency", "indicator"]

LEVELS = (1, 2, 3, 4)
"""Webb's depths of knowledge."""

DRAWS = 2_000
"""Pairs of random tables: the second decimal holds, and nobody waits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """Two tables, a row each of ``topics`` (ids) and a column a depth of knowledge 1 to 4, and Porter's index.

    ``intended``: each indicator with a depth of knowledge has the weight 1. ``assessed``: each item has the weight
    1, split evenly over the indicators it hits. What cannot be placed is left out of both and counted: indicators
    without a level, and items without a level or without such an indicator. ``porter`` is None where one side is
    empty; ``reason`` then says in a sentence or two why and what to do.
    """

    topics: tuple[str, ...]
    intended: tuple[tuple[Fraction, ...], ...]
    assessed: tuple[tuple[Fraction, ...], ...]
    indicators: int
    items: int
    indicators_left_out: int
    items_left_out: int
    porter: Porter | None
    reason: str


def demand(framework: Framework, topic: Topic = "competency", *, formative: bool = False) -> Demand:
    """Return the tables of a framework and Porter's index of them; with ``formative`` every assessment counts.

    The index is Porter's (2002); that an item's weight is split over what it hits is the way of the Surveys of
    Enacted Curriculum, which rest on it.
    """
    placed = {one.id: one for one in framework.indicators.ordered() if one.dok is not None}
    given = counted_items(framework, formative=formative)
    usable = [(item, hits) for item in given if item.dok and (hits := _placed_hits(framework, item, placed))]
    topics = tuple(dict.fromkeys(_topic(one, topic) for one in placed.values()))
    intended = _table(topics, [(_topic(one, topic), one.dok or 0, Fraction(1)) for one in placed.values()])
    assessed = _table(
        topics,
        [(_topic(one, topic), item.dok or 0, Fraction(1, len(hits))) for item, hits in usable for one in hits],
    )
    reason = _reason(framework, placed=bool(placed), given=bool(given), usable=bool(usable))
    return Demand(
        topics=topics,
        intended=intended,
        assessed=assessed,
        indicators=len(placed),
        items=len(usable),
        indicators_left_out=len(framework.indicators) - len(placed),
        items_left_out=len(given) - len(usable),
        porter=None if reason else porter(intended, assessed),
        reason=reason,
    )


def chance_of(found: Demand) -> Chance | None:
    """Return what chance gives for tables of this size; None where there is nothing to compare."""
    if found.porter is None:
        return None
    return chance_interval(len(found.topics), len(LEVELS), (found.indicators, found.items), draws=DRAWS)


def _placed_hits(framework: Framework, item: AssessmentItem, placed: dict[str, Indicator]) -> list[Indicator]:
    return [placed[one] for one in hit_by(framework, item) if one in placed]


def _topic(indicator: Indicator, topic: Topic) -> str:
    return indicator.id if topic == "indicator" else indicator.competency_id


def _table(topics: Sequence[str], points: list[tuple[str, int, Fraction]]) -> tuple[tuple[Fraction, ...], ...]:
    cells: defaultdict[tuple[str, int], Fraction] = defaultdict(Fraction)
    for topic, level, weight in points:
        cells[topic, level] += weight
    return tuple(tuple(cells[topic, level] for level in LEVELS) for topic in topics)


def _reason(framework: Framework, *, placed: bool, given: bool, usable: bool) -> str:
    """Say why there is nothing to compare; empty where there is."""
    one, many = (term(framework, "indicator", count) for count in (1, 2))
    if not placed:
        return f"No {one} has a depth of knowledge yet. Give the {many} their depth of knowledge, from 1 to 4."
    if not given:
        return "No assessment that counts lists its items yet. Give the items of the summative assessments."
    if not usable:
        return f"No item has a depth of knowledge and is of one of the {many} that have one. Give the items both."
    return ""
