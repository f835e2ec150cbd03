"""Workbooks that mean harm are refused with one sentence, before they take memory."""

import zipfile
from pathlib import Path

import pytest

from tests.standards.table_files import repacked, with_sheet, write_bytes, write_workbook
from workbench.errors import BadFile
from workbench.standards import workbook_limits
from workbench.standards.report import Account
from workbench.standards.tables import read_tables

CELL = b'<row r="%d"><c r="%s"><v>1</v></c></row>'


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A workbook with one cell."""
    return write_workbook(tmp_path, {"S": [["a"]]})


@pytest.mark.parametrize(
    "rows",
    [
        CELL % (1, b"A1") + CELL % (1048576, b"XFD1048576"),
        b"<row r='1'><c x='>' r='A1'><v>1</v></c><c r='XFD1048576'><v>1</v></c></row>",
        b"<row>" + b"<c><v>1</v></c>" * 16_000 + b"</row>" + b"<row><c><v>1</v></c></row>" * 1_000,
        b'<x:row xmlns:x="u" r="1048576"><x:c r="XFD1048576"/></x:row>',
        CELL % (1, b"A1") * 1_001 + CELL % (1048576, b"XFD1048576"),
    ],
)
def test_cells_far_apart_are_refused(rows: bytes, book: Path) -> None:
    """However the addresses are written, the rectangle that they span is known before it is made."""
    with pytest.raises(BadFile, match="spread over more than 10,000,000 places"):
        read_tables(with_sheet(book, rows), Account())


def test_a_sheet_that_lies_in_another_place_is_checked_too(book: Path) -> None:
    """Which part is a sheet is for the workbook to say; it may be any."""
    with_sheet(book, CELL % (1, b"A1") + CELL % (1048576, b"XFD1048576"))
    with zipfile.ZipFile(book) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(book, "w") as new:
        for name, part in parts.items():
            hidden = part.replace(b"worksheets/sheet1.xml", b"hidden/one.xml")
            new.writestr(name.replace("worksheets/sheet1.xml", "hidden/one.xml"), hidden)

    with pytest.raises(BadFile, match="spread over more than"):
        read_tables(book, Account())


def test_a_dimension_that_lies_does_no_harm(book: Path) -> None:
    """Only cells count; a sheet that claims to be huge and is not is read."""
    (table,) = read_tables(
        repacked(book, lambda _, part: part.replace(b'<dimension ref="A1:A1"', b'<dimension ref="A1:XFD1048576"')),
        Account(),
    )

    assert table.rows == (("a",),)


def test_a_long_and_narrow_sheet_is_not_far_apart(book: Path) -> None:
    """A hundred thousand rows of one column are a table."""
    (table,) = read_tables(with_sheet(book, b"".join(CELL % (n, b"A%d" % n) for n in range(1, 100_001))), Account())

    assert (len(table.rows), table.lines[-1]) == (100_000, 100_000)


def test_a_bomb_is_refused_by_what_it_grows_to(book: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is set low here, so that the test need not pack half a gigabyte."""
    monkeypatch.setattr(workbook_limits, "GROWN", 1024 * 1024)

    with pytest.raises(BadFile, match="would grow to more than 1 MB"):
        read_tables(with_sheet(book, b" " * 2_000_000), Account())


def test_a_bomb_that_hides_its_size_is_refused(book: Path) -> None:
    """The directory says 10 bytes; what comes out of the part does not fit that."""
    with_sheet(book, b" " * 2_000_000)
    content = bytearray(book.read_bytes())
    with zipfile.ZipFile(book) as archive:
        size = archive.getinfo("xl/worksheets/sheet1.xml").file_size
    at = content.rfind(size.to_bytes(4, "little"))
    content[at : at + 4] = (10).to_bytes(4, "little")
    book.write_bytes(content)

    with pytest.raises(BadFile, match="is damaged"):
        read_tables(book, Account())


def test_entities_are_refused(book: Path) -> None:
    """No spreadsheet program declares entities; who does wants another file read."""
    with_sheet(book, CELL % (1, b"A1"), before=b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>')

    with pytest.raises(BadFile, match="refers to things outside itself"):
        read_tables(book, Account())


@pytest.mark.parametrize("cut", [30, 500, 3000])
def test_a_workbook_that_was_cut_off_is_damaged(cut: int, book: Path) -> None:
    """Half a download is said to be damaged."""
    book.write_bytes(book.read_bytes()[:cut])

    with pytest.raises(BadFile, match="is damaged"):
        read_tables(book, Account())


def test_a_locked_workbook_says_so(book: Path) -> None:
    """The flag of encryption is in each part's entry."""
    content = bytearray(book.read_bytes())
    start = content.find(b"PK\x01\x02")
    while start >= 0:
        content[start + 8] |= 1
        start = content.find(b"PK\x01\x02", start + 4)
    book.write_bytes(content)

    with pytest.raises(BadFile, match="locked with a password"):
        read_tables(book, Account())


def test_a_cell_longer_than_any_program_writes_is_refused(book: Path) -> None:
    """Spreadsheet programs hold 32,767 characters."""
    text = b'<row r="1"><c r="A1" t="inlineStr"><is><t>%s</t></is></c></row>' % (b"x" * 200_000)

    with pytest.raises(BadFile, match="more than 131,072 characters"):
        read_tables(with_sheet(book, text), Account())


def test_an_archive_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    """A zip of anything else is not opened as one."""
    path = tmp_path / "z.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "x")

    with pytest.raises(BadFile, match="cannot be opened as a workbook"):
        read_tables(path, Account())


def test_an_old_workbook_that_is_broken_is_refused(tmp_path: Path) -> None:
    """.xls is read in a process of its own, and its failure is one sentence, too."""
    path = write_bytes(tmp_path, bytes.fromhex("d0cf11e0a1b11ae1") + bytes(5000), "old.xls")

    with pytest.raises(BadFile, match=r"“old\.xls”"):
        read_tables(path, Account())


def open_document(path: Path, rows: str) -> Path:
    """Write an OpenDocument sheet with ``rows`` as XML."""
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
    )
    table = f'<table:table table:name="T">{rows}</table:table>'
    body = f"<office:body><office:spreadsheet>{table}</office:spreadsheet></office:body>"
    manifest = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", f"<office:document-content{spaces}>{body}</office:document-content>")
    return path


def test_an_open_document_is_read(tmp_path: Path) -> None:
    """Spreadsheets of LibreOffice come in as well."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = f"<table:table-row>{cell.format('01')}{cell.format('b')}</table:table-row>"

    (table,) = read_tables(open_document(tmp_path / "o.ods", rows), Account())

    assert (table.name, table.rows) == ("T", (("01", "b"),))


def test_an_open_document_that_repeats_itself_without_end_is_refused(tmp_path: Path) -> None:
    """Sixteen thousand times a million cells in a few letters: the memory of the reading process is bounded."""
    many = 'office:value-type="string" table:number-columns-repeated="16384"'
    cell = f"<table:table-cell {many}><text:p>x</text:p></table:table-cell>"
    rows = f'<table:table-row table:number-rows-repeated="1048576">{cell}</table:table-row>'

    with pytest.raises(BadFile, match=r"“o\.ods”"):
        read_tables(open_document(tmp_path / "o.ods", rows), Account())
