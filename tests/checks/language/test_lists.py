"""Word lists, a district's changes to them, and finding their words in a text."""

import pytest

from workbench.checks.language.lists import found_in, word_lists, words_of
from workbench.testing import framework_of


def test_every_list_says_what_it_is_and_where_it_is_from() -> None:
    """Words are in small letters, each once; the first of several spellings need not be a lemma."""
    for one in word_lists().values():
        assert one.label
        assert one.source
        assert one.words
        assert len(set(one.words)) == len(one.words)
        assert all(word == word.lower().strip() for word in one.words)


@pytest.mark.parametrize(
    ("written", "has", "has_not"),
    [
        ("", "lack", "hardly"),
        ("+hardly, - lack", "hardly", "lack"),
        ("hardly, barely", "barely", "lack"),
        (" , ", "lack", "hardly"),
    ],
)
def test_a_district_changes_a_list(written: str, has: str, has_not: str) -> None:
    """With plus and minus the default goes on; without them the list is the district's own."""
    framework = framework_of(f"districts: [{{id: d, settings: {{words.deficit_words: '{written}'}}}}]")
    found = words_of(framework, "deficit_words")

    assert has in found
    assert has_not not in found


def test_words_are_found_by_lemma_and_phrases_as_a_whole() -> None:
    """The longest phrase counts, and what is shown is what was written."""
    text = "Fails to demonstrate an understanding. Lacked time, at least twice."
    found = found_in(text, ["fail", "demonstrate", "demonstrate an understanding", "lack", "at least"])

    assert [*found] == [("Fails", 0), ("demonstrate an understanding", 9), ("Lacked", 39), ("at least", 52)]
