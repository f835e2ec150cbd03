"""“@Name” in a text: found among known names, kept apart, and gone from the text when the name goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts
from workbench.model.discussion import MENTION
from workbench.workshop.mentions import parted, whole

PEOPLE = {"1": "Ana", "2": "Ana Ruiz", "3": "Ana-Lena", "4": "Jo (he/him)", "5": "Ruiz"}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("@Ana Ruiz, please look.", ["2"]),
        ("@Ana, please look.", ["1"]),
        ("@ANA RUIZ and @ana", ["2", "1"]),
        ("@Ana Ruizinger is nobody here", ["1"]),
        ("@Anabel is nobody here", []),
        ("mail me: x@Ana.org", []),
        ("@Jo (he/him) asks", ["4"]),
        ("@Ana @Ana", ["1", "1"]),
        ("@ Ana", []),
        ("", []),
    ],
)
def test_a_mention_is_the_longest_name_that_ends_where_a_word_does(text: str, who: list[str]) -> None:
    """In any case of letters; part of a longer word is no name."""
    assert parted(text, PEOPLE)[1] == tuple(who)


def test_a_name_that_is_removed_is_in_no_text() -> None:
    """The stored text holds none; what is read says so in other words."""
    stored, who = parted("Thank you, @Ana Ruiz and @Ruiz.", PEOPLE)

    assert "Ruiz" not in stored
    assert whole(stored, who, {"5": "Ruiz"}) == "Thank you, @a former member and @Ruiz."


def test_without_people_a_text_stays_as_it_is() -> None:
    """Nobody to mention, and names of blanks mention nobody."""
    assert parted("@Ana", {}) == ("@Ana", ())
    assert parted("@ Ana", {"1": " "}) == ("@ Ana", ())


@given(
    st.lists(st.one_of(texts(), st.sampled_from([f"@{name}" for name in PEOPLE.values()]))).map(" ".join),
    st.dictionaries(st.sampled_from("abc"), texts(min_size=1)) | st.just(PEOPLE),
)
def test_a_stored_text_is_read_as_it_was_typed(text: str, people: dict[str, str]) -> None:
    """Up to the case of names; whatever is typed, odd names included."""
    typed = text.replace("\N{OBJECT REPLACEMENT CHARACTER}", "\N{REPLACEMENT CHARACTER}")

    stored, who = parted(text, people)

    assert stored.count(MENTION) == len(who)
    assert whole(stored, who, people).casefold() == typed.casefold()
