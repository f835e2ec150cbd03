"""Who teaches and who assesses each indicator and each claimed standard, department by department."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.measures.coverage import Line, by_department, coverage
from workbench.measures.coverage_reach import Key, standards_of
from workbench.measures.marks import Status
from workbench.model import Framework, StandardSet
from workbench.model.values import Coverage


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One indicator, or one standard that a learning experience claims by itself, and who does what with it.

    ``introduced`` and so on are ids of learning experiences of the whole district, since a gap in one department
    may be filled by another. ``claimed`` are those with an alignment of their own. ``assessments`` are the summative
    ones that score it. ``standards`` are those that it leads to.
    """

    line: Line
    standards: tuple[Key, ...]
    introduced: tuple[str, ...] = ()
    developed: tuple[str, ...] = ()
    assessed: tuple[str, ...] = ()
    claimed: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The learning experiences that do anything with it."""
        return (*self.introduced, *self.developed, *self.assessed, *self.claimed)

    @property
    def is_untaught(self) -> bool:
        """Whether it is assessed, and neither introduced nor developed."""
        return self.line.status is Status.ASSESSED and bool(self.assessed) and not (self.introduced or self.developed)

    @property
    def is_introduced_again(self) -> bool:
        """Whether more than one learning experience introduces it."""
        return len(self.introduced) > 1


def teaching(framework: Framework, sets: Mapping[str, StandardSet]) -> Mapping[str, tuple[Taught, ...]]:
    """Return by department what its learning experiences cover or claim, and the indicators of its content area.

    A department's area is the one with its name, case aside. Under "" stands what no department has.
    """
    indicators, standards = [*_indicators(framework)], [*_claimed(framework, sets)]
    found: dict[str, tuple[Taught, ...]] = {}
    for title, courses in by_department(framework.experiences.ordered()).items():
        ids = {one.id for one in courses}
        own = [one for one in indicators if _is_of(one, title) or not ids.isdisjoint(one.places)]
        found[title] = (*own, *(one for one in standards if not ids.isdisjoint(one.claimed)))
    placed = {one.line.head.id for some in found.values() for one in some}
    rest = tuple(one for one in indicators if one.line.head.id not in placed)
    if rest:
        found[""] = (*found.pop("", ()), *rest)
    return {title: some for title, some in found.items() if some}


def _is_of(one: Taught, department: str) -> bool:
    return bool(department) and one.line.head.group.casefold() == department.casefold()


def _indicators(framework: Framework) -> Iterator[Taught]:
    for line in coverage(framework, rows="indicators").lines:
        indicator = line.head.id
        words = {one.id: one.indicators[indicator].split() for one in framework.experiences_with(indicator)}
        by = {mark: tuple(key for key, marks in words.items() if mark in marks) for mark in Coverage}
        yield Taught(
            line=line,
            standards=standards_of(framework, indicator),
            introduced=by[Coverage.INTRODUCED],
            developed=by[Coverage.DEVELOPED],
            assessed=by[Coverage.ASSESSED],
        )


def _claimed(framework: Framework, sets: Mapping[str, StandardSet]) -> Iterator[Taught]:
    """Yield the standards that a learning experience is itself aligned to."""
    for line in coverage(framework, sets, rows="standards").lines:
        claimed = tuple(key for key, cell in line.cells.items() if key in cell.through)
        if claimed:
            yield Taught(line=line, standards=((line.head.group_id, line.head.id),), claimed=claimed)
