"""What a text says of the work, and what it says of the subject matter."""

import pytest

from workbench.checks.language.said import said


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lacks evidence and lacks a claim.", ("lacks",)),
        ("Can’t find evidence.", ("can’t",)),
        ("Uses not only one source.", ()),
        ("Explains what a source does not say.", ()),
        ("Explains what a source says. Does not cite it.", ("not",)),
        ("Explains how it works, with little detail.", ("little",)),
        ("Explains how it works but not why it stops, nor when it does not.", ("not",)),
        ("", ()),
    ],
)
def test_words_are_told_from_those_about_the_subject(text: str, found: tuple[str, ...]) -> None:
    """A clause with "what" or "how" is about the subject, until "but", ", with" or a full stop."""
    assert said(text, ("not", "only", "lack", "little"), ("not only",)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When asked, cannot say why.", ("cannot",)),
        ("Even when asked why it failed, lacks a reason.", ("lack",)),
        ("Only if asked, the student does not answer.", ("only", "not")),
        ("When dates, places, and names do not fit, explains it.", ()),
        ("If a plan, once tested, does not work, changes it.", ()),
        ("When given a text, chart or map, cannot use it.", ("cannot",)),
        ("Says where a source is used and does not cite it.", ("not",)),
        ("Says why plans failed and does not cite a source.", ("not",)),
        ("Says how a plan works and does not fail.", ()),
    ],
)
def test_a_condition_ends_where_the_student_acts(text: str, found: tuple[str, ...]) -> None:
    """A comma before a verb ends what opens a sentence, and "and" a clause whose verbs are of another form."""
    assert tuple(word.removesuffix("s") for word in said(text, ("cannot", "not", "only", "lack"))) == found


def test_a_condition_counts_where_it_is_asked_for() -> None:
    """A task that a condition names is a task; within what is explained it is none."""
    assert said("When writing an essay, cites sources.", ("essay",)) == ()
    assert said("When writing an essay, cites sources.", ("essay",), conditions=True) == ("essay",)
    assert said("Explains when an essay persuades.", ("essay",), conditions=True) == ()
