"""Workbooks of long sheets of text, written row by row so that memory does not grow with the rows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from workbench.errors import CannotPublish
from workbench.spreadsheets.cells import LINE, TALLEST, UNWRITABLE, Mended, clean, escaped, lines_in, pieces
from workbench.spreadsheets.saving import ZIP_TIME, saved

if TYPE_CHECKING:
    from openpyxl import Workbook

MOST_ROWS = 1_048_576
"""Rows in one sheet, the headings among them."""
LETTER = 1
"""Paper size: US Letter."""
PAPER = 220
"""Characters across one sheet of paper, at about two thirds of their size; a wider sheet goes over several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSheet:
    """A sheet of texts alone: (heading, width in characters) a column, then the rows.

    ``unprinted`` columns at the end, identifiers, are left off paper.
    """

    title: str
    heads: tuple[tuple[str, int], ...]
    rows: Iterable[Sequence[str]]
    unprinted: int = 0


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
    printed = sheet.heads[: len(sheet.heads) - sheet.unprinted]
    page.page_setup.paperSize = LETTER
    page.page_setup.fitToHeight = 0
    page.page_setup.fitToWidth = math.ceil(sum(width for _, width in printed) / PAPER)
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"
    page.oddFooter.right.text = "Page &P of &N"
    cells = _Cells(page)
    last = 1
    try:
        heads = [head for head, _ in sheet.heads]
        _set_height(page, 1, heads, sheet)
        page.append(cells.row(heads, bold=True))
        for last, row in enumerate(sheet.rows, start=2):
            if last > MOST_ROWS:
                raise CannotPublish(
                    f"The sheet “{sheet.title}” would have more than {MOST_ROWS - 1:,} rows, the most that a workbook "
                    "can hold. Choose fewer of them, or CSV."
                )
            _set_height(page, last, row, sheet)
            page.append(cells.row(row))
            # What is written is not kept: a hundred thousand heights would be.
            page.row_dimensions.pop(last, None)
    finally:
        page.print_area = f"A1:{get_column_letter(len(printed))}{last}"
        page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.heads))}{last}"
        page.close()
    return cells.mended


def _set_height(page: Any, line: int, row: Sequence[str], sheet: LongSheet) -> None:
    """Make a row as tall as its texts: LibreOffice would show the first line of each."""
    tall = max(lines_in(text, width) for text, (_, width) in zip(row, sheet.heads, strict=True))
    if tall > 1:
        page.row_dimensions[line].height = min(TALLEST, LINE * tall)
