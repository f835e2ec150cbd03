"""What learning experiences do with indicators and standards, and which summative assessments score what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import TypeAlias

from workbench.measures.hits import counted_items, counts, hit_by
from workbench.measures.marks import Cell, Mark
from workbench.model import Assessment, Framework, LearningExperience
from workbench.model.values import Coverage

Key: TypeAlias = tuple[str, str]
"""A standard: its set and its identifier. For a thing of ours the set is empty."""

MARKS = {Coverage.INTRODUCED: Mark.INTRODUCED, Coverage.DEVELOPED: Mark.DEVELOPED, Coverage.ASSESSED: Mark.SAID}


@dataclass(frozen=True, slots=True)
class Reach:
    """What one column does: a mark for each indicator that it covers, and the standards that it meets itself."""

    indicators: Mapping[str, Mark]
    standards: Mapping[Key, Cell]


@dataclass(frozen=True, slots=True)
class Scoring:
    """The summative assessments by indicator that they score, and by standard that they are aligned to."""

    indicators: Mapping[str, Collection[Assessment]]
    standards: Mapping[Key, Collection[Assessment]]


def scoring(framework: Framework) -> Scoring:
    """Return which summative assessments score what: what they give evidence of, and what their items hit."""
    indicators: defaultdict[str, dict[str, Assessment]] = defaultdict(dict)
    standards: defaultdict[Key, dict[str, Assessment]] = defaultdict(dict)
    for one in filter(counts, framework.assessments.ordered()):
        for indicator in one.indicator_ids:
            indicators[indicator][one.id] = one
        for key in standards_of(framework, one.id):
            standards[key][one.id] = one
    for item in counted_items(framework):
        for indicator in hit_by(framework, item):
            indicators[indicator][item.assessment_id] = framework.assessments[item.assessment_id]
    return Scoring(
        {key: tuple(found.values()) for key, found in indicators.items()},
        {key: tuple(found.values()) for key, found in standards.items()},
    )


def usable(assessment: Assessment, places: AbstractSet[str]) -> bool:
    """Tell whether an assessment may be used in one of these learning experiences: it names one, or none at all."""
    return not assessment.experience_ids or not places.isdisjoint(assessment.experience_ids)


def standards_of(framework: Framework, subject_id: str) -> tuple[Key, ...]:
    """Return the standards that a thing is aligned to, by itself."""
    found = framework.alignments_of(subject_id)
    return tuple(dict.fromkeys((one.set_id, one.standard_id) for one in found if one.standard_id.strip()))


def reach_of(framework: Framework, experience: LearningExperience, scored: Scoring) -> Reach:
    """Return what one learning experience does."""
    here = {experience.id}
    indicators = {}
    for indicator, words in experience.indicators.items():
        mark = max((MARKS[one] for one in Coverage if one in words.split()), default=Mark.NONE)
        if mark is Mark.SAID and any(usable(one, here) for one in scored.indicators.get(indicator, ())):
            mark = Mark.ASSESSED
        if mark and indicator in framework.indicators:
            indicators[indicator] = mark
    standards = claims(framework, experience.id)
    for one in framework.assessments.by("experience_ids", experience.id):
        cell = Cell(Mark.ASSESSED if counts(one) else Mark.CLAIMED, (one.id,))
        for key in standards_of(framework, one.id):
            put(standards, key, cell)
    return Reach(indicators, standards)


def claims(framework: Framework, subject_id: str) -> dict[Key, Cell]:
    """Return what a thing claims by its own alignments."""
    return dict.fromkeys(standards_of(framework, subject_id), Cell(Mark.CLAIMED, (subject_id,)))


def merged(reaches: Iterable[Reach], own: Mapping[Key, Cell] | None = None) -> Reach:
    """Return what several learning experiences do together: of each indicator the most; with what ``own`` adds."""
    indicators: dict[str, Mark] = {}
    standards = dict(own or {})
    for reach in reaches:
        for indicator, mark in reach.indicators.items():
            indicators[indicator] = max(mark, indicators.get(indicator, mark))
        for key, cell in reach.standards.items():
            put(standards, key, cell)
    return Reach(indicators, standards)


def put(cells: dict[Key, Cell], key: Key, cell: Cell) -> None:
    """Add a cell to what is there already."""
    held = cells.get(key)
    cells[key] = held.and_(cell) if held else cell
