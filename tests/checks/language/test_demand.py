"""The demand of a text, as the verb lists place it."""

import pytest

from workbench.checks.language.demand import demand_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Describes a claim.", "“describe” (1.9)"),
        ("Names and compares claims.", "“compare” (4.2)"),
        ("Rates a claim.", "“rate” (4.5 or above)"),
    ],
)
def test_the_most_demanding_verb_counts(text: str, words: str) -> None:
    """Everything in the top band is as demanding."""
    found = demand_of(text)

    assert found is not None
    assert found.in_words == words


@pytest.mark.parametrize("text", ["", "Knowledge of claims", "Resolves a claim.", "Names and resolves a claim."])
def test_what_the_lists_do_not_know_has_no_demand(text: str) -> None:
    """A verb that no list places could be the most demanding one."""
    assert demand_of(text) is None
