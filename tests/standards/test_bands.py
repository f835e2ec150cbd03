"""Grades and spans in every spelling, in order."""

import pytest

from workbench.standards.bands import Band, band_of, span_of


@pytest.mark.parametrize(
    ("text", "band"),
    [
        ("K", (0, 0)), ("KG", (0, 0)), ("Kindergarten", (0, 0)), ("PK", (-1, -1)), ("Pre-K", (-1, -1)),
        ("PS", (-1, -1)),
        ("1", (1, 1)), ("09", (9, 9)), ("12", (12, 12)), ("Grade 5", (5, 5)), ("Gr. 3", (3, 3)), ("G3", (3, 3)),
        ("9-10", (9, 10)), ("9–12", (9, 12)), ("Grades 6-8", (6, 8)), ("Grade 11-12", (11, 12)), ("K-5", (0, 5)),
        ("Grades 9 through 12", (9, 12)), ("hs", (9, 12)), ("High School", (9, 12)), ("MS", (6, 8)),
    ],
)  # fmt: skip
def test_a_grade_is_read_in_each_spelling(text: str, band: tuple[int, int]) -> None:
    """Single grades, spans and the names of schools."""
    assert band_of(text) == Band(*band)


@pytest.mark.parametrize("text", ["", "13", "0", "10-9", "Geometry", "Grade", "K.1", "5th", "2-", "\u0661"])
def test_what_is_no_grade_is_none(text: str) -> None:
    """No guess."""
    assert band_of(text) is None


def test_spans_sort_from_kindergarten_to_twelve() -> None:
    """K first, a span behind the grade it begins with."""
    texts = ["HS", "11-12", "9-10", "10", "2", "K", "9", "1", "PK", "K-12"]

    assert [band.label for band in sorted(filter(None, map(band_of, texts)))] == [
        "PK", "K", "K-12", "1", "2", "9", "9-10", "9-12", "10", "11-12",
    ]  # fmt: skip


def test_grades_beside_a_standard_make_one_span() -> None:
    """Whatever the order; what cannot be read is passed over."""
    assert span_of(("12", "9", "10", "11")) == Band(9, 12)
    assert span_of(("KG,01,02", "adult")) == Band(0, 2)
    assert span_of(("adult",)) is None
