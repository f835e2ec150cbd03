"""What the faces of a PDF can show."""

import pytest

from workbench.publish.faces import LONGEST_WORD, breakable, known, shown


@pytest.mark.parametrize("char", "AéßŁΩЯ→≤─■مع–“✓")
def test_letters_of_many_languages_have_a_face(char: str) -> None:
    """Latin, Greek, Cyrillic, Arabic, arrows and signs are shown."""
    assert ord(char) in known()


def test_text_with_faces_is_untouched() -> None:
    """Nothing is replaced where nothing must be."""
    assert shown("Ação – “ünï” مرحبا") == ("Ação – “ünï” مرحبا", frozenset())


def test_what_has_no_face_is_replaced_and_named() -> None:
    """A square stands for a character without a face; a control character goes; line ends become one kind."""
    assert shown("a\r\nb\x07c中\ufdd0") == ("a\nbc□", frozenset("\x07中\ufdd0"))


def test_long_words_can_break() -> None:
    """No stretch of a word is longer than a narrow column; short words are untouched."""
    text = "short " + "x" * 100 + "\n" + "y" * 50

    broken = breakable(text)

    assert max(len(part) for part in broken.replace("\u200b", " ").split()) <= LONGEST_WORD
    assert broken.replace("\u200b", "") == text
    assert breakable("short words only") == "short words only"
