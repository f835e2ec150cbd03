"""Pieces of texts: nothing that is read as one is taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from workbench.model.pieces import differences, split_pieces

SOME = st.lists(st.sampled_from(["river ", "stone", " ", ". ", "2.5"]), max_size=9).map("".join)


@given(texts())
def test_pieces_are_the_whole_text(text: str) -> None:
    """Not a letter is lost."""
    assert "".join(split_pieces(text)) == text


@pytest.mark.parametrize("word", ["2.5", "8:30", "$1,200", "co-operate", "isn't", "हिन्दी", "👩🏽‍🏫", "*️⃣", "é"])
def test_what_stands_between_two_blanks_is_one_piece(word: str) -> None:
    """However it is written; the punctuation around it stands apart."""
    assert split_pieces(f"({word}, {word})") == ["(", word, ",", " ", word, ")"]


@given(SOME | texts(), SOME | texts())
def test_differences_lead_from_one_text_to_the_other(old: str, new: str) -> None:
    """What is not named is the same in both."""
    before, after = split_pieces(old), split_pieces(new)
    spans = differences(before, after)
    assert spans is not None

    for a, b, c, d in reversed(spans):
        before[a:b] = after[c:d]

    assert before == after
