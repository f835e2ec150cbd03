"""Real tables that have no known format come in right by the proposal alone; expected numbers are counted otherwise."""

import csv
from collections import Counter
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.shared import shared_file
from workbench.errors import UnknownName
from workbench.model import Standard, StandardSet
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_proposal import propose
from workbench.standards.mapping_read import documents, read_mapped
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import read_tables

TABLES = {
    "scale/asn_state_standards_flat.csv": (13_947, 6),
    "scale/england_national_curriculum.csv": (2_598, 5),
    "ccss/ccssm-k8.csv": (317, 2),
    "ccss/ccssm-hs.csv": (154, 2),
    "competencies/cbl_content_areas.csv": (12, 1),
    "competencies/cbl_competencies.csv": (41, 1),
    "competencies/cbl_skills.csv": (207, 1),
    "competencies/cbl_tasks.csv": (48, 2),
    "courses/sced_v12.csv": (1_785, 1),
    "spreadsheets/habilidades-em.csv": (183, 1),
    "spreadsheets/competencias-gerais.csv": (10, 1),
}
"""Rows below the header, and levels of the tree, of each file (its README)."""


def proposed(path: Path) -> ColumnMapping:
    """Return the mapping that is proposed for a file."""
    return propose(read_tables(path, Account())).mapping


def read(name: str) -> tuple[StandardSet, ImportReport]:
    """Return a real file read as proposed."""
    path = shared_file(name)
    return read_mapped(path, proposed(path))


def rows_of(name: str, encoding: str = "utf-8") -> list[dict[str, str]]:
    """Return the rows of a real file, read by ``csv`` alone."""
    with shared_file(name).open(encoding=encoding, newline="") as opened:
        return list(csv.DictReader(opened))


def beside(standard: Standard) -> dict[str, str]:
    """Return what is kept beside a standard, by column."""
    found: dict[str, str] = standard.extra.get("CFItem", {}).get("extensions", {})
    return found


def levels(found: StandardSet) -> dict[str, int]:
    """Return how deep each standard stands, from 1."""
    deep: dict[str, int] = {}
    for one in found.standards:
        deep[one.id] = deep.get(one.parent_id, 0) + 1
    return deep


@pytest.mark.parametrize("name", TABLES)
def test_every_row_comes_in_as_a_standard(name: str) -> None:
    """As many standards as rows, in as many levels as the file has; the account balances; ids differ."""
    found, report = read(name)

    count, deep = TABLES[name]
    assert (len(found.standards), max(levels(found).values())) == (count, deep)
    assert len(found.by_id) == count
    assert report.count(Fate.READ) == count + 1 == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    assert [tally.reason for tally in report.left_out] == ["rows of the header"]


@pytest.mark.parametrize("name", TABLES)
def test_no_cell_is_lost(name: str) -> None:
    """Every filled cell of every row stands in a field of its standard, in its extra, or in the id of its parent."""
    found, _ = read(name)
    encoding = "cp1252" if "sced" in name else "utf-8-sig"
    with shared_file(name).open(encoding=encoding, newline="") as opened:
        rows = list(csv.reader(opened))[1:]

    told = Counter[str]()
    for one in found.standards:
        told.update((one.id, one.code, one.statement, one.label, one.kind, one.notes, *one.grades))
        told.update(value.strip() for value in beside(one).values())
    cells = [part for row in rows for cell in row for part in cell.strip().split("|") if part]
    known = set(told) | {part for value in told for part in value.split("|")}
    assert [cell for cell in cells if grade(cell) not in known and cell not in known] == []


def grade(cell: str) -> str:
    """Return how we write the one grade that the state standards spell otherwise."""
    return "PK" if cell == "Pre-K" else cell


def test_state_standards_keep_their_tree_and_codes() -> None:
    """Parent, code and grades of each of 13,947 standards are those of its row; 167 stand at the top."""
    found, report = read("scale/asn_state_standards_flat.csv")

    rows = {row["identifier"]: row for row in rows_of("scale/asn_state_standards_flat.csv")}
    expected = {
        key: (row["parent"] if row["parent"] in rows else "", row["statementNotation"]) for key, row in rows.items()
    }
    assert {one.id: (one.parent_id, one.code) for one in found.standards} == expected
    grades = {key: tuple(map(grade, row["educationLevel"].split("|"))) for key, row in rows.items()}
    assert {one.id: one.grades for one in found.standards} == grades
    noted = {tally.reason: tally.count for tally in report.noted}
    assert noted["standards whose parent is no other row of the table, put at the top"] == 167


def test_state_standards_can_be_read_a_document_at_a_time() -> None:
    """Each of the 20 documents is a set of its own with its rows; together they are all rows."""
    path = shared_file("scale/asn_state_standards_flat.csv")
    mapping = proposed(path)
    expected = Counter(row["document"] for row in rows_of("scale/asn_state_standards_flat.csv"))

    names = documents(read_tables(path, Account()), mapping)
    found = {name: read_mapped(path, mapping, document=name) for name in ("CC-Math", "MD-english")}

    assert Counter(names) == Counter(expected.keys())
    for name, (one, report) in found.items():
        assert (one.title, len(one.standards)) == (name, expected[name])
        assert report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    assert len({one.id for one, _ in found.values()}) == 2
    with pytest.raises(UnknownName, match="DC-arts"):
        read_mapped(path, mapping, document="DC-art")


def test_codes_over_several_columns_are_put_together() -> None:
    """Codes, parents and grades of the mathematics standards."""
    found, _ = read("ccss/ccssm-k8.csv")

    names = ("grade_level_code", "domain_code", "cluster_code", "standard_counter", "substandard_counter")
    rows = rows_of("ccss/ccssm-k8.csv")
    assert [one.code for one in found.standards] == [".".join(row[name] for name in names if row[name]) for row in rows]
    parents = {one.code: found.by_id[one.parent_id].code for one in found.standards if one.parent_id}
    assert parents["K.CC.B.4.a"] == "K.CC.B.4"
    assert len(parents) == sum(bool(row["substandard_counter"]) for row in rows)
    assert [one.grades for one in found.standards] == [(row["grade_level_code"],) for row in rows]


def test_high_school_is_four_grades() -> None:
    """“HS” is read as 9 to 12, and what the file says stays beside."""
    found, _ = read("ccss/ccssm-hs.csv")

    assert {one.grades for one in found.standards} == {("9", "10", "11", "12")}
    assert {beside(one)["grade_level_code"] for one in found.standards} == {"HS"}


def test_course_codes_keep_their_leading_zeros() -> None:
    """The codes of the school courses are five digits, as text."""
    found, _ = read("courses/sced_v12.csv")

    rows = rows_of("courses/sced_v12.csv", "cp1252")
    expected = [(row["SCED Course Code"], row["Course Title"]) for row in rows]
    assert [(one.code, one.label) for one in found.standards] == expected
    assert found.standards[0].code == "01001"


def test_the_competency_tables_keep_their_codes_and_titles() -> None:
    """Areas, competencies and skills by code; a task below the task that it names."""
    skills, _ = read("competencies/cbl_skills.csv")
    areas, _ = read("competencies/cbl_content_areas.csv")
    tasks, _ = read("competencies/cbl_tasks.csv")

    assert [one.code for one in skills.standards] == [row["Code"] for row in rows_of("competencies/cbl_skills.csv")]
    assert [one.statement for one in areas.standards] == [
        row["Title"] for row in rows_of("competencies/cbl_content_areas.csv")
    ]
    below = {row["ID"]: row["ParentTaskID"] for row in rows_of("competencies/cbl_tasks.csv")}
    assert {one.id: one.parent_id for one in tasks.standards} == below


def test_the_ministry_workbook_comes_in_over_ten_sheets() -> None:
    """31 competencies and 183 skills below ten headings; the three skills in the wrong sheet are named."""
    path = shared_file("spreadsheets/BNCC_Ensino_Medio_MEC.xlsx")
    sheets = CalamineWorkbook.from_path(str(path))
    rows = {
        name: [row for row in sheets.get_sheet_by_name(name).to_python() if any(row)] for name in sheets.sheet_names
    }

    found, report = read_mapped(path, proposed(path))

    codes = [str(row[1]) for name, own in rows.items() if name.startswith("Hab") for row in own[1:]]
    assert [one.code for one in found.standards if one.code.startswith("EM13")] == codes
    assert len(codes) == 183
    assert {one.grades for one in found.standards if one.code.startswith("EM13")} == {("1", "2", "3")}
    top = [one for one in found.standards if not one.parent_id]
    assert len(top) == 10
    assert len(found.standards) == 10 + sum(len(own) - 1 for own in rows.values())
    assert (
        report.count(Fate.READ)
        == sum(map(len, rows.values())) + 10
        == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)
    )
    strays = next(tally for tally in report.noted if "another sheet" in tally.reason)
    own = {
        name: Counter(str(row[1]).rstrip("0123456789") for row in own[1:])
        for name, own in rows.items()
        if name.startswith("Hab")
    }
    assert strays.count == 3 == sum(kinds.total() - kinds.most_common(1)[0][1] for kinds in own.values())
    assert "“EM13CNT310” in “Hab. de Linguagens e suas Tecn”, row 3" in strays.examples[0]


def test_a_table_of_links_is_no_table_of_standards() -> None:
    """Where nothing can be told to be wording, no sheet is proposed, and it is said why."""
    proposal = propose(read_tables(shared_file("competencies/cbl_task_skills.csv"), Account()))

    assert proposal.mapping.sheets == ()
    assert "no column of it could be told to hold the wording of standards" in proposal.questions[0]
