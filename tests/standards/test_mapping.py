"""Mappings as values, and tables read by mappings that people wrote: trees, repeats, what is kept beside."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.standards.odd_tables import table
from workbench.errors import BadFile
from workbench.model import StandardSet
from workbench.standards.mapping import ColumnMapping, Heading, SheetMapping
from workbench.standards.mapping_locate import fits
from workbench.standards.mapping_preview import preview
from workbench.standards.mapping_proposal import propose
from workbench.standards.mapping_read import read_located
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

FULL = SheetMapping(
    name="S",
    columns=("A", "B", "C", "D", "E", "F"),
    header_rows=2,
    code=("A", "B"),
    code_separator="-",
    statement="C",
    headings=(Heading(text="D", code="E"),),
    marks={"F": "K"},
    section_rows=True,
    left_out=("D",),
)


def mapped(*columns: str, **fields: Any) -> ColumnMapping:
    """Return the mapping of one sheet with these columns."""
    return ColumnMapping(sheets=(replace(SheetMapping(name="Sheet1", columns=columns), **fields),))


def read(mapping: ColumnMapping, *tables: Table) -> tuple[StandardSet, ImportReport]:
    """Return the tables read by the mapping."""
    found, report = read_located(tables, mapping, source="made.csv", account=Account())
    assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    return found, report


def test_a_mapping_survives_json() -> None:
    """What is written as JSON text comes back equal; what is empty is not written."""
    mapping = ColumnMapping(sheets=(FULL,), title="Our set", left_out=("Notes",))

    written = json.loads(json.dumps(mapping.to_json()))

    assert ColumnMapping.from_json(written) == mapping
    assert "notes" not in written["sheets"][0]


def test_the_fingerprint_is_that_of_the_headers() -> None:
    """Other roles, sheet names, case and order of columns make no difference; another column does."""
    one = ColumnMapping(sheets=(FULL,)).fingerprint

    assert ColumnMapping(sheets=(SheetMapping(name="T", columns=("f", "E", "d", "C", "b", "A")),)).fingerprint == one
    assert ColumnMapping(sheets=(replace(FULL, columns=(*FULL.columns, "G")),)).fingerprint != one


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"statement": "Z"}, "there is no column “Z” for “statement”"),
        ({"code": (), "statement": ""}, "it is not said which column holds the standards"),
        ({"parent": "D"}, "“parent” and “parent_by” belong together"),
        ({"parent": "D", "parent_by": "identifier"}, "parents are named by identifier"),
        ({"parent_by": "name"}, "Choose from “code”, “code prefix”, “identifier”"),
        ({"level": "D"}, "“level” and “level_by” belong together"),
        ({"level_by": "colour"}, "Choose from “indentation”, “number”, “words”"),
        ({"columns": ("A", "A", "B", "C", "D", "E", "F")}, "two columns have the name “A”"),
        ({"code": (), "code_in_statement": True, "statement": "", "label": "C"}, "the code is said to open"),
    ],
)
def test_problems_are_told_in_words(fields: dict[str, Any], says: str) -> None:
    """Each problem names the sheet, the thing and what to choose from."""
    problems = ColumnMapping(sheets=(replace(FULL, **fields),)).problems()

    assert any(says in problem and "“S”" in problem for problem in problems)


@pytest.mark.parametrize(
    ("sheet", "says"),
    [
        ({"columns": "A"}, "a list of texts for “columns”"),
        ({"columns": ["A"], "statment": "A"}, "“statment”"),
        ({"columns": ["A"], "statement": 1}, "a text for “statement”"),
        ({"columns": ["A"], "header_rows": "2"}, "“header_rows”"),
        ({"columns": ["A"], "headings": "A"}, "“headings”"),
        ("A", "without “columns”"),
    ],
)
def test_json_of_another_shape_is_refused(sheet: object, says: str) -> None:
    """A value of the wrong kind is named."""
    with pytest.raises(BadFile, match=says):
        ColumnMapping.from_json({**ColumnMapping(sheets=(FULL,)).to_json(), "sheets": [sheet]}, source="m.json")


def test_a_mapping_fits_where_its_headers_are() -> None:
    """Columns may change places and titles may stand above; a column more is another shape."""
    mapping = propose([table("Code,Statement\nA1,Reads a short text aloud\nA2,Reads a long text")]).mapping

    assert fits([table("Ministry\n\nSTATEMENT,code\nWrites a short text,B1")], mapping)
    assert not fits([table("Code,Statement,Grade\nA1,Reads a short text aloud,3")], mapping)


def test_columns_that_changed_places_are_read_by_name() -> None:
    """The mapping of last year reads this year's order."""
    mapping = propose([table("Code,Statement\nA1,Reads a short text aloud\nA2,Reads a long text")]).mapping

    found, _ = read(mapping, table("Statement,Code\nWrites a short text,B1"))

    assert [(one.code, one.statement) for one in found.standards] == [("B1", "Writes a short text")]


def test_rows_of_one_standard_are_joined() -> None:
    """Further rows of a standard add their grades, and what they say stays with it; an exact repeat is left out."""
    columns = ("Code", "Text", "Grade", "Example", "Note")
    mapping = mapped(*columns, code=("Code",), statement="Text", grades=("Grade",), notes=("Note",))

    found, report = read(
        mapping,
        table(
            "Code,Text,Grade,Example,Note\nA,Count,1,beans,x\nA,Count,2,sticks,y\nB,Add,1\nA,Count,1,beans,x\nA,Other,3"
        ),
    )

    assert [(one.code, one.statement, one.grades) for one in found.standards] == [
        ("A", "Count", ("1", "2")),
        ("B", "Add", ("1",)),
        ("A", "Other", ("3",)),
    ]
    assert found.standards[0].notes == "x\ny"
    assert found.standards[0].extra["CFItem"]["extensions"] == {
        "Example": "beans",
        "further rows": [{"Example": "sticks"}],
    }
    assert {tally.reason: tally.count for tally in report.left_out} == {
        "rows of the header": 1,
        "rows that repeat an earlier one exactly": 1,
    }


def test_parents_that_are_not_there_or_are_the_row_itself_are_told() -> None:
    """Such standards stand at the top; the cell is kept beside them."""
    mapping = mapped("ID", "Up", "Text", identifier="ID", parent="Up", parent_by="identifier", statement="Text")

    found, report = read(mapping, table("ID,Up,Text\n1,,One\n2,1,Two\n3,9,Three\n4,4,Four"))

    assert {one.id: one.parent_id for one in found.standards} == {"1": "", "2": "1", "3": "", "4": ""}
    assert found.by_id["3"].extra["CFItem"]["extensions"] == {"Up": "9"}
    assert [tally.count for tally in report.noted if "whose parent" in tally.reason] == [2]


def test_a_circle_of_parents_is_refused() -> None:
    """The circle is shown by code."""
    mapping = mapped("Code", "Up", "Text", code=("Code",), parent="Up", parent_by="code", statement="Text")

    with pytest.raises(BadFile, match="“A” → “B” → “A”"):
        read(mapping, table("Code,Up,Text\nA,B,One\nB,A,Two"))


def test_an_identifier_twice_gives_the_second_one_of_its_own() -> None:
    """Both rows come in, and the file's identifier stays with the second."""
    mapping = mapped("ID", "Text", identifier="ID", statement="Text")

    found, report = read(mapping, table("ID,Text\n1,One\n1,Two"))

    assert [one.statement for one in found.standards] == ["One", "Two"]
    assert len(found.by_id) == 2
    assert [tally.count for tally in report.repaired] == [1]


def test_grades_that_cannot_be_read_are_kept_and_told() -> None:
    """The words of the file stand as grades, and the report names the row."""
    mapping = mapped("Text", "Grade", statement="Text", grades=("Grade",), list_separator="|")

    found, report = read(mapping, table("Text,Grade\nReads,Pre-K|Adult\nWrites,9-12"))

    assert [one.grades for one in found.standards] == [("PK", "Adult"), ("9", "10", "11", "12")]
    assert found.standards[1].extra["CFItem"]["extensions"] == {"Grade": "9-12"}
    assert [tally.examples for tally in report.noted if "grades" in tally.reason] == [("“Sheet1”, row 2: Pre-K|Adult",)]


def test_columns_left_out_are_not_kept() -> None:
    """A column that the mapping leaves out is nowhere in the set; every other one is."""
    mapping = mapped("Text", "Price", "Colour", statement="Text", left_out=("Price",))

    found, _ = read(mapping, table("Text,Price,Colour\nReads,3,red"))

    assert found.standards[0].extra == {"CFItem": {"extensions": {"Colour": "red"}}}


def test_a_sheet_for_each_grade_is_read_together() -> None:
    """Sheets of one shape: a heading for each, the grade from its name, the sheet of instructions left out."""
    sheets = [
        table("Code,Objective\nA1,Counts the chairs in the room\nA2,Counts the windows of the house", "Grade 1"),
        table("Code,Objective\nA1,Adds the chairs of two rooms\nA3,Adds the windows of two houses", "Grade 2"),
        table("How to use this file\nAsk the office for the newest version", "Read me"),
    ]

    proposal = propose(sheets)
    found, report = read(proposal.mapping, *sheets)

    assert [(one.code, one.statement[:4], one.grades) for one in found.standards] == [
        ("", "Grad", ()),
        ("A1", "Coun", ("1",)),
        ("A2", "Coun", ("1",)),
        ("", "Grad", ()),
        ("A1", "Adds", ("2",)),
        ("A3", "Adds", ("2",)),
    ]
    assert any("“Read me” is left out" in question for question in proposal.questions)
    assert [tally.count for tally in report.left_out if "not read" in tally.reason] == [2]


def test_user_text_stays_as_it_is() -> None:
    """Formulas, tags, signs of direction and LaTeX are text."""
    words = ["=HYPERLINK(1)", "<script>x</script>", "\u202eabc", "$i^2=-1$", "**bold**"]
    mapping = mapped("Text", statement="Text")

    found, _ = read(
        mapping, Table(name="Sheet1", rows=(("Text",), *((word,) for word in words)), lines=tuple(range(6)))
    )

    assert [one.statement for one in found.standards] == words


def test_the_preview_shows_rows_as_they_come_in() -> None:
    """Level, code, wording, parent and grades of the first rows; the numbers and the account of all."""
    sheet = table("Strand,Code,Text,Grade\nNumber,N1,Counts chairs,1\nNumber,N2,Counts windows,2")
    mapping = mapped(
        "Strand",
        "Code",
        "Text",
        "Grade",
        headings=(Heading(text="Strand"),),
        code=("Code",),
        statement="Text",
        grades=("Grade",),
    )

    shown = preview([sheet], mapping, rows=2)

    assert [(row.level, row.code, row.statement, row.parent, row.grades) for row in shown.rows] == [
        (1, "", "Number", "", ()),
        (2, "N1", "Counts chairs", "Number", ("1",)),
    ]
    assert (shown.standards, shown.levels) == (3, 2)
    assert json.loads(json.dumps(shown.to_json()))["report"]["read"][0] == {
        "reason": "rows",
        "count": 3,
        "examples": [],
    }


def test_the_proposal_says_how_sure_it_is() -> None:
    """Header and content agree, one of them says so, or neither does; what is not told is said."""
    proposal = propose(
        [table("Code,Aims of the course,Colour\nA1,Counts the chairs in the room,red\nA2,Counts the windows,blue")]
    )

    sure = {choice.meaning: choice.certainty.value for choice in proposal.choices}
    assert sure == {"code": "certain", "statement": "likely"}
    assert any("“Colour”" in question for question in proposal.questions)
