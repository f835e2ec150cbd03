"""Ranges and choices are said in the language of whoever reads them."""

from workbench.checks.settings import Range
from workbench.localize import ACCENTED, retold, speaking
from workbench.localize.lazy import choice_said
from workbench.model.values import AssessmentForm


def test_a_range_is_said_in_words() -> None:
    """A range of one number is that number."""
    span = Range("", 4, 8).words

    assert (span, Range("", 5, 5).words) == ("4 to 8", "5")
    with speaking(ACCENTED):
        assert retold(span) == "⟦4 to 8⟧"


def test_a_choice_is_said_within_a_sentence() -> None:
    """The catalogue has it with a capital, the sentence without."""
    chosen = choice_said(AssessmentForm.PERFORMANCE)

    assert chosen == "performance task"
    with speaking(ACCENTED):
        assert retold(chosen) == "⟦performance task⟧"
