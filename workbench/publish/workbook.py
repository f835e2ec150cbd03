"""The framework as a workbook: a cover, then a sheet a section, with headings in row 1.

What a person typed is data in every cell: text that looks like a formula stays text. The same publication
gives the same bytes.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, NamedStyle, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.table import Table, TableStyleInfo
from openpyxl.writer.excel import ExcelWriter

from workbench.publish.publication import Publication, plural
from workbench.publish.workbook_alignment import alignment_sheets, findings_sheet
from workbench.publish.workbook_cells import Cell, Mended, Sheet, clean, escaped, fit, pieces, sheet_title
from workbench.publish.workbook_sheets import cover_facts, framework_sheets

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

LETTER = 1
"""Paper size: US Letter."""
ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every file inside; the first that a ZIP archive can hold."""
FORMULA = ("=", "+", "-", "@", "\t", "'")
"""What a text may begin with and be taken for something else by a spreadsheet program."""

DARK = "1F3864"
STYLES: Mapping[str, Mapping[str, Any]] = {
    # White on dark blue: contrast 12 to 1.
    "Heading row": {"font": Font(bold=True, color="FFFFFF"), "fill": PatternFill("solid", fgColor=DARK)},
    "Text": {},
    "Cover title": {"font": Font(bold=True, size=20, color=DARK)},
    "Cover name": {"font": Font(bold=True)},
    "Cover link": {"font": Font(underline="single", color="0563C1")},
}


def workbook_bytes(publication: Publication) -> bytes:
    """Return the workbook (Office Open XML) of a publication."""
    made = [*framework_sheets(publication), *alignment_sheets(publication), findings_sheet(publication)]
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
    return _saved(book)


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
    for line, row in enumerate(sheet.rows, start=2):
        for place, value in enumerate(row, start=1):
            if value is not None:
                _put(page, line, place, value)
    page.freeze_panes = "B2"
    page.print_title_rows = "1:1"
    if sheet.rows:
        # A named table tells a screen reader which row is the headings; one without rows would be damaged.
        last = get_column_letter(len(sheet.heads))
        table = Table(displayName=f"Table_{number}", ref=f"A1:{last}{len(sheet.rows) + 1}")
        table.name = table.displayName
        table.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=True)
        page.add_table(table)


def _fill_cover(page: Worksheet, publication: Publication, sheets: Mapping[str, Sheet], mended: Mended) -> None:
    """Write the cover: title, facts, what had to be mended, the sheets with links."""
    page.column_dimensions["A"].width = 34
    page.column_dimensions["B"].width = 90
    title = _put(page, 1, 1, pieces(escaped(clean(publication.title)))[0], style="Cover title")
    # The title is as wide as the sheet and must not wrap in its narrow column.
    title.alignment = Alignment(wrap_text=False, vertical="top")
    line = 3
    for name, text in [*cover_facts(publication), *_warnings(mended)]:
        for piece in pieces(escaped(clean(text))):
            _put(page, line, 1, escaped(clean(name)), style="Cover name")
            _put(page, line, 2, piece)
            line += 1
    _put(page, line + 1, 1, "Sheet", style="Heading row")
    _put(page, line + 1, 2, "Rows", style="Heading row")
    for place, (name, sheet) in enumerate(sheets.items(), start=line + 2):
        cell = _put(page, place, 1, escaped(name), style="Cover link")
        quoted = name.replace("'", "''")
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=f"'{quoted}'!A1", display=name)
        cell.style = "Cover link"
        _put(page, place, 2, len(sheet.rows)).alignment = Alignment(horizontal="left", vertical="top")


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
    """Lay the sheet crosswise, as wide as the paper, with title and page numbers."""
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = LETTER
    page.page_setup.fitToWidth = 1
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


def _saved(book: Workbook) -> bytes:
    """Return the file. openpyxl stamps the time of day on it and on its parts; ours has none."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        ExcelWriter(book, archive).save()
    return _timeless(raw.getvalue())


def _timeless(content: bytes) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in _in_order(source.namelist()):
            info = zipfile.ZipInfo(name, ZIP_TIME)
            target.writestr(info, source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """Return the parts, the list of content types first, as readers of packages expect."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
