"""The framework as a workbook: a cover, then a sheet a section, with headings in row 1.

What a person typed is data in every cell: text that looks like a formula stays text. The same publication
gives the same bytes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo

from workbench.publish.publication import Publication, plural
from workbench.publish.workbook_alignment import alignment_sheets, decisions_sheet, findings_sheet
from workbench.publish.workbook_cells import (
    Cell,
    Head,
    Sheet,
    fit,
    sheet_title,
)
from workbench.publish.workbook_comments import comments_sheet
from workbench.publish.workbook_coverage import coverage_sheets
from workbench.publish.workbook_sheets import cover_facts, framework_sheets
from workbench.spreadsheets import Mended, clean, escaped, lines_in, pieces, saved
from workbench.spreadsheets.cells import LINE, TALLEST
from workbench.spreadsheets.long_sheets import LETTER, PAPER

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

FORMULA = ("=", "+", "-", "@", "\t", "'")
"""What a text may begin with and be taken for something else by a spreadsheet program."""

COVER = (Head(text="Sheet", width=34), Head(text="Rows", width=90), Head(text="Standard set", width=60))

DARK = "1F3864"
FACE: Mapping[str, Any] = {"name": "Calibri", "family": 2}
STYLES: Mapping[str, Mapping[str, Any]] = {
    # White on dark blue: contrast 12 to 1.
    "Heading row": {
        "font": Font(**FACE, size=11, bold=True, color="FFFFFF"),
        "fill": PatternFill("solid", fgColor=DARK),
    },
    "Text": {"font": Font(**FACE, size=11)},
    "Cover title": {"font": Font(**FACE, size=20, bold=True, color=DARK)},
    "Cover name": {"font": Font(**FACE, size=11, bold=True)},
    "Cover link": {"font": Font(**FACE, size=11, underline="single", color="0563C1")},
}


def workbook_bytes(publication: Publication) -> bytes:
    """Return the workbook (Office Open XML) of a publication."""
    made = [*framework_sheets(publication), *alignment_sheets(publication), *coverage_sheets(publication)]
    made.append(findings_sheet(publication))
    made += [decisions_sheet(publication)] if publication.decided else []
    made += [comments_sheet(publication)] if publication.discussed else []
    fitted = [fit(sheet) for sheet in made]
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, look in STYLES.items():
        wrapped = Alignment(wrap_text=True, vertical="top")
        book.add_named_style(NamedStyle(name=name, alignment=wrapped, **look))
    titles = ["Cover"]
    for sheet, _ in fitted:
        titles.append(sheet_title(sheet.title, titles))
    pages = [cast("Worksheet", book.create_sheet(title)) for title in titles]
    for number, (page, (sheet, _)) in enumerate(zip(pages[1:], fitted, strict=True), start=1):
        _fill(page, sheet, number)
    mended = sum((one for _, one in fitted), Mended())
    _fill_cover(pages[0], publication, dict(zip(titles[1:], (sheet for sheet, _ in fitted), strict=True)), mended)
    _set_properties(book, publication)
    for page in pages:
        _set_page(page, publication)
    return saved(book)


def _put(page: Worksheet, line: int, place: int, value: Cell, *, style: str = "Text") -> SheetCell:
    """Write a value into a cell and return the cell; text is text, whatever it begins with."""
    cell = cast("SheetCell", page.cell(line, place))
    cell.value = value
    cell.style = style
    if isinstance(value, str):
        cell.data_type = "s"
        if value.startswith(FORMULA):
            cell.quotePrefix = True
    return cell


def _fill(page: Worksheet, sheet: Sheet, number: int) -> None:
    """Write a sheet: headings, rows, widths, frozen first row and column, a named table."""
    for place, head in enumerate(sheet.heads, start=1):
        _put(page, 1, place, head.text, style="Heading row")
        page.column_dimensions[get_column_letter(place)].width = head.width
    _set_height(page, 1, [head.text for head in sheet.heads], sheet.heads)
    for line, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            if value is not None:
                _put(page, line, place, value)
        _set_height(page, line, row, sheet.heads)
    page.freeze_panes = "B2"
    _set_print(page, sheet)
    if sheet.rows:
        # A named table tells a screen reader which row is the headings; one without rows would be damaged.
        last = get_column_letter(len(sheet.heads))
        table = Table(displayName=f"Table_{number}", ref=f"A1:{last}{len(sheet.rows) + 1}")
        table.name = table.displayName
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        page.add_table(table)


def _set_height(page: Worksheet, line: int, row: Sequence[Cell], heads: Sequence[Head]) -> None:
    """Make a row as tall as its texts: LibreOffice would show the first line of each."""
    tall = max(lines_in(value, head.width) for value, head in zip(row, heads, strict=True))
    page.row_dimensions[line].height = min(TALLEST, LINE * tall)


def _set_print(page: Worksheet, sheet: Sheet) -> None:
    """Print all but the identifiers, as wide as is readable; headings and the first column on every page."""
    printed = sheet.heads[:-1]
    page.print_title_rows = "1:1"
    page.print_title_cols = "A:A"
    page.print_area = f"A1:{get_column_letter(len(printed))}{len(sheet.rows) + 1}"
    page.page_setup.fitToWidth = math.ceil(sum(head.width for head in printed) / PAPER)


def _fill_cover(page: Worksheet, publication: Publication, sheets: Mapping[str, Sheet], mended: Mended) -> None:
    """Write the cover: title, facts, what had to be mended, the sheets with links."""
    for letter, head in zip("ABC", COVER, strict=True):
        page.column_dimensions[letter].width = head.width
    title = _put(page, 1, 1, pieces(escaped(clean(publication.title)))[0], style="Cover title")
    # The title is as wide as the sheet and must not wrap in its narrow column.
    title.alignment = Alignment(wrap_text=False, vertical="top")
    line = 3
    for name, text in [*cover_facts(publication), *_warnings(mended)]:
        for piece in pieces(escaped(clean(text))):
            _put(page, line, 1, escaped(clean(name)), style="Cover name")
            _put(page, line, 2, piece)
            _set_height(page, line, [name, piece], COVER[:2])
            line += 1
    for place, head in enumerate(COVER, start=1):
        _put(page, line + 1, place, head.text, style="Heading row")
    for place, (name, sheet) in enumerate(sheets.items(), start=line + 2):
        cell = _put(page, place, 1, escaped(name), style="Cover link")
        quoted = name.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1", display=name)
        cell.style = "Cover link"
        _put(page, place, 2, len(sheet.rows)).alignment = Alignment(horizontal="left", vertical="top")
        _put(page, place, 3, pieces(escaped(clean(sheet.about)))[0] or None)


def _warnings(mended: Mended) -> list[tuple[str, str]]:
    """Return what the cover says of texts that a workbook cannot hold as they are."""
    found = []
    if mended.replaced:
        count = plural(mended.replaced, "character")
        found.append(
            ("Characters replaced", f"{count} that a workbook cannot hold: shown as \N{REPLACEMENT CHARACTER}.")
        )
    if mended.continued:
        count = plural(mended.continued, "text")
        found.append(("Long texts", f"{count} longer than a cell can hold: continued in the row below."))
    return found


def _set_properties(book: Workbook, publication: Publication) -> None:
    """Set the document's properties; the only date is the publication's own."""
    moment = datetime.fromisoformat(publication.as_of)
    about = book.properties
    about.title = clean(publication.title)
    about.creator = clean(publication.district)
    about.subject = clean(publication.status_line)
    about.language = clean(publication.language)
    about.created = about.modified = moment.replace(tzinfo=None)


def _set_page(page: Worksheet, publication: Publication) -> None:
    """Lay the sheet crosswise, with title and page numbers."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = LETTER
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    margins: Any = page.HeaderFooter
    margins.oddHeader.left.text = _margin(publication.title)
    margins.oddFooter.left.text = _margin(publication.status_line)
    margins.oddFooter.right.text = "Page &P of &N"


def _margin(text: str) -> str:
    """Return a text for the margin of a page: one line, short, with & doubled as Office asks."""
    line = re.sub(r"\s+", " ", clean(text)).strip()
    return pieces(line, 80)[0].replace("&", "&&")
