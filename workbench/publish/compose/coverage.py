"""Coverage as a picture, as a table of words, and as counts by set and grade."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from workbench.measures.coverage import Line, Matrix, coverage
from workbench.measures.coverage_ways import REQUIRED
from workbench.measures.coverage_window import window
from workbench.measures.coverage_words import MEANINGS, subject_of
from workbench.measures.heat_map import heat_map
from workbench.measures.marks import Mark, Status
from workbench.model import Framework
from workbench.publish.compose.words import capital
from workbench.publish.document import Align, BulletList, Column, Figure, Row, Table, bullets, joined, plain, strong

MOST_COURSES = 30
"""Columns of a picture; a district with more courses is shown by its departments."""

A_SHEET = 30
"""Rows of a picture that can be read on a sheet of paper."""


def figure(framework: Framework, found: Matrix, *, first: int = 0, rows: int = 60, key: str = "coverage") -> Figure:
    """Return the picture of a matrix, or of a part of a large one."""
    shown, remark = window(found, first=first, rows=rows, columns=MOST_COURSES)
    title = subject_of(framework, found)
    drawn = heat_map(shown, title, remark=remark, key=key)
    alt = f"{title}, as a picture. The table that follows says it in words. {remark}".strip()
    return Figure(content=drawn.encode("utf-8"), media="image/svg+xml", alt=alt, caption=title, own=True)


def map_figures(framework: Framework) -> list[Figure]:
    """Return the pictures of competencies by learning experience, or by department where there are many."""
    many = len(framework.experiences) > MOST_COURSES
    found = coverage(framework, by="departments" if many else "courses")
    starts = range(0, len(found.lines), A_SHEET)
    return [figure(framework, found, first=one, rows=A_SHEET, key=f"map-{one}") for one in starts]


def words_table(framework: Framework, found: Matrix) -> Table:
    """Return the table of a whole matrix: a header cell a row and a column, a word in each cell."""
    heads = [head.id for head in found.columns]
    return _table(
        framework,
        found,
        (3, 2),
        [Column(head=head.label, width=1) for head in found.columns],
        lambda line: [line.cells[one].word if one in line.cells else "" for one in heads],
    )


def places_table(framework: Framework, found: Matrix) -> Table:
    """Return a whole matrix as a narrow table: for each row and each mark that occurs, the columns that have it.

    Of a pathway it is said where not every student comes to it.
    """
    used = sorted({cell.mark for line in found.lines for cell in line.cells.values()}, reverse=True)
    names = {head.id: head.label for head in found.columns}
    return _table(
        framework,
        found,
        (2.2, 1.2),
        [Column(head=capital(mark.word), width=2) for mark in used],
        lambda line: [", ".join(_named(line, names, mark)) for mark in used],
    )


def _table(
    framework: Framework,
    found: Matrix,
    widths: tuple[float, float],
    more: Sequence[Column],
    texts: Callable[[Line], Sequence[str]],
) -> Table:
    """Return a table of a matrix: what a row is, what became of it, and ``more`` columns with the ``texts`` of it."""
    columns = (
        Column(head=capital(found.rows), width=widths[0]),
        Column(head="What became of it", width=widths[1]),
        *more,
    )
    rows = tuple(Row(cells=tuple(map(plain, (one.head.title, one.status, *texts(one))))) for one in found.lines)
    return Table(caption=f"{subject_of(framework, found)}, in words", columns=columns, rows=rows)


def _named(line: Line, names: Mapping[str, str], mark: Mark) -> Iterator[str]:
    """Yield the names of the columns with this mark."""
    for key, name in names.items():
        cell = line.cells.get(key)
        if cell is not None and cell.mark is mark:
            yield f"{name}, {cell.way}" if cell.way not in ("", REQUIRED) else name


def became_tables(found: Matrix, group: str) -> list[Table]:
    """Return how many rows of each group, and of each grade where there are several, have which status."""
    groups = {title or f"No {group.lower()}": lines for title, lines in found.groups().items()}
    grades = {grade.upper() or "No grade": lines for grade, lines in found.grades().items()}
    several = {group: groups, **({"Grade": grades} if len(grades) > 1 else {})}
    return [_became(head, some) for head, some in several.items()]


def _became(group: str, some: Mapping[str, Sequence[Line]]) -> Table:
    columns = (
        Column(head=group, width=3),
        *(Column(head=capital(status), width=1.3, align=Align.END) for status in Status),
    )
    rows = tuple(
        Row(cells=(plain(title), *(plain(f"{sum(one.status is status for one in lines):,}") for status in Status)))
        for title, lines in some.items()
    )
    return Table(caption=f"What became of them, by {group.lower()}", columns=columns, rows=rows)


def meanings() -> BulletList:
    """Return what the words mean."""
    return bullets(joined((strong(f"{capital(one)}:"), plain(meaning)), " ") for one, meaning in MEANINGS.items())
