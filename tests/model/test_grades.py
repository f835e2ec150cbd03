"""Grades are brought to one spelling, spans filled, and nothing is taken for a grade that is none."""

import pytest

from workbench.model import grade_keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09", ["9"]),
        ("9", ["9"]),
        ("Grade 9", ["9"]),
        ("KG", ["k"]),
        ("Pre-K", ["pk"]),
        ("K-2", ["k", "1", "2"]),
        ("PK–1", ["pk", "k", "1"]),
        ("Grades 6 to 8", ["6", "7", "8"]),
        ("HS", ["9", "10", "11", "12"]),
        ("High School", ["9", "10", "11", "12"]),
        ("Key Stage 3", ["keystage3"]),
        ("2024-25", ["202425"]),
        ("12-9", ["129"]),
        ("1-99", ["199"]),
        ("小学校", ["小学校"]),
        ("²", ["²"]),
        (" - ", []),
        ("", []),
    ],
)
def test_a_grade_has_one_spelling(text: str, expected: list[str]) -> None:
    """What is no number stays a word; what cannot be a span stays as it is."""
    assert list(grade_keys(text)) == expected
