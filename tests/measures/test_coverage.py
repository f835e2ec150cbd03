"""Coverage: every mark and every status in its place, filters that mean what they say, nothing lost."""

from __future__ import annotations

import pytest
from hypothesis import given

from tests.measures.covered import SET, aligned, framework, standards
from tests.strategies import frameworks
from workbench.measures.coverage import By, Matrix, Rows, Scope, coverage
from workbench.measures.marks import Cell, Mark, status_of
from workbench.model import Framework

ALL_ROWS: tuple[Rows, ...] = ("standards", "competencies", "indicators")
ALL_BY: tuple[By, ...] = ("courses", "departments", "pathways")


def of(given_framework: Framework, rows: Rows = "standards", by: By = "courses", scope: Scope | None = None) -> Matrix:
    """Return the matrix with the small set."""
    return coverage(given_framework, {SET: standards()}, rows=rows, by=by, scope=scope)


def marks(found: Matrix) -> dict[str, dict[str, str]]:
    """Return the words of the cells by row and column."""
    labels = {head.id: head.label for head in found.columns}
    return {one.head.label: {labels[key]: cell.mark.word for key, cell in one.cells.items()} for one in found.lines}


def statuses(found: Matrix) -> dict[str, str]:
    """Return the status of each row."""
    return {one.head.label: one.status.value for one in found.lines}


def test_each_mark_stands_where_it_is_earned() -> None:
    """Through an indicator, by an alignment of the course's own, or by an assessment's."""
    assert marks(of(framework())) == {
        "S1": {"BIO": "assessed", "Chemistry": "introduced"},
        "S2": {"BIO": "assessed", "Chemistry": "introduced"},
        "S3": {"BIO": "said to be assessed"},
        "S4": {"BIO": "claimed"},
        "S5": {},
        "S6": {},
        "S7": {"BIO": "assessed"},
        "S8": {"BIO": "developed"},
        "S9": {},
    }


def test_each_row_says_what_its_marks_come_to() -> None:
    """Taught without being assessed is told apart from not covered, and a claim from an assessment."""
    assert statuses(of(framework())) == {
        "S1": "assessed",
        "S2": "assessed",
        "S3": "claimed but not assessed",
        "S4": "claimed but not assessed",
        "S5": "claimed but not assessed",
        "S6": "assessed, but not where it is said to be",
        "S7": "assessed",
        "S8": "taught but never assessed",
        "S9": "not covered",
    }


def test_a_cell_names_what_it_comes_through() -> None:
    """The course's own alignment first, then the indicators; the row, which assessments score it."""
    first, second, *_ = of(framework()).lines

    assert first.cells["bio"] == Cell(Mark.ASSESSED, ("bio", "i1"))
    assert second.cells["bio"].through == ("i1", "i2")
    assert (first.assessments, second.assessments) == (("fair",), ("fair",))


def test_a_pathway_does_what_its_courses_do_and_what_it_claims_itself() -> None:
    """The furthest of its courses counts."""
    found = marks(of(framework(), by="pathways"))

    assert found["S1"] == {"Pathway": "assessed"}
    assert found["S5"] == {"Pathway": "claimed"}
    assert found["S8"] == {"Pathway": "developed"}


def test_departments_are_told_apart_by_their_letters_alone() -> None:
    """Case and blanks make no second department."""
    assert [head.label for head in of(framework(), by="departments").columns] == ["Science"]


def test_a_competency_is_as_far_as_the_furthest_of_its_indicators() -> None:
    """Its indicators stand by themselves where they are the rows."""
    assert marks(of(framework(), "competencies")) == {
        "SC": {"BIO": "assessed", "Chemistry": "introduced"},
        "CC": {"BIO": "said to be assessed"},
    }
    assert statuses(of(framework(), "indicators")) == {
        "SC.1": "assessed",
        "SC.2": "taught but never assessed",
        "CC.1": "claimed but not assessed",
        "CC.2": "assessed, but not where it is said to be",
    }


def test_an_assessment_used_elsewhere_does_not_assess_here() -> None:
    """Chemistry says that it assesses i2; the summative test of i2 is used in Biology, which does not say so."""
    test = {"id": "t", "title": "Test", "purpose": "summative", "indicator_ids": ["i2"], "experience_ids": ["bio"]}
    other = {"id": "art", "title": "Art", "indicators": {"i2": "assessed"}}
    found = of(framework(assessments=[test], experiences=[other]), "indicators")

    assert marks(found)["SC.2"] == {"BIO": "developed", "Art": "said to be assessed"}
    assert statuses(found)["SC.2"] == "assessed, but not where it is said to be"


def test_an_item_scores_the_indicators_it_hits() -> None:
    """The exam does not list i3, and one of its items hits it."""
    item = {"id": "item", "assessment_id": "exam", "primary_id": "i2", "secondary_ids": ["i3"]}

    assert statuses(of(framework(items=[item]), "indicators"))["CC.1"] == "assessed"


@pytest.mark.parametrize(
    ("scope", "rows", "columns"),
    [
        (Scope(grades=("12",)), 9, []),
        (Scope(grades=("9",)), 8, ["BIO"]),
        (Scope(grades=("Grade 11",)), 8, ["Chemistry"]),
        (Scope(departments=("SCIENCE ",)), 9, ["BIO", "Chemistry"]),
        (Scope(departments=("Art",)), 9, []),
        (Scope(sets=("another",)), 0, ["BIO", "Chemistry"]),
    ],
)
def test_a_scope_leaves_out_rows_and_columns(scope: Scope, rows: int, columns: list[str]) -> None:
    """A standard without a grade is of every grade."""
    found = of(framework(), scope=scope)

    assert (len(found.lines), [head.label for head in found.columns]) == (rows, columns)


def test_areas_and_grades_leave_out_competencies_and_their_indicators() -> None:
    """An indicator has the grades of its competency."""
    assert list(statuses(of(framework(), "competencies", scope=Scope(areas=("science",))))) == ["SC"]
    assert list(statuses(of(framework(), "indicators", scope=Scope(grades=("12",))))) == ["CC.1", "CC.2"]


def test_a_heading_has_a_row_only_when_it_is_aligned() -> None:
    """What can be met is a row; what is above it, where somebody names it."""
    found = framework(alignments=[{"id": "x", "subject_id": "chem", "set_id": SET, "standard_id": "top"}])

    assert marks(of(found))["S"] == {"Chemistry": "claimed"}


def test_a_set_that_nothing_is_aligned_to_has_rows_when_it_is_asked_for() -> None:
    """Otherwise each shelf full of sets would be a list of gaps."""
    bare = {SET: standards()}

    assert not coverage(Framework(), bare, rows="standards").lines
    assert len(coverage(Framework(), bare, rows="standards", scope=Scope(sets=(SET,))).lines) == 9


def test_a_standard_that_is_not_at_hand_keeps_its_row() -> None:
    """By its identifier, under the set's; an alignment that names no standard has none."""
    lost = {"id": "x", "subject_id": "bio", "set_id": "far", "standard_id": "f1"}
    blank = {"id": "y", "subject_id": "bio", "set_id": "far", "standard_id": " "}
    found = of(framework(alignments=[lost, blank]))

    assert [(one.head.label, one.head.group) for one in found.lines][9:] == [("f1", "far")]
    assert list(found.groups()) == ["State science", "far"]


@pytest.mark.parametrize("mark", list(Mark))
def test_every_mark_has_a_word_and_a_letter_of_its_own(mark: Mark) -> None:
    """Nothing is told by colour alone."""
    assert sum(mark.word == other.word for other in Mark) == 1
    assert sum(mark.letter == other.letter for other in Mark) == 1


@given(
    frameworks(kinds=("competency", "indicator", "assessment", "item", "experience", "pathway", "part", "alignment"))
)
def test_any_framework_has_its_matrices(drawn: Framework) -> None:
    """Nothing crashes, each aligned standard has a row, and a pathway is never behind its courses."""
    matrices = {(rows, by): coverage(drawn, rows=rows, by=by) for rows in ALL_ROWS for by in ALL_BY}

    named = {(one.set_id, one.standard_id) for one in drawn.alignments.values() if one.standard_id.strip()}
    assert {(one.head.group_id, one.head.id) for one in matrices["standards", "courses"].lines} == named
    for (rows, by), found in matrices.items():
        courses = matrices[rows, "courses"]
        for line, course in zip(found.lines, courses.lines, strict=True):
            ours = [cell.mark for cell in line.cells.values()]
            claimed = rows == "standards" and by != "pathways"  # each row is one that something is aligned to
            assert line.status is status_of(ours, scored=bool(line.assessments), claimed=claimed)
            if by == "departments":
                assert max(ours, default=None) == max((one.mark for one in course.cells.values()), default=None)
    for rows in ALL_ROWS:
        pathways, courses = matrices[rows, "pathways"], matrices[rows, "courses"]
        for head in pathways.columns:
            inside = {one for part in drawn.parts_of(head.id) for one in part.experience_ids}
            for line, course in zip(pathways.lines, courses.lines, strict=True):
                most = max((course.cells[one].mark for one in inside if one in course.cells), default=Mark.NONE)
                assert (line.cells[head.id].mark if head.id in line.cells else Mark.NONE) >= most


def test_the_same_alignment_twice_is_one() -> None:
    """Two alignments of one thing to one standard name it once."""
    twice = [{**one, "id": f"again-{one['id']}"} for one in aligned("bio", 4)]

    assert of(framework(alignments=twice)).lines[3].cells["bio"].through == ("bio",)
