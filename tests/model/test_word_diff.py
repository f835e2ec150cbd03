"""The words that differ, as people are shown them."""

import time
from itertools import pairwise

from hypothesis import given

from tests.strategies import texts
from workbench.model.word_diff import Parts, word_diff


def told(parts: Parts, *kinds: str) -> str:
    """Return the text that some of the parts make."""
    return "".join(text for kind, text in parts if kind in kinds)


@given(texts(), texts())
def test_both_texts_can_be_read_in_the_parts(old: str, new: str) -> None:
    """What stayed and went is the old text, what stayed and came the new one."""
    parts = word_diff(old, new)

    assert (told(parts, "same", "del"), told(parts, "same", "ins")) == (old, new)


def test_a_word_that_only_got_company_stays() -> None:
    """Writing on at the end shows what was written."""
    assert word_diff("We learn", "We learn more") == [["same", "We learn"], ["ins", " more"]]


def test_a_history_of_long_texts_opens_at_once() -> None:
    """Forty edits of a text of ten thousand letters."""
    words = [f"w{place * 7919 % 907}" for place in range(2000)]
    edits = [dict.fromkeys(range(edit * 9, 2000, 500), f"edit{edit}") for edit in range(41)]
    made = [" ".join(edit.get(place, word) for place, word in enumerate(words)) for edit in edits]
    began = time.process_time()

    for old, new in pairwise(made):
        assert told(word_diff(old, new), "ins")

    assert time.process_time() - began < 2


def test_texts_too_long_to_be_compared_are_one_change() -> None:
    """One went and the other came."""
    words = [str(place) for place in range(30_000)]
    old, new = " ".join(words), " ".join(words[::-1])

    assert word_diff(old, new) == [["del", old], ["ins", new]]
