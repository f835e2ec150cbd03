"""Coverage: which standard, competency or indicator is claimed, taught and assessed where, mark by mark."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import Literal, TypeAlias

from workbench.measures.coverage_reach import (
    Key,
    Reach,
    Scoring,
    claims,
    merged,
    put,
    reach_of,
    scoring,
    standards_of,
    usable,
)
from workbench.measures.coverage_ways import way_of
from workbench.measures.crosswalk import areas_of, experiences_of
from workbench.measures.marks import Cell, Status, status_of
from workbench.model import (
    Assessment,
    Competency,
    Framework,
    Indicator,
    LearningExperience,
    Standard,
    StandardSet,
    Thing,
    grade_keys,
    grade_order,
)

Rows: TypeAlias = Literal["standards", "competencies", "indicators"]
By: TypeAlias = Literal["courses", "departments", "pathways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which part is looked at; an empty filter lets everything through.

    ``sets`` are ids of standard sets. ``grades`` keep the rows and the learning experiences of one of these grades,
    spans filled; what names no grade is of every grade. ``departments`` (case aside) keep their learning experiences,
    and ``areas`` (case aside) the competencies and indicators of content areas.
    """

    sets: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A row or a column by itself; ``group`` is the title of its set, its content area or its department.

    ``grades`` of a row are as people wrote them; none stands for every grade.
    """

    id: str
    code: str = ""
    name: str = ""
    group: str = ""
    group_id: str = ""
    grades: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What to call it in a narrow place: its code, or its name."""
        return self.code or self.name or self.id

    @property
    def title(self) -> str:
        """What to call it where there is room: its code and its name, once where they are the same."""
        return " ".join(dict.fromkeys(filter(None, (self.code, self.name))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row: its cells by the id of the column, empty ones left out, and what they come to.

    ``assessments``: the ids of the summative assessments that score it and may be used in one of the columns.
    """

    head: Head
    cells: Mapping[str, Cell] = field(hash=False)
    assessments: tuple[str, ...]
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Rows by columns. Of a competency, or of a standard with several indicators, a cell shows the furthest."""

    rows: Rows
    by: By
    columns: tuple[Head, ...]
    lines: tuple[Line, ...]

    def having(self, *statuses: Status) -> tuple[Line, ...]:
        """Return the lines of these statuses, in order."""
        return tuple(one for one in self.lines if one.status in statuses)

    def groups(self) -> Mapping[str, tuple[Line, ...]]:
        """Return the lines by the title of their group, in order."""
        found: dict[str, list[Line]] = {}
        for one in self.lines:
            found.setdefault(one.head.group, []).append(one)
        return {title: tuple(lines) for title, lines in found.items()}

    def grades(self) -> Mapping[str, tuple[Line, ...]]:
        """Return the lines by single grade, the youngest first; those without a grade, which are of every one, last."""
        found: dict[str, list[Line]] = {}
        for one in self.lines:
            for grade in sorted(frozenset[str]().union(*map(_keys, one.head.grades))) or ("",):
                found.setdefault(grade, []).append(one)
        ordered = sorted(found, key=lambda grade: (not grade, grade_order(grade)))
        return {grade: tuple(found[grade]) for grade in ordered}


def coverage(
    framework: Framework,
    sets: Mapping[str, StandardSet] | None = None,
    *,
    rows: Rows = "competencies",
    by: By = "courses",
    scope: Scope | None = None,
) -> Matrix:
    """Return a coverage matrix.

    Args:
        framework: What is looked at.
        sets: Standard sets by id. Rows are the standards, of sets that are aligned or that ``scope`` names, that
            can be met, and any other that is aligned.
        rows: What the rows are.
        by: What the columns are: learning experiences, their departments, or pathways with all they require or offer;
            there each cell says whether it is required or by choice.
        scope: Which part of both.

    A standard that is aligned and in none of ``sets`` has a row under its identifier, so that none vanishes.
    """
    return _Table(framework, sets or {}, rows, by, scope or Scope()).matrix()


@dataclass(frozen=True)
class _Table:
    framework: Framework
    sets: Mapping[str, StandardSet]
    rows: Rows
    by: By
    scope: Scope

    def matrix(self) -> Matrix:
        kept = [one for one in self.framework.experiences.ordered() if self._is_wanted(one)]
        scored = scoring(self.framework)
        reaches = {one.id: reach_of(self.framework, one, scored) for one in kept}
        columns = tuple(self._columns(kept, reaches))
        cells: defaultdict[Key, dict[str, Cell]] = defaultdict(dict)
        for head, reach in columns:
            for key, cell in self._cells(reach):
                cells[key][head.id] = cell
        if self.by == "pathways":
            self._say_ways(cells, reaches)
        tests: defaultdict[Key, dict[str, None]] = defaultdict(dict)
        for key, one in self._assessments(scored):
            if usable(one, reaches.keys()):
                tests[key][one.id] = None
        return Matrix(
            rows=self.rows,
            by=self.by,
            columns=tuple(head for head, _ in columns),
            lines=tuple(
                _line(head, cells.get(key, {}), tuple(tests.get(key, ())), claimed=key in self._claimed)
                for key, head in self._heads()
            ),
        )

    @cached_property
    def _claimed(self) -> AbstractSet[Key]:
        """The standards that anything of ours is aligned to. A part or a pathway is not asked for what others claim."""
        whole = self.by != "pathways" and not (self.scope.departments or self.scope.grades)
        return _aligned(self.framework) if whole and self.rows == "standards" else frozenset()

    def _say_ways(self, cells: Mapping[Key, dict[str, Cell]], reaches: Mapping[str, Reach]) -> None:
        single = {one: {key: cell.mark for key, cell in self._cells(reach)} for one, reach in reaches.items()}
        for key, of_row in cells.items():
            for pathway, cell in of_row.items():
                of_row[pathway] = replace(cell, way=way_of(self.framework, pathway, key, cell, single))

    def _is_wanted(self, one: LearningExperience) -> bool:
        return _among(one.department, self.scope.departments) and _of_grades(one.grades, self.scope.grades)

    def _columns(
        self, kept: Sequence[LearningExperience], reaches: Mapping[str, Reach]
    ) -> Iterator[tuple[Head, Reach]]:
        if self.by == "courses":
            yield from ((_head(one, one.department.strip()), reaches[one.id]) for one in kept)
        elif self.by == "departments":
            for title, some in by_department(kept).items():
                yield Head(id=title, name=title or "No department"), merged(reaches[one.id] for one in some)
        else:
            for pathway in self.framework.pathways.ordered():
                inside = (one.id for one in experiences_of(self.framework, pathway))
                own = claims(self.framework, pathway.id)
                yield _head(pathway), merged((reaches[one] for one in inside if one in reaches), own)

    @cached_property
    def _leads(self) -> Mapping[str, tuple[Key, ...]]:
        """Where each indicator leads: to the standards it is aligned to, to its competency, or to itself."""
        indicators = self.framework.indicators
        if self.rows == "standards":
            return {one: standards_of(self.framework, one) for one in indicators}
        if self.rows == "competencies":
            return {one.id: (("", one.competency_id),) for one in indicators.values()}
        return {one: (("", one),) for one in indicators}

    def _cells(self, reach: Reach) -> Iterable[tuple[Key, Cell]]:
        """Return the cells of one column by row."""
        found = dict(reach.standards) if self.rows == "standards" else {}
        for indicator, mark in reach.indicators.items():
            cell = Cell(mark, (indicator,))
            for key in self._leads[indicator]:
                put(found, key, cell)
        return found.items()

    def _assessments(self, scored: Scoring) -> Iterator[tuple[Key, Assessment]]:
        for indicator, some in scored.indicators.items():
            for key in self._leads.get(indicator, ()):
                yield from ((key, one) for one in some)
        for key, some in scored.standards.items():
            yield from ((key, one) for one in some)

    def _heads(self) -> Iterator[tuple[Key, Head]]:
        if self.rows == "standards":
            yield from self._standards()
            return
        things: Iterable[Competency | Indicator] = (
            self.framework.competencies.ordered() if self.rows == "competencies" else self._indicators()
        )
        for one in things:
            area = next(iter(areas_of(self.framework, one)), "")
            grades = self._grades(one)
            if _among(area, self.scope.areas) and _of_grades(grades, self.scope.grades):
                yield ("", one.id), _head(one, area, grades)

    def _grades(self, one: Competency | Indicator) -> tuple[str, ...]:
        """Return the grades of ours; an indicator without any has its competency's."""
        owner = self.framework.competencies.get(one.owner_id)
        band = one.grade_band or (owner.grade_band if owner else "")
        return (band,) if band else ()

    def _indicators(self) -> Iterator[Indicator]:
        framework = self.framework
        for competency in framework.competencies.ordered():
            yield from framework.indicators_of(competency.id)
        yield from (one for one in framework.indicators.ordered() if one.competency_id not in framework.competencies)

    def _standards(self) -> Iterator[tuple[Key, Head]]:
        named = _aligned(self.framework)
        wanted = self.scope.sets or {set_id for set_id, _ in named}
        for found in (self.sets[one] for one in self.sets if one in wanted):
            for one in found.standards:
                aligned = (found.id, one.id) in named
                if (aligned or one.id not in found.children) and _of_grades(one.grades, self.scope.grades):
                    yield (found.id, one.id), _head_of(found, one)
        for set_id, standard_id in named:
            held = self.sets.get(set_id)
            known = held is not None and standard_id in held.by_id
            if standard_id.strip() and not known and set_id in wanted:
                title = held.title if held else set_id
                yield (set_id, standard_id), Head(id=standard_id, name=standard_id, group=title, group_id=set_id)


def by_department(experiences: Iterable[LearningExperience]) -> Mapping[str, Sequence[LearningExperience]]:
    """Return learning experiences by department, in the order of the first; case and blanks around do not count."""
    titles: dict[str, str] = {}
    groups: dict[str, list[LearningExperience]] = {}
    for one in experiences:
        title = one.department.strip()
        groups.setdefault(titles.setdefault(title.casefold(), title), []).append(one)
    return groups


def _aligned(framework: Framework) -> AbstractSet[Key]:
    """Return the standards that anything is aligned to, in order."""
    return {(one.set_id, one.standard_id): None for one in framework.alignments.ordered()}.keys()


def _line(head: Head, cells: Mapping[str, Cell], assessments: tuple[str, ...], *, claimed: bool) -> Line:
    status = status_of((one.mark for one in cells.values()), scored=bool(assessments), claimed=claimed)
    return Line(head=head, cells=cells, assessments=assessments, status=status)


def _head(thing: Thing, group: str = "", grades: tuple[str, ...] = ()) -> Head:
    return Head(id=thing.id, code=thing.code, name=" ".join(thing.name.split()), group=group, grades=grades)


def _head_of(found: StandardSet, one: Standard) -> Head:
    return Head(id=one.id, code=one.code, name=one.name, group=found.title, group_id=found.id, grades=one.grades)


def _among(text: str, wanted: Sequence[str]) -> bool:
    return not wanted or text.strip().casefold() in {one.strip().casefold() for one in wanted}


def _of_grades(given: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether a thing is of one of the wanted grades; what names no grade is of every one."""
    return not wanted or not given or any(not _keys(one).isdisjoint(*map(_keys, wanted)) for one in given)


@lru_cache(maxsize=4096)
def _keys(text: str) -> frozenset[str]:
    return frozenset(grade_keys(text))
