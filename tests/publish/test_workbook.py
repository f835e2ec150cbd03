"""The workbook holds everything, opens in a spreadsheet program, and is the same twice."""

import csv
import io
import re
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.workbook import Workbook

from tests.publish.small_district import IDS, SET_ID, framework, publication, standards
from tests.strategies import frameworks
from workbench.model import Edition, Form, Framework, Table, Thing
from workbench.publish.workbook import workbook_bytes
from workbench.publish.workbook_cells import sheet_title
from workbench.spreadsheets import LONGEST, clean, pieces, units

CSV_OF_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def opened(content: bytes) -> Workbook:
    """Return the workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def as_read(text: object) -> str:
    """Return a cell's text as a spreadsheet program shows it."""
    return re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), str(text))


def rows_of(book: Workbook, title: str) -> list[dict[str, object]]:
    """Return a sheet's rows by heading."""
    heads, *rows = book[title].iter_rows(values_only=True)
    return [{str(head): value for head, value in zip(heads, row, strict=True)} for row in rows]


def texts_of(thing: Thing) -> Iterator[str]:
    """Yield every text that a person wrote into a thing."""
    for name, spec, value in thing.filled():
        if name == "order":
            continue
        if spec.form in (Form.TEXT, Form.LINE):
            yield value
        elif spec.form is Form.WORDS:
            yield from value
        elif spec.form is Form.TEXTS:
            yield from value.values() if spec.choices is None else ()


def test_every_section_has_its_sheet() -> None:
    """The sheets come in the order in which a committee works, the matrix of each cited set behind them."""
    assert opened(workbook_bytes(publication())).sheetnames == [
        "Cover", "Design questions", "Beliefs and practices", "Portrait of a graduate", "Competencies",
        "Performance indicators", "Learning targets", "Scoring scales", "Scoring criteria", "Habits of work",
        "Verification rules", "Assessments", "Assessment items", "Learning experiences", "Units", "Supports",
        "Pathways", "Translations", "Alignments", "Priority standards", "Matrix State science", "Coverage",
        "Coverage of competencies", "Coverage by pathways", "Who teaches No department", "Findings",
    ]  # fmt: skip


def test_criteria_are_a_matrix() -> None:
    """A row an element, a column a level, headed by the level's name."""
    first, second = rows_of(opened(workbook_bytes(publication())), "Scoring criteria")

    assert first["Indicator or habit of work"] == "SC.1: Build"
    assert (first["Element"], first["1: Beginning"], first["4: Advanced"]) == ("Accuracy", "Names parts", "Predicts")
    assert (second["Element"], second["3: Proficient"], second["4: Advanced"]) == (
        "Timeliness",
        "Hands in on time",
        None,
    )


def test_a_course_shows_credits_as_a_number_and_indicators_by_what_happens_to_them() -> None:
    """Credits can be added up; indicators stand under introduced, developed, assessed."""
    (course,) = rows_of(opened(workbook_bytes(publication())), "Learning experiences")

    assert course["Credits"] == 0.5
    assert (course["Indicators introduced"], course["Indicators developed"]) == ("SC.1: Build", None)
    assert course["Indicators assessed"] == "SC.1: Build"
    assert course["Standards it meets"] == "LS1-2"


def test_the_matrix_has_a_row_for_every_standard() -> None:
    """A standard that nothing meets is an empty row, and each thing a column."""
    rows = rows_of(opened(workbook_bytes(publication())), "Matrix State science")

    assert [(row["Code"], row["SC.1"], row["BIO"], row["Times met"]) for row in rows] == [
        ("LS1", None, None, 0),
        ("LS1-1", None, None, 0),
        ("LS1-2", "partial", "full", 2),
    ]


def test_a_matrix_is_called_by_its_subject_and_told_on_the_cover() -> None:
    """Sets whose titles begin alike stay apart in the tabs; the cover has the whole title."""
    held = replace(standards(), subject="Science", title="Standards of the state for everything that lives and moves")

    book = opened(workbook_bytes(replace(publication(), sets={SET_ID: held})))

    assert "Matrix Science" in book.sheetnames
    assert {row[0].value: row[2].value for row in book["Cover"].iter_rows()}["Matrix Science"] == held.title


def test_findings_name_their_thing_and_field_as_people_do() -> None:
    """A finding speaks of a thing by its name and of a field by its label."""
    (finding,) = rows_of(opened(workbook_bytes(publication())), "Findings")

    assert (finding["Severity"], finding["Rule"], finding["Where"]) == ("warning", "STR001", "Builds on")
    assert finding["What it is about"] == "SC.2: Test a model."
    assert finding["What to do"] == "Align it, or say why not."


def test_what_a_person_typed_is_text() -> None:
    """A text that begins like a formula is text, and marked so that editing it keeps it text."""
    page = opened(workbook_bytes(publication()))["Beliefs and practices"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == "=Students retake tests"]

    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_data_sheets_are_laid_for_reading_and_printing() -> None:
    """Headings in row 1 stay in sight and repeat on paper; nothing is merged; sheets lie crosswise."""
    book = opened(workbook_bytes(publication()))

    for page in book.worksheets[1:]:
        assert page.freeze_panes == "B2"
        assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")
        assert all(head.width >= 8 for head in page.column_dimensions.values())
        assert all(isinstance(cell.value, str) and cell.font.color.rgb == "00FFFFFF" for cell in page[1])
    for page in book.worksheets:
        assert not page.merged_cells.ranges
        assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
        assert page.sheet_properties.pageSetUpPr is not None
        assert page.sheet_properties.pageSetUpPr.fitToPage


def test_a_row_is_as_tall_as_its_longest_text() -> None:
    """Four hundred words are not shown as one line."""
    page = opened(workbook_bytes(publication(with_belief("word " * 400))))["Beliefs and practices"]

    assert page.row_dimensions[2].height == 409
    assert page.row_dimensions[3].height == 15


def test_named_tables_are_legal() -> None:
    """A table has a name of its own, at least one row, and columns named as their cells."""
    book = opened(workbook_bytes(publication()))
    tables = [(page, table) for page in book.worksheets for table in page.tables.values()]

    assert len(tables) == len(book.sheetnames) - 1
    assert len({table.displayName for _, table in tables}) == len(tables)
    for page, table in tables:
        names = [column.name for column in table.tableColumns]
        assert names == [cell.value for cell in page[1]]
        assert len({name.casefold() for name in names}) == len(names)
        assert page.max_row >= 2


def test_the_properties_are_the_publication_s() -> None:
    """Title, language and the one date; no clock."""
    about = opened(workbook_bytes(publication())).properties

    assert (about.title, about.language, about.creator) == ("Mill River Framework", "en-US", "Mill River Schools")
    assert about.created == about.modified
    assert about.modified is not None
    assert about.modified.date().isoformat() == "2026-11-23"


def test_the_cover_says_the_status_and_links_to_the_sheets() -> None:
    """A draft says that it is one; an adopted edition says by which vote."""
    draft = opened(workbook_bytes(publication()))["Cover"]
    edition = Edition(
        number=2,
        title="",
        vote="7 to 1",
        effective="2027-28",
        adopted_on="2026-11-20",
        revision=7,
        sha256="ab",
        content=b"",
    )
    adopted = opened(workbook_bytes(replace(publication(), edition=edition)))["Cover"]

    facts = {row[0].value: row[1].value for row in draft.iter_rows()}
    assert facts["Status"] == "DRAFT, 1 finding"
    assert facts["Scoring criteria"] == 2
    targets = [row[0].hyperlink.location for row in draft.iter_rows() if row[0].hyperlink]
    assert "'Beliefs and practices'!A1" in targets
    assert {row[0].value: row[1].value for row in adopted.iter_rows()}["Vote"] == "7 to 1"


def test_the_same_publication_gives_the_same_bytes() -> None:
    """No time of day anywhere in the file."""
    first = workbook_bytes(publication())

    assert workbook_bytes(publication()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def with_belief(statement: str) -> Framework:
    """Return the small district with another belief."""
    given = framework()
    return replace(given, beliefs=Table([replace(given.beliefs[IDS["belief"]], statement=statement)]))


@pytest.mark.parametrize("character", ["a", "\U0001f600"])
def test_a_text_longer_than_a_cell_goes_on_below(character: str) -> None:
    """Nothing is cut: the rest is in the next row under the same identifier, and the cover says so."""
    text = character * (LONGEST + 5000)

    book = opened(workbook_bytes(publication(with_belief(text))))

    own = [row for row in rows_of(book, "Beliefs and practices") if row["Identifier"] == IDS["belief"]]
    written = [str(row["Statement"]) for row in own if row["Statement"] is not None]
    assert "".join(written) == text
    assert all(units(piece) <= LONGEST for piece in written)
    cover = {row[0].value: row[1].value for row in book["Cover"].iter_rows()}
    assert cover["Long texts"] == "1 text longer than a cell can hold: continued in the row below."


def test_characters_that_no_workbook_holds_are_replaced_and_counted() -> None:
    """Control characters, half characters and non-characters are shown as one mark each."""
    book = opened(workbook_bytes(publication(with_belief("a\x01b\x0bc\ud800d\uffffe"))))

    own = next(row for row in rows_of(book, "Beliefs and practices") if row["Identifier"] == IDS["belief"])
    assert own["Statement"] == "a�b�c�d�e"
    cover = {row[0].value: row[1].value for row in book["Cover"].iter_rows()}
    assert cover["Characters replaced"] == "4 characters that a workbook cannot hold: shown as �."


def test_the_district_s_words_name_the_sheets() -> None:
    """A district that says "standard" for competency finds it in the tabs, cut to what a tab can hold."""
    given = framework()
    district = replace(given.district, terms=type(given.district.terms)({"competency": "Graduate/promise [long] " * 3}))

    book = opened(workbook_bytes(publication(replace(given, districts=Table([district])))))

    title = next(title for title in book.sheetnames if title.startswith("Graduate"))
    assert title == "Graduate promise long Graduate"
    assert len(rows_of(book, title)) == 1


@pytest.mark.parametrize(
    ("wanted", "taken", "title"),
    [
        ("Beliefs", ["beliefs"], "Beliefs (2)"),
        ("'quoted'", [], "quoted"),
        ("History", [], "History of changes"),
        ("[]:*?/\\", [], "Sheet"),
        ("x" * 40, ["x" * 31], "x" * 27 + " (2)"),
        ("\U0001f600" * 20, [], "\U0001f600" * 15),
    ],
)
def test_titles_of_sheets_are_legal(wanted: str, taken: list[str], title: str) -> None:
    """At most 31 units, none of the forbidden marks, none twice."""
    assert sheet_title(wanted, taken) == title


def test_pieces_part_no_character() -> None:
    """A character of two units stays whole."""
    assert pieces("a\U0001f600b", 2) == ("a", "\U0001f600", "b")


@settings(max_examples=40)
@given(frameworks())
def test_every_text_of_any_framework_is_in_the_workbook(drawn: Framework) -> None:
    """Whatever people paste, it is read back from a cell, and every thing has its row."""
    book = opened(workbook_bytes(publication(drawn)))

    cells = {as_read(cell) for page in book.worksheets for row in page.values for cell in row if cell is not None}
    whole = "\x00".join(cells)
    for thing in drawn.things():
        assert thing.kind == "district" or thing.id in cells
        for text in texts_of(thing):
            assert clean(text) in whole


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with what LibreOffice made of the small district: a CSV a sheet, and a PDF."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "framework.xlsx").write_bytes(workbook_bytes(publication(with_belief("_x0041_ and\n<b>&</b>"))))
    profile = f"-env:UserInstallation=file://{folder}/profile"
    for target in (CSV_OF_EVERY_SHEET, "pdf"):
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", target, "--outdir", folder, folder / "framework.xlsx"],
            check=True,
            capture_output=True,
            timeout=180,
        )
    return folder


@pytest.mark.slow
def test_libreoffice_reads_every_sheet(converted: Path) -> None:
    """Another program reads the same texts from the same cells."""
    book = opened((converted / "framework.xlsx").read_bytes())

    for title in book.sheetnames:
        with (converted / f"framework-{title}.csv").open(encoding="utf-8", newline="") as file:
            theirs = [[cell for cell in row if cell] for row in csv.reader(file)]
        ours = [[as_read(cell) for cell in row if cell is not None] for row in book[title].values]
        assert [row for row in theirs if row] == [row for row in ours if row]


@pytest.mark.slow
def test_it_prints_crosswise_on_letter_paper(converted: Path) -> None:
    """Every page is 11 by 8.5 inches, and the headings are on each sheet's first page."""
    said = subprocess.run(
        ["pdfinfo", converted / "framework.pdf"], check=True, capture_output=True, text=True, timeout=60
    ).stdout

    assert "792 x 612 pts" in said


def test_priority_standards_have_a_sheet_with_reason_and_what_covers_them() -> None:
    """The standard by its set, code and name, the reason, and the indicators that are aligned to it."""
    (row,) = rows_of(opened(workbook_bytes(publication())), "Priority standards")

    assert [row[head] for head in ("Standard set", "Code of the standard", "Standard", "Why it is a priority")] == [
        "State science", "LS1-2", "Systems of a body", "Health builds on it.",
    ]  # fmt: skip
    assert (row["Covered by"], row["Identifier"]) == ("SC.1: Build", IDS["priority"])
