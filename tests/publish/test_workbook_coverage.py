"""The sheets of coverage say in words who teaches and who assesses what, and where nobody does."""

from __future__ import annotations

from dataclasses import replace

from tests.measures.covered import SET, framework, standards
from tests.publish.small_district import publication
from tests.publish.test_workbook import opened, rows_of
from workbench.publish.workbook import workbook_bytes

GIVEN = replace(publication(framework()), sets={SET: standards()})
ELSEWHERE = {"id": "art", "title": "Art", "department": "Arts", "indicators": {"i4": "assessed"}}


def test_the_sheet_of_standards_names_who_does_what() -> None:
    """A row a standard, a column a mark, the status in words."""
    rows = rows_of(opened(workbook_bytes(GIVEN)), "Coverage")

    assert [row["What became of it"] for row in rows][2:4] == ["claimed but not assessed"] * 2
    first, third = rows[0], rows[2]
    assert (first["Set"], first["Code"], first["Assessed"]) == ("State science", "S1", "BIO")
    assert (first["Introduced"], first["Summative assessments"]) == ("Chemistry", "Fair")
    assert (third["Said to be assessed"], third["Assessed"]) == ("BIO", None)


def test_competencies_stand_against_courses() -> None:
    """Each cell is a word."""
    science, cross = rows_of(opened(workbook_bytes(GIVEN)), "Coverage of competencies")

    assert (science["BIO"], science["Chemistry"], science["What became of it"]) == (
        "assessed",
        "introduced",
        "assessed",
    )
    assert (cross["BIO"], cross["Chemistry"]) == ("said to be assessed", None)


def test_a_department_sees_gaps_and_overlaps_in_words() -> None:
    """What its courses cover, what is of its area, and the standards that its courses claim themselves."""
    rows = {row["Code"]: row for row in rows_of(opened(workbook_bytes(GIVEN)), "Who teaches Science")}

    assert list(rows) == ["SC.1", "SC.2", "CC.1", "S1", "S4"]
    assert (rows["SC.1"]["Department"], rows["SC.1"]["Competency"], rows["SC.1"]["Standards"]) == (
        "Science",
        "SC: Model",
        "S1\nS2",
    )
    assert (rows["SC.1"]["Introduced by"], rows["SC.1"]["Assessed by"]) == ("BIO\nChemistry", "BIO")
    assert (rows["SC.1"]["Gap"], rows["SC.1"]["Overlap"]) == (None, "Introduced by 2 learning experiences.")
    assert rows["SC.2"]["Gap"] == "Taught, and assessed nowhere."
    assert rows["CC.1"]["Gap"] == "Said to be met or assessed, and no summative assessment scores it."
    assert (rows["S4"]["Claimed by"], rows["S4"]["Standards"]) == ("BIO", "S4")


def test_what_no_department_has_is_not_lost() -> None:
    """It stands on a sheet of its own, until some department takes it."""
    (row,) = rows_of(opened(workbook_bytes(GIVEN)), "Who teaches No department")
    taken = opened(workbook_bytes(replace(GIVEN, framework=framework(experiences=[ELSEWHERE]))))

    assert (row["Code"], row["Gap"]) == ("CC.2", "Assessed, but not where it is said to be assessed.")
    assert "Who teaches No department" not in taken.sheetnames
    (art,) = rows_of(taken, "Who teaches Arts")
    assert (art["Assessed by"], art["Gap"]) == ("Art", "Assessed, and nobody introduces or develops it.")


def test_each_sheet_can_be_filtered() -> None:
    """Excel's own table has the buttons."""
    page = opened(workbook_bytes(GIVEN))["Who teaches Science"]

    assert [table.autoFilter.ref for table in page.tables.values()] == ["A1:M6"]
