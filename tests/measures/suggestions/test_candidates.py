"""What of a standard set can be suggested, and what it is compared by."""

from __future__ import annotations

import pytest

from workbench.measures.suggestions import candidates_of, grade_set
from workbench.measures.suggestions.grades import family_key
from workbench.model import Standard, StandardSet

SET = StandardSet(
    id="set",
    title="Reading",
    standards=(
        Standard(id="top", code="RL", label="Literature", grades=("9-10",)),
        Standard(id="one", code="RL.1", statement="Cite evidence.", label="Evidence", parent_id="top"),
        Standard(id="part", statement="Quote it.", parent_id="one", grades=("10",)),
        Standard(id="bare", code="RL.2", parent_id="top"),
        Standard(id="ring", statement="Its own parent.", parent_id="ring"),
    ),
)


def test_headings_and_standards_without_words_are_left_out() -> None:
    """A statement above others is still one that can be met."""
    assert [one.id for one in candidates_of(SET)] == ["one", "part"]


def test_a_candidate_has_the_words_above_it_and_the_nearest_grades() -> None:
    """The nearest heading first."""
    one, part = candidates_of(SET)

    assert (one.text, one.context, one.grades, one.leaf) == (
        "Evidence. Cite evidence.",
        ("Literature. ",),
        frozenset({"9", "10"}),
        False,
    )
    assert (part.text, part.context, part.grades, part.leaf) == (
        "Quote it.",
        ("Evidence. Cite evidence.", "Literature. "),
        frozenset({"10"}),
        True,
    )


@pytest.mark.parametrize(
    ("written", "grades"),
    [
        ("09", {"9"}),
        ("KG", {"K"}),
        ("K–2", {"K", "1", "2"}),
        ("Grades 9 to 12", {"9", "10", "11", "12"}),
        ("11, 12", {"11", "12"}),
        ("Pre-K", {"PK"}),
        ("", set()),
        ("HSA-SSE", set()),
        ("2026", set()),
        ("٣", set()),
    ],
)
def test_grades_are_read_as_people_write_them(written: str, grades: set[str]) -> None:
    """What is no grade is none."""
    assert grade_set([written]) == grades


@pytest.mark.parametrize(
    ("code", "grades", "key"),
    [
        ("RL.3.5", {"3"}, "RL..5"),
        ("1.OA.1", {"1"}, ".OA.1"),
        ("W.9-10.2a", {"9", "10"}, "W..2a"),
        ("CCRA.R.7", {"8"}, ""),
        ("", {"8"}, ""),
    ],
)
def test_the_family_is_the_code_without_its_grade(code: str, grades: set[str], key: str) -> None:
    """Codes alone join nobody: kin must share words too, for a number may look like a grade."""
    assert family_key(code, frozenset(grades)) == key
