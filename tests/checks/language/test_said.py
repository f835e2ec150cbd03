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
