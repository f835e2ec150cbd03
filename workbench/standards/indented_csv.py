"""Compeito's simple CSV: statement, code, kind and grades by their places, the depth by indentation."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from workbench.model import StandardSet
from workbench.standards.building import Entry, build
from workbench.standards.case_rows import read_grades
from workbench.standards.columns import positions
from workbench.standards.compeito_csv import about_from_lines, lines_about
from workbench.standards.mapping_shape import names_columns
from workbench.standards.outline import Outline
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

WIDEST = 4
"""Statement, code, kind, grades."""
STEP = 2
"""Blanks of one level; a tab is one, too."""
HEADER = ["fullstatement", "humancodingscheme", "cfitemtype", "educationlevel"]


def is_indented(table: Table) -> bool:
    """Return whether the first cells are indented, and there are no more columns than the format has.

    A table with a header of its own is none: empty cells there may be merged ones, or headings without a code.
    """
    rows = table.rows[lines_about(table) :]
    own = bool(rows) and [cell.strip().casefold() for cell in rows[0]] == HEADER[: len(rows[0])]
    if not own and names_columns(table):
        return False
    shifts = [_shift(row) for row in rows]
    widest = max((len(row) - shift for row, shift in zip(rows, shifts, strict=True)), default=0)
    return widest <= WIDEST and any(_depth(row) for row in rows) and _depth(rows[0]) == 0


def _shift(row: Sequence[str]) -> int:
    """Return how many empty cells stand before the first text: tabs that were taken for separators."""
    return next(place for place, cell in enumerate(row) if cell)


def _depth(row: Sequence[str]) -> int:
    shift = _shift(row)
    blanks = re.match(r"[ \t]*", row[shift])
    return shift + (len(blanks[0].replace("\t", " " * STEP)) // STEP if blanks else 0)


def read_indented_csv(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set that an indented list makes, and what became of every row.

    The indentation says the place and is no part of the statement. A header, which this format does not need,
    is passed over.
    """
    first = lines_about(table)
    about = about_from_lines(file, table, account)
    rows = list(zip(positions(table), table.rows, strict=True))[first:]
    account.add(Fate.READ, "rows", count=len(rows))
    if rows and [cell.strip().casefold() for cell in rows[0][1]] == HEADER[: len(rows[0][1])]:
        account.add(Fate.LEFT_OUT, "headers", rows.pop(0)[0])
    outline = Outline(account)
    entries = [_entry(row, where, outline, account) for where, row in rows]
    read = build(about, entries, account, file=file)
    return read, account.report(source=file, title=read.title)


def _entry(row: Sequence[str], where: str, outline: Outline, account: Account) -> Entry:
    cells = [cell.strip() for cell in row[_shift(row) :]] + [""] * WIDEST
    texts = dict(zip(("statement", "code", "kind"), cells, strict=False))
    rest: dict[str, Any] = {}
    grades = read_grades(cells[3], rest, where, account)
    if further := {f"column {place}": cell for place, cell in enumerate(cells[WIDEST:], start=WIDEST + 1) if cell}:
        rest["extensions"] = further
    return Entry(
        where=where,
        texts={name: text for name, text in texts.items() if text},
        grades=grades,
        rest=rest,
        **outline.place(_depth(row), where),
    )
