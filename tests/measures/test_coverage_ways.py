"""Through a pathway: what every student comes to, what those who choose so, what nobody."""

from __future__ import annotations

from typing import Any

from tests.measures.covered import SET, aligned, framework, standards
from workbench.cli.measure_coverage import coverage_json, coverage_lines
from workbench.measures.coverage import Matrix, Rows, coverage
from workbench.measures.coverage_frame import frame
from workbench.model import Framework
from workbench.publish.compose.coverage import places_table, words_table
from workbench.publish.coverage_page import coverage_page
from workbench.publish.document import text_of

ART = {"id": "art", "title": "Art", "indicators": {"i1": "developed", "i4": "introduced"}}


def choosing(choose: int | None, *experiences: str, **more: list[dict[str, Any]]) -> Framework:
    """Return the small framework with a second pathway, in which students choose of some learning experiences."""
    part = {"id": "choice", "pathway_id": "q", "choose": choose, "experience_ids": list(experiences)}
    return framework(
        pathways=[{"id": "q", "title": "Choice"}],
        experiences=[ART],
        parts=[part, *more.pop("parts", [])],
        **more,
    )


def of(given: Framework, rows: Rows = "indicators") -> Matrix:
    """Return the matrix by pathways."""
    return coverage(given, {SET: standards()}, rows=rows, by="pathways")


def ways(given: Framework, rows: Rows = "indicators") -> dict[str, str]:
    """Return, by row, what the cell of the second pathway says."""
    return {one.head.label: one.cells["q"].word if "q" in one.cells else "" for one in of(given, rows).lines}


def test_what_is_in_a_part_that_all_take_is_required() -> None:
    """And what no learning experience of the pathway touches is not there at all."""
    assert ways(choosing(None, "bio")) == {
        "SC.1": "assessed, required",
        "SC.2": "developed, required",
        "CC.1": "said to be assessed, required",
        "CC.2": "",
    }


def test_what_one_of_several_gives_is_by_choice() -> None:
    """With how many of how many."""
    assert ways(choosing(1, "bio", "chem", "art"))["SC.1"] == "assessed, by choice (1 of 3)"


def test_what_every_choice_gives_is_required() -> None:
    """Whoever takes two takes Biology or Art, which develop it; a course that is gone is none to choose from."""
    art = {**ART, "indicators": {"i2": "developed"}}
    part = {"id": "two", "pathway_id": "q", "choose": 2, "experience_ids": ["bio", "chem", "art", "gone"]}
    given = framework(pathways=[{"id": "q", "title": "Choice"}], experiences=[art], parts=[part])

    assert ways(given)["SC.2"] == "developed, required"
    assert ways(given)["CC.1"] == "said to be assessed, by choice (2 of 3)"


def test_the_furthest_mark_is_what_the_way_is_of() -> None:
    """All develop it in Art; that it is assessed as well is a matter of choice."""
    given = choosing(1, "bio", "chem", parts=[{"id": "all", "pathway_id": "q", "experience_ids": ["art"]}])

    assert ways(given)["SC.1"] == "assessed, by choice (1 of 2)"
    assert ways(given)["CC.2"] == "introduced, required"


def test_what_the_pathway_claims_itself_is_required() -> None:
    """No learning experience stands behind it."""
    assert ways(choosing(1, "bio", "chem", alignments=aligned("q", 9)), "standards")["S9"] == "claimed, required"


def test_the_frame_the_tables_the_page_and_the_command_say_it() -> None:
    """In columns of words, in each cell, beside the name, and as counts."""
    given = choosing(1, "bio", "chem")
    found = of(given)

    assert frame(found)["Choice, way"].tolist() == ["by choice (1 of 2)"] * 3 + [""]
    assert frame(found)["Choice"].tolist()[0] == "assessed"
    assert text_of(words_table(given, found).rows[0].cells[-1]) == "assessed, by choice (1 of 2)"
    assert text_of(places_table(given, found).rows[0].cells[2]) == "Pathway, Choice, by choice (1 of 2)"
    assert "by choice (1 of 2)" in coverage_page(given, found, revision=1).decode()
    assert coverage_json(found)["lines"][0]["cells"]["q"]["way"] == "by choice (1 of 2)"
    assert "    Choice: 0 required, 3 by choice, 1 not at all" in [*coverage_lines(given, found)]


def test_courses_have_no_ways() -> None:
    """There nothing is chosen."""
    cells = [cell for line in coverage(framework(), rows="indicators").lines for cell in line.cells.values()]

    assert {cell.way for cell in cells} == {""}
