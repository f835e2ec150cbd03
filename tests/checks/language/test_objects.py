"""The nouns that main verbs govern, and families of words."""

import pytest

from workbench.checks.language.objects import objects_of, same_family
from workbench.checks.language.verbs import lead


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Plan and conduct a fair investigation.", "investigation"),
        ("Analyze sources and write an account of an event.", "sources account"),
        ("Draw a varied set of conclusions from data.", "conclusions"),
        ("Explain how a plan works.", ""),
        ("Use a table to solve problems.", ""),
        ("Select a problem or question.", ""),
        ("Knowledge of algebra", ""),
    ],
)
def test_objects_are_the_nouns_next_to_main_verbs(text: str, nouns: str) -> None:
    """Articles and adjectives between are passed over, and so are nouns of measure."""
    assert " ".join(word.text for word in objects_of(lead(text))) == nouns


def test_words_of_one_family_begin_alike() -> None:
    """Three letters are enough for a short word only."""
    assert same_family("compare", "comparison")
    assert same_family("use", "user")
    assert not same_family("claim", "clear")
    assert not same_family("conduct", "consider")
