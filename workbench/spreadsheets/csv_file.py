"""CSV files that do no harm in a spreadsheet program.

CSV has no mark for text, so a text that a spreadsheet program would run as a formula stands behind an apostrophe.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable

from workbench.spreadsheets.cells import Mended

UNTEXTUAL = re.compile("[\\x00-\\x08\\x0e-\\x1f\ud800-\udfff]")
"""Half characters, which UTF-8 cannot hold, and the signs by which readers tell that a file is no text."""
RUNS = re.compile(r"'*[=+\-@\t\r\n]")
"""How a text begins that a spreadsheet program may run; the apostrophes are those of ``guarded`` itself."""


def guarded(text: str) -> str:
    """Return ``text`` as it stands in a CSV file: behind an apostrophe where a spreadsheet program would run it.

    >>> guarded("=1+1"), guarded("- first point"), guarded("'quoted'"), guarded("'=1")
    ("'=1+1", "'- first point", "'quoted'", "''=1")
    """
    return f"'{text}" if RUNS.match(text) else text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given.

    >>> unguarded("'=1+1"), unguarded("'quoted'"), unguarded("''=1")
    ('=1+1', "'quoted'", "'=1")
    """
    return text[1:] if text[:1] == "'" and RUNS.match(text[1:]) else text


def csv_bytes(rows: Iterable[Iterable[str]]) -> tuple[bytes, Mended]:
    """Return rows as CSV in UTF-8, guarded, and what had to be mended.

    The file begins with a byte order mark: without it Excel takes every accent for two other characters.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    count = 0
    for row in rows:
        cells = [guarded(cell) for cell in row]
        count += sum(bool(RUNS.match(cell[1:])) for cell in cells if cell.startswith("'"))
        writer.writerow(cells)
    fitting, replaced = UNTEXTUAL.subn("\N{REPLACEMENT CHARACTER}", text.getvalue())
    return codecs.BOM_UTF8 + fitting.encode(), Mended(replaced=replaced, guarded=count)
