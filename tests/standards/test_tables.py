"""Any file as rows of text: encodings, separators, cells as people see them."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from tests.shared import shared_file
from tests.standards.table_files import as_csv, write_bytes, write_csv, write_workbook
from workbench.errors import BadFile, MissingFile
from workbench.standards.report import Account, Fate
from workbench.standards.tables import Table, read_tables

ENGLISH = "Code,Statement\nA.1,The author’s “regular” claims—and students’ reasons—in grades 9–10…\n"
FRENCH = "code,énoncé\nA.1,Résoudre des équations à une inconnue où l’élève vérifie déjà ses résultats\n"
SPANISH = "código,descripción\nA.1,Reconocer números del país según la lógica y la razón\n"
PORTUGUESE = "código,habilidade\nEM1,Identificar relações entre expressões, funções e variáveis\n"
GERMAN = "Code,Text\nA,Größere Übungen für Schüler während der Prüfung\n"
ITALIAN = "a,perché è così più già\n"
WESTERN = [ENGLISH, FRENCH, SPANISH, PORTUGUESE, GERMAN, ITALIAN, "A.1,café\n", "A.1,grades 2—3\n", "A.1,Don’t\n"]
RUSSIAN = "код,стандарт\n1,Учащийся умеет решать уравнения и неравенства\n"


def read(path: Path) -> Table:
    """Return the only table of a file."""
    (table,) = read_tables(path, Account())
    return table


def noted(path: Path) -> set[str]:
    """Return what the account of reading a file notes."""
    account = Account()
    read_tables(path, account)
    return {tally.reason for tally in account.report(source="", title="").tallies(Fate.NOTED)}


@pytest.mark.parametrize(
    "codec", ["cp1252", "mac_roman", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
@pytest.mark.parametrize("text", WESTERN)
def test_western_texts_are_read_in_every_encoding(text: str, codec: str, tmp_path: Path) -> None:
    """The characters that come out are those that went in, whichever of eight ways they were written."""
    table = read(write_bytes(tmp_path, text.encode(codec)))

    assert as_csv(table.rows) == text


@pytest.mark.parametrize("codec", ["cp1251", "utf-16-le"])
def test_other_scripts_are_read_too(codec: str, tmp_path: Path) -> None:
    """A text that is not of western Europe is not forced into its encodings."""
    table = read(write_bytes(tmp_path, RUSSIAN.encode(codec)))

    assert as_csv(table.rows) == RUSSIAN


@pytest.mark.parametrize(
    ("codec", "name"),
    [("utf-8", "UTF-8"), ("cp1252", "Windows-1252"), ("mac_roman", "MacRoman"), ("utf-16", "UTF-16")],
)
def test_the_encoding_is_said_aloud(codec: str, name: str, tmp_path: Path) -> None:
    """The account names the encoding that a text was read in."""
    assert f"the text was read as {name}" in noted(write_bytes(tmp_path, ENGLISH.encode(codec)))


def test_the_em_dash_of_the_macroman_file_is_an_em_dash() -> None:
    """Byte D1 stands 31 times in the file, D0 twice, 8E and C9 once: —, –, é and … in MacRoman."""
    table = read(shared_file("opensalt/ccsso_ela_item_old.csv"))

    text = "".join(cell for row in table.rows for cell in row)
    assert {sign: text.count(sign) for sign in "—–é…ÑÐ"} == {"—": 31, "–": 2, "é": 1, "…": 1, "Ñ": 0, "Ð": 0}
    assert "grades 9—10" in text


def test_the_course_codes_keep_their_zeros_and_the_quotes_their_sides() -> None:
    """SCED is Windows-1252: 970 em dashes, 316 apostrophes, and codes such as 01001."""
    path = shared_file("courses/sced_v12.csv")

    table = read(path)

    text = "".join(cell for row in table.rows for cell in row)
    assert (text.count("—"), text.count("’"), text.count("“")) == (970, 316, 22)
    assert table.rows[1][1] == "01001"
    assert "the text was read as Windows-1252" in noted(path)


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_told_from_the_rows(separator: str, tmp_path: Path) -> None:
    """Commas in sentences do not make a semicolon's table one of commas."""
    rows = (
        ("code", "statement", "grade"),
        ("A.1", "reads, writes; and | tells\ttales", "9"),
        ("A.2", "adds, too", "10"),
    )

    table = read(write_bytes(tmp_path, as_csv(rows, separator).encode()))

    assert table.rows == rows


def test_a_line_may_name_the_separator(tmp_path: Path) -> None:
    """Spreadsheet programs write "sep=;" at the top, and it is no row."""
    table = read(write_bytes(tmp_path, b"sep=;\na;b\n1;2\n"))

    assert (table.rows, table.lines) == ((("a", "b"), ("1", "2")), (2, 3))


def test_rows_say_on_which_line_they_begin(tmp_path: Path) -> None:
    """A quoted line break, an empty line and a row of commas do not disturb the count; "#" lines are rows."""
    table = read(write_bytes(tmp_path, b'#title,T\na,b\n1,"x\ny"\n\n,\n2,z\n'))

    assert table.rows == (("#title", "T"), ("a", "b"), ("1", "x\ny"), ("2", "z"))
    assert table.lines == (1, 2, 3, 7)


def test_old_mac_line_ends_end_lines(tmp_path: Path) -> None:
    """A carriage return alone ends a line, and two of them make an empty one."""
    table = read(write_bytes(tmp_path, b"a,b\r1,2\r\r3,4"))

    assert (table.rows, table.lines) == ((("a", "b"), ("1", "2"), ("3", "4")), (1, 2, 4))


def test_an_unpaired_quotation_mark_is_noted(tmp_path: Path) -> None:
    """The rest of the file is in one cell then; the account says so."""
    path = write_bytes(tmp_path, b'a,b\n1,"x\n2,y\n')

    assert read(path).rows == (("a", "b"), ("1", "x\n2,y\n"))
    assert "files with quotation marks that do not pair, read as well as can be" in noted(path)


def test_cells_of_a_workbook_come_as_people_see_them(tmp_path: Path) -> None:
    """Codes keep zeros, numbers lose a ".0", days are ISO, and text that looks like a formula stays text."""
    values = ["007", 7.0, 7.25, True, dt.datetime(2024, 7, 1), dt.datetime(2024, 7, 1, 8, 30), "=1+1", 123456789]  # noqa: DTZ001 - cells have no zone

    (table,) = read_tables(write_workbook(tmp_path, {"One": [values], "Empty": []}), Account())

    expected = ("007", "7", "7.25", "TRUE", "2024-07-01", "2024-07-01T08:30:00", "=1+1", "123456789")
    assert (table.name, table.rows, table.lines) == ("One", (expected,), (1,))


def test_numbers_keep_the_zeros_that_their_format_shows(tmp_path: Path) -> None:
    """A code typed as a number under the format 00000 is read as it is seen; other numbers are left alone."""
    path = write_workbook(tmp_path, {"A & B": [[1001, 1001], ["x", 7]]})
    book = openpyxl.load_workbook(path)
    book["A & B"]["A1"].number_format = "00000"
    book["A & B"]["B2"].number_format = "000"
    book.save(path)

    assert read(path).rows == (("01001", "1001"), ("x", "007"))


def test_lines_of_a_workbook_are_those_that_people_see(tmp_path: Path) -> None:
    """Empty rows above and between are no rows, and count."""
    (table,) = read_tables(write_workbook(tmp_path, {"S": [[], [], ["a"], [], [None, "b"]]}), Account())

    assert (table.rows, table.lines) == ((("a",), ("", "b")), (3, 5))


def test_the_ministry_workbook_opens() -> None:
    """Plain openpyxl cannot open this file; it has 10 sheets that hold something."""
    tables = read_tables(shared_file("spreadsheets/BNCC_Ensino_Medio_MEC.xlsx"), Account())

    assert len(tables) == 10
    assert tables[5].rows[0][:2] == ("Ano/Faixa", "Cód. Hab")


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    """A wrong name is not a damaged file."""
    with pytest.raises(MissingFile):
        read_tables(tmp_path / "none.csv", Account())


def test_the_content_counts_and_not_the_suffix(tmp_path: Path) -> None:
    """A CSV file that is called .xlsx is read as what it is."""
    assert read(write_bytes(tmp_path, b"a,b\n1,2\n", "book.xlsx")).rows == (("a", "b"), ("1", "2"))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<html><table><tr><td>1</td></tr></table></html>", "is a web page"),
        (b"%PDF-1.7\n" + bytes(range(32)) * 40, "is no table"),
        (b'a,b\n1,"' + b"x" * 200_000 + b'"\n', "more than 131,072 characters"),
        (b"a" + b",b" * 20_000, "more than 16,384 columns"),
    ],
)
def test_what_is_no_table_is_refused(content: bytes, says: str, tmp_path: Path) -> None:
    """One sentence says what is there instead."""
    with pytest.raises(BadFile, match=says):
        read_tables(write_bytes(tmp_path, content), Account())


def test_a_line_of_ten_million_cells_is_refused_before_it_is_parted(tmp_path: Path) -> None:
    """Each is one byte here and eight in memory, empty as it is."""
    path = write_bytes(tmp_path, b"code,statement\nA.1,Rain" + b"," * 10_000_001 + b"\n")
    with pytest.raises(BadFile, match="cells in one line"):
        read(path)


def test_nul_goes_and_all_other_signs_stay(tmp_path: Path) -> None:
    """No store can hold NUL; what turns the direction of writing is kept and noted, scripts and formulas are text."""
    row = ("a\0b", "\u202ecba", "<script>alert(1)</script>", "=HYPERLINK(1)", "\x1b")
    account = Account()

    (table,) = read_tables(write_csv(tmp_path, [["h"] * 5, row]), account)

    assert table.rows[1] == ("ab", *row[1:])
    report = account.report(source="", title="")
    assert [tally.examples for tally in report.repaired] == [("row 2",)]
    assert "rows with signs that turn the direction of writing, kept" in {tally.reason for tally in report.noted}


@pytest.mark.parametrize("content", [b'{"CFDocument": {}}', b"[\n {}]", b'\xef\xbb\xbf [["a", 1]]'])
def test_json_is_no_table_whatever_its_name(content: bytes, tmp_path: Path) -> None:
    """Read as a table it would be one column of brackets; the way to add it is named."""
    with pytest.raises(BadFile, match="add it without a mapping"):
        read_tables(write_bytes(tmp_path, content), Account())


def test_a_cell_in_brackets_is_still_a_table(tmp_path: Path) -> None:
    """Placeholders and lists of letters begin cells now and then."""
    (table,) = read_tables(write_bytes(tmp_path, b"[code],{text}\nA.1,Count\n"), Account())

    assert table.rows[0] == ("[code]", "{text}")
