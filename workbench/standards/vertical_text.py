"""The vertical view as lines: the grid of codes, then the wording grade by grade, then the prerequisites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.model import Standard
from workbench.standards.difference_text import plain
from workbench.standards.naming import short_name
from workbench.standards.strands import Strand
from workbench.standards.vertical import Vertical, VerticalRow

GAP = "–"


def strand_lines(found: Iterable[Strand]) -> Iterator[str]:
    """Yield a line for each strand: key, number of standards, grades, title."""
    for one in found:
        grades = ", ".join(band.label for band in one.bands) or "no grade told"
        title = f"  {plain(one.title)}" if one.title not in {"", one.key} else ""
        yield f"{plain(one.key):16} {one.standards:>5}  {grades}{title}"


def vertical_lines(found: Vertical) -> Iterator[str]:
    """Yield the view of one strand, as it can be read on paper."""
    title = f" {found.strand.title}" if found.strand.title not in {"", found.strand.key} else ""
    yield f"{plain(found.strand.key + title)} in “{plain(found.found.title)}”: {found.strand.standards:,} standards."
    if found.gaps:
        yield f"No standard of this strand in: {', '.join(found.gaps)}."
    yield ""
    yield from _grid(found)
    for row in found.rows:
        yield from ("", plain(row.anchor) or "Without a heading")
        yield from _cells(row, found.columns)
    if found.prerequisites:
        yield from ("", f"Prerequisites ({len(found.prerequisites):,})")
        for one in found.prerequisites:
            yield f"  {_code(one.before)} → {_code(one.after)}{' (ours)' if one.ours else ''}"
    if found.outside:
        yield f"{found.outside:,} prerequisites name a standard that this set does not have."


def _grid(found: Vertical) -> Iterator[str]:
    """Yield the table of codes; what has no code is counted, and a gap is a dash."""
    table = [["", *found.columns], *([plain(row.anchor), *map(_cell, row.cells)] for row in found.rows)]
    widths = [max(len(line[place]) for line in table) for place in range(len(table[0]))]
    for line in table:
        yield "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()


def _cell(cell: Sequence[Standard]) -> str:
    codes = [plain(one.code) for one in cell if one.code]
    uncoded = len(cell) - len(codes)
    return ", ".join([*codes, *([f"{uncoded} without a code"] if uncoded else [])]) or GAP


def _cells(row: VerticalRow, columns: Sequence[str]) -> Iterator[str]:
    for column, cell in zip(columns, row.cells, strict=True):
        for one in cell:
            yield f"  {column:>6}  {plain(short_name(one, width=300))}"


def _code(standard: Standard) -> str:
    return plain(standard.code or short_name(standard))
