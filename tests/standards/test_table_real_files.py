"""Every table that nobody here wrote comes in whole, or says that its columns need a meaning."""

import csv
import json
from collections import Counter
from typing import Any

import openpyxl
import pytest

from tests.shared import shared_file
from tests.standards.table_files import balances, reasons
from workbench.errors import NeedsMapping
from workbench.standards import Fate, read_case, read_standards, with_rubrics

KNOWN = {
    "opensalt/ccsso_ela.xlsx": (1189, 0),
    "opensalt/spreadsheet_import_sample.xlsx": (4, 6),
    "opensalt/spreadsheet_import_template.xlsx": (0, 0),
    "opensalt/ccsso_ela_item_old.csv": (1189, 0),
    "opensalt/case_olo_ela.csv": (2501, 2928),
    "opensalt/sample_case.csv": (10, 4),
    "case/001_framework.csv": (36, 0),
    "case/001r_rubrics.csv": (0, 0),
}
"""The tables of a known form, each with its number of standards and of links."""

UNKNOWN = [
    "opensalt/final_ela_olo_11-12.csv",
    "ccss/ccssm-k8.csv",
    "competencies/cbl_skills.csv",
    "scale/england_national_curriculum.csv",
    "scale/asn_state_standards_flat.csv",
    "spreadsheets/habilidades-em.csv",
    "spreadsheets/BNCC_Ensino_Medio_MEC.xlsx",
]


@pytest.mark.parametrize("name", KNOWN)
def test_the_account_balances(name: str) -> None:
    """What was read was kept or left out, and the numbers are those of the file."""
    read, report = read_standards(shared_file(name))

    assert (len(read.standards), len(read.links)) == KNOWN[name]
    assert balances(report)


@pytest.mark.parametrize("name", KNOWN)
def test_the_same_file_makes_the_same_set(name: str) -> None:
    """Identifiers depend on the file alone, so that adding it again changes nothing."""
    assert read_standards(shared_file(name)) == read_standards(shared_file(name))


@pytest.mark.parametrize("name", UNKNOWN)
def test_other_tables_need_a_mapping(name: str) -> None:
    """No table is taken for a form that it has not."""
    with pytest.raises(NeedsMapping):
        read_standards(shared_file(name))


def test_the_ela_workbook_is_as_openpyxl_reads_it() -> None:
    """Codes, kinds, wording and parents of all 1,189 rows, told by another reader of workbooks."""
    path = shared_file("opensalt/ccsso_ela.xlsx")
    book = openpyxl.load_workbook(path, read_only=True)
    _, *rows = book["CF Item"].iter_rows(values_only=True)
    book.close()
    levels = {str(row[3]): str(row[0]) for row in rows}

    read, report = read_standards(path)

    expected = {
        str(row[0]): (row[1], row[2] or "", row[10] or "", levels.get(str(row[3]).rpartition(".")[0], ""))
        for row in rows
    }
    assert {one.id: (one.statement, one.code, one.kind, one.parent_id) for one in read.standards} == expected
    assert Counter(not one.code for one in read.standards)[True] == 288
    assert Counter(not one.kind for one in read.standards)[True] == 172
    assert reasons(report, Fate.NOTED) == {"codes that stand on several standards": 1}
    assert reasons(report, Fate.KEPT)["associations that make the tree"] == 1189


def test_the_item_sheet_as_csv_is_the_same_tree() -> None:
    """The older CSV of the workbook has the same identifiers under the same parents."""
    book, _ = read_standards(shared_file("opensalt/ccsso_ela.xlsx"))
    sheet, _ = read_standards(shared_file("opensalt/ccsso_ela_item_old.csv"))

    assert [(one.id, one.parent_id) for one in sheet.standards] == [(one.id, one.parent_id) for one in book.standards]


def test_the_alignments_of_the_objectives_are_all_there() -> None:
    """2,932 ends stand in the fourth column: three are #N/A, one is named twice in its cell."""
    path = shared_file("opensalt/case_olo_ela.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if any(row)][1:]
    ends = {(row[0], end.strip()) for row in rows for end in row[3].split(",")}

    read, report = read_standards(path)

    assert {(one.origin_id, one.destination_id) for one in read.links} == {pair for pair in ends if pair[1] != "#N/A"}
    assert reasons(report, Fate.NOTED)["rows without any text, passed over"] == 1002
    assert reasons(report, Fate.NOTED)["codes that stand on several standards"] == 8


def test_the_csv_tells_what_the_package_tells() -> None:
    """The same framework as CSV and as CASE: same identifiers, wording, codes, kinds, grades and tree."""
    table, _ = read_standards(shared_file("case/001_framework.csv"))
    package, _ = read_case(shared_file("case/opencase_round_trip_baseline.json"))

    def told(one: Any) -> tuple[Any, ...]:
        return (one.id, one.parent_id, one.code, one.statement, one.label, one.kind, one.grades, one.sequence)

    assert [told(one) for one in table.standards] == [told(one) for one in package.standards]
    assert (table.id, table.title, table.owner, table.subject) == (
        package.id, package.title, package.owner, package.subject,
    )  # fmt: skip


def test_the_rubrics_tell_what_the_package_tells() -> None:
    """Every value of the CSV is in the package's rubrics, under the same names and in the same places."""
    framework, _ = read_standards(shared_file("case/001_framework.csv"))
    rubrics, _ = read_standards(shared_file("case/001r_rubrics.csv"))

    found = with_rubrics(framework, rubrics).extra["CFRubrics"]

    package = json.loads(shared_file("case/opencase_round_trip_baseline.json").read_text(encoding="utf-8"))
    assert [len(one["CFRubricCriteria"]) for one in found] == [
        len(one["CFRubricCriteria"]) for one in package["CFRubrics"]
    ]
    assert is_within(found, package["CFRubrics"])


def is_within(part: Any, whole: Any) -> bool:
    """Return whether each value of ``part`` is in ``whole`` at the same place."""
    if isinstance(part, dict):
        return all(name in whole and is_within(value, whole[name]) for name, value in part.items())
    if isinstance(part, list):
        return len(part) == len(whole) and all(map(is_within, part, whole))
    return bool(part == whole)
