"""Texts that are made once, in English, and said again in the language of whoever reads them."""

import copy
import json
import pickle
from collections.abc import Callable

import pytest

from workbench.localize import ACCENTED, retold, speaking
from workbench.localize.lazy import capital, lazy_gettext, lazy_join, lazy_ngettext


def test_a_text_is_english_until_it_is_retold() -> None:
    """Whatever language is spoken when it is made, and when it is compared."""
    with speaking(ACCENTED):
        made = lazy_gettext("Yesterday")

        assert made == "Yesterday"
        assert retold(made) == "⟦Yesterday⟧"
    assert retold(made) == "Yesterday"


def test_what_it_is_made_of_is_retold_too() -> None:
    """A list of counted things in a sentence."""
    parts = lazy_join([lazy_ngettext("{n} here", "{n} here", 1200), "Ana"], ", ")
    made = lazy_gettext("Find in: {label}", label=parts)

    assert made == "Find in: 1,200 here, Ana"
    with speaking(ACCENTED):
        assert retold(made) == "⟦Find in: ⟦1,200 here⟧, Ana⟧"


def test_a_name_with_braces_is_put_in_as_it_is() -> None:
    """What people wrote is never read as a pattern."""
    assert lazy_gettext("Find in: {label}", label="{n} {label}") == "Find in: {n} {label}"


def test_its_first_letter_can_be_large() -> None:
    """A sentence may begin with the word for a kind of thing."""
    assert capital(lazy_gettext("yesterday")) == "Yesterday"
    assert capital("yesterday") == "Yesterday"


@pytest.mark.parametrize("again", [lambda one: pickle.loads(pickle.dumps(one)), copy.copy, copy.deepcopy])  # noqa: S301  # our own
def test_a_copy_of_it_is_the_text_alone(again: Callable[[str], str]) -> None:
    """What is stored is English."""
    made = again(lazy_gettext("Yesterday"))

    assert (made, type(made)) == ("Yesterday", str)
    assert json.loads(json.dumps(lazy_gettext("Yesterday"))) == "Yesterday"
