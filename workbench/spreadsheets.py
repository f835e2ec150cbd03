"""What spreadsheet files have in common, whoever writes them: what a cell can hold, and files without a clock.

A cell of a workbook holds 32,767 UTF-16 units (Excel's limit, ECMA-376 has none) and no control characters.
Text that people typed is data: in a workbook it is marked as text, in a CSV file, which has no such mark, a
text that a spreadsheet program would run as a formula stands behind an apostrophe (``guarded``).
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import IO, TYPE_CHECKING, Any, cast

from workbench.errors import CannotPublish

if TYPE_CHECKING:
    from openpyxl import Workbook

LONGEST = 32_767
"""UTF-16 units in one cell."""
MOST_ROWS = 1_048_576
"""Rows in one sheet, the headings among them."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside; the first that a ZIP archive can hold."""

UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""
UNENCODABLE = re.compile("[\0\ud800-\udfff]")
"""Characters that a CSV file in UTF-8 cannot hold."""
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheet programs would read as the code of a character."""
RUNS = re.compile(r"'*[=+\-@\t\r\n]")
"""How a text begins that a spreadsheet program may run; the apostrophes are those of ``guarded`` itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """How many characters were replaced, texts were too long for one cell, and texts were put behind an apostrophe."""

    replaced: int = 0
    continued: int = 0
    guarded: int = 0

    def __add__(self, other: Mended) -> Mended:
        """Return the counts of both together."""
        return Mended(
            replaced=self.replaced + other.replaced,
            continued=self.continued + other.continued,
            guarded=self.guarded + other.guarded,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSheet:
    """A sheet of texts alone, written row by row: (heading, width in characters) a column, then the rows."""

    title: str
    heads: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[str]]


def clean(text: str) -> str:
    """Return ``text`` as a cell can hold it: line ends as one, unwritable characters replaced."""
    one_end = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", one_end)


def escaped(text: str) -> str:
    """Return a clean text as it is written into the file.

    >>> escaped("_x0041_")
    '_x005F_x0041_'
    """
    return ESCAPE.sub("_x005F_", text)


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which spreadsheet programs count."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, longest: int = LONGEST) -> tuple[str, ...]:
    """Return a clean text in pieces that fit into a cell each.

    >>> pieces("abcde", 2)
    ('ab', 'cd', 'e')
    """
    if 2 * len(text) <= longest or units(text) <= longest:
        return (text,)
    found, start, room = [], 0, longest
    for place, character in enumerate(text):
        size = units(character)
        if size > room:
            found.append(text[start:place])
            start, room = place, longest
        room -= size
    return (*found, text[start:])


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
    """Return rows as CSV in UTF-8, guarded, and how many characters CSV cannot hold.

    The file begins with a byte order mark: without it Excel takes every accent for two other characters.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    count = 0
    for row in rows:
        cells = [guarded(cell) for cell in row]
        count += sum(bool(RUNS.match(cell[1:])) for cell in cells if cell.startswith("'"))
        writer.writerow(cells)
    fitting, replaced = UNENCODABLE.subn("\N{REPLACEMENT CHARACTER}", text.getvalue())
    return codecs.BOM_UTF8 + fitting.encode(), Mended(replaced=replaced, guarded=count)


def long_workbook(sheets: Iterable[LongSheet], *, title: str, language: str = "") -> tuple[bytes, Mended]:
    """Return a workbook of long sheets, and what had to be mended: a text too long for a cell ends in it.

    Every cell is text. Headings stay in sight, can be filtered by, and stand on every printed page. Memory
    does not grow with the rows. The same sheets give the same bytes. Raises CannotPublish where a sheet
    cannot hold the rows.
    """
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    mended = Mended()
    for sheet in sheets:
        mended += _fill(book, sheet)
    about = book.properties
    about.title, about.language, about.creator = clean(title), clean(language) or None, None
    about.created = about.modified = datetime(*ZIP_TIME)  # noqa: DTZ001  # a file without a clock
    return saved(book), mended


class _Cells:
    """Makes the text cells of one sheet, and counts what had to be mended."""

    def __init__(self, page: Any) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Font

        self._page = page
        self._cell: Any = WriteOnlyCell
        self.mended = Mended()
        model: Any = self._cell(page)
        # The number format "text" keeps 01 and =1 what they are when a person edits the cell.
        model.number_format, model.alignment = "@", Alignment(wrap_text=True, vertical="top")
        self._plain = copy(model._style)  # noqa: SLF001  # openpyxl has no other way to give many cells one style
        model.font = Font(bold=True)
        self._bold = model._style  # noqa: SLF001  # the same

    def row(self, texts: Iterable[str], *, bold: bool = False) -> list[Any]:
        """Return the cells of a row, None for an empty text."""
        return [self._made(text, self._bold if bold else self._plain) if text else None for text in texts]

    def _made(self, text: str, style: Any) -> Any:
        parts = pieces(escaped(clean(text)))
        replaced = len(UNWRITABLE.findall(text))
        if replaced or len(parts) > 1:
            self.mended += Mended(replaced=replaced, continued=int(len(parts) > 1))
        made = self._cell(self._page, parts[0])
        made.data_type = "s"  # openpyxl takes a text that begins with "=" for a formula
        made._style = style  # noqa: SLF001  # as above
        return made


def _fill(book: Workbook, sheet: LongSheet) -> Mended:
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    page: Any = book.create_sheet(sheet.title)
    for place, (_, width) in enumerate(sheet.heads, start=1):
        page.column_dimensions[get_column_letter(place)].width = width
    page.freeze_panes = "A2"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    cells = _Cells(page)
    last = 1
    try:
        page.append(cells.row((head for head, _ in sheet.heads), bold=True))
        for last, row in enumerate(sheet.rows, start=2):
            if last > MOST_ROWS:
                raise CannotPublish(
                    f"The sheet “{sheet.title}” would have more than {MOST_ROWS - 1:,} rows, the most that a workbook "
                    "can hold. Choose fewer of them, or CSV."
                )
            page.append(cells.row(row))
    finally:
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{last}"
        page.close()
    return cells.mended


def saved(book: Workbook) -> bytes:
    """Return the file of a workbook. openpyxl stamps the time of day on it and on its parts; ours has none."""
    from openpyxl.writer.excel import ExcelWriter

    with tempfile.TemporaryFile() as raw:
        with zipfile.ZipFile(raw, "w") as archive:
            ExcelWriter(book, archive).save()
        return _timeless(cast("IO[bytes]", raw))


def _timeless(raw: IO[bytes]) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in _in_order(source.namelist()):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            with source.open(name) as part, target.open(info, "w") as place:
                shutil.copyfileobj(part, place)
    return fixed.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """Return the parts, the list of content types first, as readers of packages expect."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
