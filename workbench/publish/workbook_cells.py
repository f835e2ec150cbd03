"""Sheets of a workbook as plain values, and what a cell cannot hold.

A text longer than a cell goes on in the row below; a character that XML cannot hold is shown as U+FFFD. Both are
counted, so that the cover can say it: openpyxl by itself would cut the one without a word and fail on the other.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TypeAlias

from workbench.spreadsheets import Mended, clean, escaped, pieces, units
from workbench.spreadsheets.cells import UNWRITABLE

Cell: TypeAlias = str | int | Decimal | None

LONGEST_TITLE = 31
"""UTF-16 units in the title of a sheet."""

UNTITLED = re.compile(r"[\[\]:*?/\\]")
"""Characters that the title of a sheet cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A column: its heading and its width in characters."""

    text: str
    width: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One sheet: headings in row 1, then the rows, a cell a column.

    ``about`` is what the cover says of it, where its title is too short to.
    """

    title: str
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    about: str = ""


def fit(sheet: Sheet) -> tuple[Sheet, Mended]:
    """Return the sheet as it can be written, and what had to be mended.

    A row with a text that is too long is followed by rows that hold its further pieces and, in the last
    column (the identifier), what the first row has there.
    """
    rows: list[tuple[Cell, ...]] = []
    mended = Mended()
    for row in sheet.rows:
        replaced = sum(len(UNWRITABLE.findall(cell)) for cell in row if isinstance(cell, str))
        split = [pieces(escaped(clean(cell))) if isinstance(cell, str) else (cell,) for cell in row]
        for depth in range(max(map(len, split), default=0)):
            rows.append(tuple(column[depth] if depth < len(column) else None for column in split))
            if depth and len(split[-1]) == 1:
                rows[-1] = (*rows[-1][:-1], split[-1][0])
        mended += Mended(replaced=replaced, continued=sum(len(column) > 1 for column in split))
    heads = tuple(Head(text=text, width=head.width) for text, head in zip(_heads(sheet), sheet.heads, strict=True))
    return replace(sheet, heads=heads, rows=tuple(rows)), mended


def _heads(sheet: Sheet) -> list[str]:
    """Return headings that differ from each other, on one line, short enough for a named table."""
    found: list[str] = []
    for head in sheet.heads:
        text = " ".join(clean(head.text).split()) or "Column"
        found.append(escaped(distinct(text, found, longest=200)))
    return found


def sheet_title(wanted: str, taken: Collection[str]) -> str:
    """Return a legal title that no other sheet has: short, without brackets, slashes, colons, marks of a pattern.

    >>> sheet_title("What/how?", []), sheet_title("what how", ["What how"])
    ('What how', 'what how (2)')
    """
    text = " ".join(UNTITLED.sub(" ", clean(wanted)).split()).strip("' ")
    # "History" is the title that Excel keeps for itself.
    legal = "History of changes" if text.casefold() == "history" else text
    return distinct(legal or "Sheet", taken, longest=LONGEST_TITLE)


def distinct(text: str, taken: Iterable[str], *, longest: int) -> str:
    """Return ``text`` cut to ``longest`` units, with a number behind it where another has the same, case aside."""
    known = {other.casefold() for other in taken}
    found, number = _cut(text, longest), 1
    while found.casefold() in known:
        number += 1
        found = f"{_cut(text, longest - len(f' ({number})'))} ({number})"
    return found


def _cut(text: str, longest: int) -> str:
    return text if units(text) <= longest else pieces(text, longest)[0].rstrip("' ")


def lines(texts: Sequence[str]) -> str:
    """Return texts one a line, the empty ones left out."""
    return "\n".join(text for text in texts if text)
