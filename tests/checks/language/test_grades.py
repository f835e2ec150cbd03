"""The reading grade of Flesch and Kincaid."""

import pytest

from workbench.checks.language.grades import longest_sentence, reading_grade, syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("evidence", 3),
        ("sources", 2),
        ("reached", 1),
        ("related", 3),
        ("single", 2),
        ("examples", 3),
        ("idea", 3),
        ("organism", 4),
        ("patient", 2),
        ("audience", 3),
        ("1914", 1),
    ],
)
def test_syllables_are_counted_by_spelling(word: str, count: int) -> None:
    """A silent e is left out, vowels that are spoken apart are counted apart."""
    assert syllables(word) == count


def test_the_grade_is_that_of_the_formula() -> None:
    """Ten words of twelve syllables in two sentences: 0.39 * 5 + 11.8 * 1.2 - 15.59 = 0.52."""
    assert reading_grade(["The cat sat under it.", "The dog sat above it."]) == pytest.approx(0.52)
    assert reading_grade(["", " . "]) == 0


def test_each_text_ends_a_sentence() -> None:
    """A level without a full stop does not run on into the next."""
    assert reading_grade(["The cat sat", "The dog sat"]) == reading_grade(["The cat sat.", "The dog sat."])
    assert longest_sentence("Names it. Says what it does.") == 4
    assert longest_sentence("") == 0
