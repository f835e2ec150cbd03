"""Long workbooks: text stays text, nothing is lost without a word, and no clock is in the file."""

import io
import zipfile

import openpyxl
import pytest
from hypothesis import given
from python_calamine import CalamineWorkbook

from tests.strategies import texts
from workbench.errors import CannotPublish
from workbench.spreadsheets import LONGEST, LongSheet, Mended, guarded, long_workbook, unguarded


def sheet(*rows: tuple[str, ...]) -> LongSheet:
    """Return a sheet of two columns."""
    return LongSheet(title="Odd", heads=(("One", 10), ("Two", 30)), rows=rows)


def test_every_cell_is_text() -> None:
    """What looks like a formula, a number or the code of a character is read back as it was typed."""
    content, mended = long_workbook([sheet(("=1+1", "01"), ("_x0041_", "a\r\nb"), ("", "-2"))], title="t")

    read = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Odd").to_python()
    assert read == [["One", "Two"], ["=1+1", "01"], ["_x0041_", "a\nb"], ["", "-2"]]
    page = openpyxl.load_workbook(io.BytesIO(content))["Odd"]
    assert {cell.data_type for row in page.iter_rows() for cell in row if cell.value} == {"s"}
    assert {cell.number_format for row in page.iter_rows(min_row=2) for cell in row if cell.value} == {"@"}
    assert mended == Mended()


def test_a_sheet_is_laid_for_filtering_and_printing() -> None:
    """The headings stay in sight, carry filters, and are printed on every page."""
    page = openpyxl.load_workbook(io.BytesIO(long_workbook([sheet(("a", "b"))], title="t")[0]))["Odd"]

    assert (page.freeze_panes, page.auto_filter.ref, page.print_title_rows) == ("A2", "A1:B2", "$1:$1")
    assert page.column_dimensions["B"].width == 30
    assert (page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight) == ("landscape", 1, 0)
    assert page["A1"].font.b
    assert not page["A2"].font.b


def test_what_a_cell_cannot_hold_is_counted() -> None:
    """Two unwritable characters are replaced; a text longer than a cell ends in it."""
    content, mended = long_workbook([sheet(("a\x01b\ud800", "x" * (LONGEST + 1)))], title="t")

    assert mended == Mended(replaced=2, continued=1)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("Odd").to_python()
    assert rows[1] == ["a\ufffdb\ufffd", "x" * LONGEST]


def test_more_rows_than_a_sheet_has_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence names the sheet and the way out. A million rows would take a minute, so the limit is lowered."""
    monkeypatch.setattr("workbench.spreadsheets.long_sheets.MOST_ROWS", 3)

    with pytest.raises(CannotPublish, match=r"“Odd” would have more than 2 rows.*or CSV"):
        long_workbook([sheet(("a", ""), ("b", ""), ("c", ""))], title="t")


def test_the_same_sheets_give_the_same_bytes() -> None:
    """No time of day is anywhere in the file."""
    first, second = (long_workbook([sheet(("a", "b"))], title="t")[0] for _ in range(2))

    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(texts())
def test_a_guarded_text_comes_back(text: str) -> None:
    """No text is changed by guarding and unguarding, and none begins like a formula in between."""
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
