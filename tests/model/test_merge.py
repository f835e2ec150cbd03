"""Three-way merge: what two people may do at once without losing a word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import texts, values_of
from workbench.model import EXISTS, KINDS, Change, Conflict, Json, merge_change
from workbench.model.merge import merge_lists, merge_texts
from workbench.model.pieces import split_pieces

FIELDS = [
    (kind, name) for kind, cls in KINDS.items() for name, spec in cls.specs().items() if spec.form.value != "texts"
]
ODD_WORDS = st.lists(
    st.sampled_from(["2.5", "8:30", "$1,200", "co-operate", "हिन्दी", "👩‍🏫", "été", "(a", "b).", ",", "a"]), max_size=9
).map(" ".join)
WORDS = st.lists(st.sampled_from(["river", "stone", "light", "ten", "a", "of"]), max_size=9).map(" ".join)


def belief(old: Json, new: Json) -> Change:
    """Return a change of a belief's statement."""
    return Change("belief", "b1", "statement", old, new)


@st.composite
def values(draw: st.DrawFn, count: int) -> tuple[str, str, list[Json]]:
    """Draw a field and ``count`` JSON values for it."""
    kind, name = draw(st.sampled_from(FIELDS))
    spec = KINDS[kind].spec(name)
    ids = {target: ["t1", "t2", "t3"] for target in (*spec.targets, "belief")}
    return kind, name, [spec.encode(draw(values_of(spec, ids))) for _ in range(count)]


@given(values(2))
def test_where_nobody_else_came_my_change_is_made(drawn: tuple[str, str, list[Json]]) -> None:
    """With theirs unchanged, the merge is mine."""
    kind, name, (old, new) = drawn
    change = Change(kind, "x", name, old, new)

    assert merge_change(change, old) == (None if old == new else change)


@given(values(2))
def test_where_both_did_the_same_nothing_is_left_to_do(drawn: tuple[str, str, list[Json]]) -> None:
    """The same change twice is one change."""
    kind, name, (old, new) = drawn

    assert merge_change(Change(kind, "x", name, old, new), new) is None


@given(values(3))
def test_a_merge_starts_from_what_is_there(drawn: tuple[str, str, list[Json]]) -> None:
    """A merged change goes from their value; a conflict tells all three."""
    kind, name, (old, new, theirs) = drawn

    actual = merge_change(Change(kind, "x", name, old, new), theirs)

    if isinstance(actual, Conflict):
        assert (actual.base, actual.theirs, actual.mine) == (old, theirs, new)
    elif actual is not None:
        assert actual.old == theirs


@given(WORDS | texts(), WORDS | texts(), WORDS | texts())
def test_merging_texts_is_symmetric(base: str, theirs: str, mine: str) -> None:
    """It does not matter who saved first."""
    assert merge_texts(base, theirs, mine) == merge_texts(base, mine, theirs)


@given(ODD_WORDS | texts(), ODD_WORDS | texts(), ODD_WORDS | texts())
def test_a_merged_text_holds_no_word_that_nobody_wrote(base: str, theirs: str, mine: str) -> None:
    """No number, time, word or picture is put together of parts of two."""
    merged = merge_texts(base, theirs, mine)

    if merged is not None:
        assert {*split_pieces(merged)} <= {*split_pieces(theirs), *split_pieces(mine)}


@given(ODD_WORDS | texts(), ODD_WORDS | texts())
def test_with_one_text_unchanged_the_other_stands(base: str, mine: str) -> None:
    """Who wrote alone gets what they wrote, and so do two who wrote the same."""
    assert merge_texts(base, base, mine) == mine
    assert merge_texts(base, mine, base) == mine
    assert merge_texts(base, mine, mine) == mine


@given(WORDS, WORDS, st.sampled_from(["river", "stone", "light"]))
def test_a_merged_text_loses_no_word_that_somebody_wrote(base: str, theirs: str, new: str) -> None:
    """What either person added is in the merged text as often as they added it."""
    mine = f"{base} {new}".strip()
    merged = merge_texts(base, theirs, mine)

    if merged is not None and theirs != mine:
        wanted = (
            split_pieces(base).count(new) + 1 + min(0, split_pieces(theirs).count(new) - split_pieces(base).count(new))
        )
        assert split_pieces(merged).count(new) >= wanted


@given(*[st.lists(st.sampled_from("abcdef"), unique=True)] * 3)
def test_lists_of_references_merge_as_sets(base: list[str], theirs: list[str], mine: list[str]) -> None:
    """Who is in the list does not depend on who saved first: added by one, and taken out by none."""
    expected = (set(base) & set(theirs) & set(mine)) | (set(theirs) - set(base)) | (set(mine) - set(base))

    assert set(merge_lists(base, theirs, mine)) == expected
    assert set(merge_lists(base, mine, theirs)) == expected


@pytest.mark.parametrize(
    ("base", "theirs", "mine", "expected"),
    [
        ("We learn by doing.", "We all learn by doing.", "We learn by doing well.", "We all learn by doing well."),
        ("one two three four", "one 2 three four", "one two three 4", "one 2 three 4"),
        ("one two three", "one two", "one two three four", None),
        ("one two three", "one TWO three", "one zwei three", None),
        ("", "theirs", "mine", None),
        ("at least 2.5 credits", "at least 3.5 credits", "at least 2.7 credits", None),
        ("Meets at 8:30 daily", "Meets at 9:30 daily", "Meets at 8:45 daily", None),
        ("Costs $1,200 a year", "Costs $2,200 a year", "Costs $1,500 a year", None),
        ("from 2 000 on", "from 3 000 on", "from 2 500 on", None),
        ("They co-operate well", "They pre-operate well", "They co-operated well", None),
        ("हिन्दी", "सिन्दी", "हिन्दु", None),
        ("👩‍🏫", "👨‍🏫", "👩‍🔬", None),
        ("(about 2.5)", "[about 2.5)", "(about 2.5].", "[about 2.5]."),
        ("We learn", "We all learn", "We learn more", "We all learn more"),
        ("line\none", "line\none\ntwo", "a line\none", "a line\none\ntwo"),
    ],
)
def test_words_that_do_not_meet_merge(base: str, theirs: str, mine: str, expected: str | None) -> None:
    """Changes of different words are both kept; changes of the same words are for the person to decide."""
    assert merge_texts(base, theirs, mine) == expected


@given(WORDS)
def test_a_removal_and_an_addition_never_merge_by_themselves(text: str) -> None:
    """Presence has no middle: it is as asked, or already so, or a conflict."""
    assert merge_change(Change("belief", "b", EXISTS, True, None), None) is None
    assert merge_change(Change("belief", "b", EXISTS, None, True), True) is None
    assert merge_change(belief(text, f"{text} more"), text) == belief(text, f"{text} more")


def changed(words: list[str], places: range, to: str) -> str:
    """Return a text of these words, with some of them changed."""
    return " ".join(to if place in places else word for place, word in enumerate(words))


def test_long_texts_merge_at_once() -> None:
    """Eight thousand words, each text changed in several places: nobody who waits for it notices."""
    # Few words are frequent and many are rare, as in any text.
    words = [f"w{round(4000 ** (place * 7919 % 8000 / 8000))}" for place in range(8000)]
    theirs, mine = changed(words, range(5, 8000, 900), "theirs"), changed(words, range(400, 8000, 900), "mine")
    began = time.process_time()

    merged = merge_texts(" ".join(words), theirs, mine)

    assert time.process_time() - began < 0.5  # several times what it takes, for a machine that does other things
    assert merged is not None
    assert (merged.split().count("theirs"), merged.split().count("mine")) == (9, 9)


def test_what_is_too_long_to_be_compared_is_for_the_person_to_decide() -> None:
    """A text that would keep everybody waiting is a conflict."""
    words = [str(place) for place in range(30_000)]

    assert merge_texts(" ".join(words), f"a {' '.join(words[::-1])} a", f"b {' '.join(words)} b") is None
