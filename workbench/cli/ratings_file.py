"""Ratings from a table with the columns item, rater and value: CSV or a workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.errors import BadFile
from workbench.measures.agreement import Rating

COLUMNS = ("item", "rater", "value")


def read_ratings(path: Path) -> tuple[Rating, ...]:
    """Return the ratings in a file, the first sheet of a workbook; a row without a value is no rating.

    Raises:
        MissingFile: It is not there.
        BadFile: It is no table, lacks a column, or a row does not say of what or by whom.
    """
    from workbench.standards.report import Account
    from workbench.standards.tables import Table, read_tables

    tables = read_tables(path, Account())
    table = tables[0] if tables else Table(name="", rows=((),), lines=(1,))
    heads = [cell.strip().casefold() for cell in table.rows[0]]
    if missing := [name for name in COLUMNS if name not in heads]:
        raise BadFile(
            f"“{path.name}” has no column “{missing[0]}”. Its first row must name the columns item, rater and value."
        )
    places = [heads.index(name) for name in COLUMNS]
    found = tuple(_ratings(path, zip(table.lines[1:], table.rows[1:], strict=True), places))
    if not found:
        raise BadFile(f"“{path.name}” holds no rating. Write one below the columns item, rater and value.")
    return found


def _ratings(path: Path, rows: Iterator[tuple[int, tuple[str, ...]]], places: list[int]) -> Iterator[Rating]:
    for line, row in rows:
        cells = [row[place].strip() if place < len(row) else "" for place in places]
        for name, cell in zip(COLUMNS[:2], cells[:2], strict=True):
            if cells[2] and not cell:
                raise BadFile(f"Row {line} of “{path.name}” has a value and no {name}. Fill it in, or clear the row.")
        if cells[2]:
            yield Rating(*cells)
