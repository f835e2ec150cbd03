"""The sheets of coverage: what became of each standard, where each competency is met, who teaches and assesses what.

The first column is repeated on each printed page, so it is the code by which a row is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.measures.coverage import Line, Matrix, coverage
from workbench.measures.coverage_words import GAPS, PLACES, UNTAUGHT, subject_of
from workbench.measures.marks import Mark
from workbench.measures.teaching import Taught, teaching
from workbench.publish.compose.words import capital
from workbench.publish.publication import Publication
from workbench.publish.workbook_cells import Cell, Head, Sheet, lines
from workbench.publish.workbook_columns import label_of


def coverage_sheets(given: Publication) -> Iterator[Sheet]:
    """Yield the sheets: standards, competencies by learning experience and by pathway, and each department."""
    yield _standards(given, coverage(given.framework, given.sets, rows="standards"))
    competencies, pathways = given.term("competency", many=True), given.term("pathway", many=True)
    yield _competencies(given, coverage(given.framework), f"Coverage of {competencies}")
    yield _competencies(given, coverage(given.framework, by="pathways"), f"Coverage by {pathways}")
    for title, some in teaching(given.framework, given.sets).items():
        yield _department(given, title, some)


def _standards(given: Publication, found: Matrix) -> Sheet:
    """Return a row a standard: what became of it, and which learning experiences do what with it."""
    marks = [mark for mark in reversed(Mark) if mark]
    heads = (
        Head(text="Code", width=18),
        Head(text="Standard", width=44),
        Head(text="Set", width=24),
        Head(text="What became of it", width=26),
        *(Head(text=capital(mark.word), width=20) for mark in marks),
        Head(text="Summative assessments", width=30),
        Head(text="Identifier", width=42),
    )
    rows = tuple(
        (
            line.head.code or None,
            line.head.name,
            line.head.group or None,
            line.status.value,
            *(_codes(given, (key for key, cell in line.cells.items() if cell.mark is mark)) for mark in marks),
            _labels(given, line.assessments),
            line.head.id,
        )
        for line in found.lines
    )
    return Sheet(title="Coverage", heads=heads, rows=rows, about=subject_of(given.framework, found))


def _competencies(given: Publication, found: Matrix, title: str) -> Sheet:
    """Return competencies by learning experiences or by pathways, in words in each cell."""
    heads = (
        Head(text="Code", width=12),
        Head(text=capital(given.term("competency")), width=40),
        Head(text="Content area", width=20),
        Head(text="What became of it", width=26),
        *(Head(text=head.label[:60], width=11) for head in found.columns),
        Head(text="Identifier", width=42),
    )
    rows = tuple(_competency(line, found) for line in found.lines)
    return Sheet(title=title, heads=heads, rows=rows, about=subject_of(given.framework, found))


def _competency(line: Line, found: Matrix) -> tuple[Cell, ...]:
    cells = [line.cells[head.id].word if head.id in line.cells else None for head in found.columns]
    return (line.head.code or None, line.head.name, line.head.group or None, line.status.value, *cells, line.head.id)


def _department(given: Publication, title: str, some: Iterable[Taught]) -> Sheet:
    """Return who teaches and who assesses what a department has to do with, with gaps and overlaps in words."""
    many = given.term(PLACES["courses"], many=True)
    heads = (
        Head(text="Code", width=14),
        Head(text=f"{capital(given.term('indicator'))} or standard", width=40),
        Head(text=capital(given.term("competency")), width=28),
        Head(text="Department", width=20),
        Head(text="Standards", width=20),
        *(Head(text=f"{word} by", width=18) for word in ("Introduced", "Developed", "Assessed", "Claimed")),
        Head(text="Summative assessments", width=28),
        Head(text="Gap", width=34),
        Head(text="Overlap", width=28),
        Head(text="Identifier", width=42),
    )
    name = title or "No department"
    rows = tuple(tuple(_taught(given, one, name, many)) for one in some)
    return Sheet(title=f"Who teaches {name}", heads=heads, rows=rows, about=f"Who teaches and who assesses: {name}")


def _taught(given: Publication, one: Taught, department: str, many: str) -> Iterator[Cell]:
    head = one.line.head
    indicator = given.framework.indicators.get(head.id)
    yield head.code or None
    yield head.name
    yield label_of(given, indicator.competency_id) or None if indicator else None
    yield department
    yield lines([given.code_of_standard(*key) for key in one.standards]) or None
    for places in (one.introduced, one.developed, one.assessed, one.claimed):
        yield _codes(given, places)
    yield _labels(given, one.line.assessments)
    yield UNTAUGHT if one.is_untaught else GAPS.get(one.line.status)
    yield f"Introduced by {len(one.introduced)} {many}." if one.is_introduced_again else None
    yield head.id


def _codes(given: Publication, identifiers: Iterable[str]) -> str | None:
    found = (given.framework.experiences[one] for one in identifiers)
    return lines([one.code or one.name for one in found]) or None


def _labels(given: Publication, identifiers: Iterable[str]) -> str | None:
    return lines([label_of(given, one) for one in identifiers]) or None
