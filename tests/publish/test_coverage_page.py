"""The page of coverage: counts, the picture, and the same in words as a table with header cells."""

from __future__ import annotations

from tests.measures.covered import SET, framework, standards
from tests.publish.small_district import publication
from tests.publish.test_compose import cells, tables
from tests.publish.test_html_page import Page
from workbench.measures.coverage import coverage
from workbench.publish.compose import compose
from workbench.publish.compose.coverage import became_tables, map_figures
from workbench.publish.coverage_page import coverage_page

FOUND = coverage(framework(), {SET: standards()}, rows="standards")


def test_the_table_says_in_words_what_the_picture_shows() -> None:
    """A header cell for each row and column, and a word in each cell that has a mark."""
    page = Page(coverage_page(framework(), FOUND, revision=3))

    assert page.all("th")[-9:] == [{"scope": "row", "role": "rowheader"}] * 9
    said = "".join(page.text)
    assert "Coverage of standards by learning experiences, in words" in said
    assert "claimed but not assessed" in said
    assert page.all("svg")[0]["aria-labelledby"] == "coverage-title coverage-desc"


def test_sets_and_grades_are_counted() -> None:
    """What names no grade is of every one, and is told apart."""
    by_set, by_grade = became_tables(FOUND, "Set of standards")

    assert cells(by_set) == [["State science", "3", "1", "3", "1", "1"]]
    assert cells(by_grade) == [["12", "0", "0", "0", "0", "1"], ["No grade", "3", "1", "3", "1", "0"]]


def test_a_page_says_what_it_has_no_room_for() -> None:
    """The workbook has the rest."""
    page = Page(coverage_page(framework(), FOUND, revision=3, rows=4))

    assert "Rows 1 to 4 of 9. The workbook has all of it." in "".join(page.text)


def test_the_published_framework_tells_what_became_of_the_standards() -> None:
    """And shows where each competency is met."""
    document = compose(publication())

    (table,) = tables(document, "What became of them, by set of standards")
    assert cells(table) == [["State science", "1", "0", "0", "0", "1"]]
    (picture,) = [block for block in document.blocks() if getattr(block, "own", False)]
    assert getattr(picture, "caption", "") == "Coverage of competencies by learning experiences"


def test_many_competencies_are_several_pictures() -> None:
    """None is left out, and each can be read on a sheet."""
    more = [{"id": f"more {number}", "code": f"M{number}", "title": "More"} for number in range(40)]

    pictures = map_figures(framework(competencies=more))

    assert [picture.alt.rpartition("words. ")[2] for picture in pictures] == [
        "Rows 1 to 30 of 42.",
        "Rows 31 to 42 of 42. Left out: 2 of 2 columns, without a mark in these rows.",
    ]
