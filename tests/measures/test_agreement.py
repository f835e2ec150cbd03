"""Agreement of raters against published examples, hand-worked ones, and what has no answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import CannotCompare
from workbench.measures.agreement import Agreement, Level, Rating, Unknown, agreement

WIKIPEDIA = ("*****34121133*3", "1*213343*******", "**21344*21133*4")
"""Three raters of fifteen units, a star for none; the example of the krippendorff library and of Wikipedia."""

KRIPPENDORFF = ("123321412***", "1233224125*3", "*3332342251*", "12332441251*")
"""Four raters of twelve units: K. Krippendorff's own example (Computing Krippendorff's alpha-reliability, 2011)."""

FLEISS = (
    "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444", "555555",
    "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112", "224444", "133555",
    "555555", "244444", "224555", "114444", "144445", "222224", "111155", "224444", "133333", "555555",
)  # fmt: skip
"""Thirty patients, six diagnoses of each: J. L. Fleiss (1971), as the tests of statsmodels hold them."""


def by_rater(rows: Sequence[str]) -> Iterator[Rating]:
    """Yield the ratings of rows of digits, a row a rater."""
    for rater, row in enumerate(rows):
        for item, value in enumerate(row):
            if value != "*":
                yield Rating(f"unit {item}", f"rater {rater}", value)


def by_item(rows: Sequence[str]) -> Iterator[Rating]:
    """Yield the ratings of rows of digits, a row an item."""
    for item, row in enumerate(rows):
        yield from (Rating(f"item {item}", f"rater {rater}", value) for rater, value in enumerate(row))


def alpha(found: Agreement) -> float | None:
    """Return alpha as it is printed."""
    return None if found.alpha.value is None else round(found.alpha.value, 3)


@pytest.mark.parametrize(
    ("rows", "level", "published"),
    [
        (WIKIPEDIA, "nominal", 0.691),
        (WIKIPEDIA, "interval", 0.811),
        (KRIPPENDORFF, "nominal", 0.743),
        (KRIPPENDORFF, "ordinal", 0.815),
        (KRIPPENDORFF, "interval", 0.849),
    ],
)
def test_alpha_is_the_published_one(rows: Sequence[str], level: Level, published: float) -> None:
    """With gaps, for three and for four raters."""
    assert alpha(agreement(by_rater(rows), level)) == published


def test_units_that_one_rater_rated_are_left_out_and_counted() -> None:
    """Of the fifteen units, one has a single rating and two have none."""
    found = agreement(by_rater(WIKIPEDIA))

    assert (found.items, found.alone, found.raters, found.ratings) == (12, 1, 3, 26)


def test_fleiss_kappa_is_the_published_one() -> None:
    """0.430 for thirty patients; two raters are too few of them for Cohen, six too many."""
    found = agreement(by_item(FLEISS))

    assert found.fleiss.value == pytest.approx(0.430, abs=0.0005)
    assert found.percent == pytest.approx(0.556, abs=0.0005)
    assert found.cohen.unknown is Unknown.NOT_TWO


def test_cohen_kappa_is_the_published_one() -> None:
    """0.4842 for a table of three by three, in the tests of statsmodels after SAS."""
    table = {("1", "2"): 4, ("1", "3"): 1, ("2", "2"): 8, ("3", "2"): 1, ("3", "3"): 5}
    pairs = [f"{one}{other}" for (one, other), count in table.items() for _ in range(count)]

    assert agreement(by_item(pairs)).cohen.value == pytest.approx(0.4842, abs=0.00005)


def test_two_raters_by_hand() -> None:
    """Of ten items they agree on seven; each says yes of five, so that chance gives one half: (0.7 - 0.5) / 0.5."""
    found = agreement(by_item(["11"] * 4 + ["00"] * 3 + ["10"] + ["01"] * 2))

    assert found.percent == Fraction(7, 10)
    assert (found.agreeing, found.pairs) == (7, 10)
    # Chance: the first says 1 of five, the second of six: 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
    assert found.cohen.value == pytest.approx(0.4)
    # Fleiss lays both together, eleven of twenty: 0.55^2 + 0.45^2 = 0.505.
    assert found.fleiss.value == pytest.approx((0.7 - 0.505) / 0.495)
    # Alpha is without replacement: 1 - 0.3 / (2 * 11 * 9 / (20 * 19)).
    assert found.alpha.value == pytest.approx(1 - 0.3 / (198 / 380))


def test_all_the_same_value_tells_nothing() -> None:
    """Everybody agrees, and chance alone would give as much."""
    found = agreement(by_item(["11", "11"]))

    assert found.percent == 1
    assert {found.cohen.unknown, found.fleiss.unknown, found.alpha.unknown} == {Unknown.ONE_VALUE}


def test_nobody_rated_the_same_item() -> None:
    """There is no percent either, and no ratings at all are no different."""
    for ratings in ([Rating("a", "Ana", "1"), Rating("b", "Ben", "1")], []):
        found = agreement(ratings)

        assert found.percent is None
        assert {found.cohen.unknown, found.fleiss.unknown, found.alpha.unknown} == {Unknown.NO_PAIR}


def test_fleiss_needs_as_many_ratings_of_each_item() -> None:
    """Alpha does not."""
    found = agreement(by_item(["111", "12"]))

    assert found.fleiss.unknown is Unknown.UNEQUAL
    assert found.alpha.value is not None


def test_values_are_the_same_but_for_case_blanks_and_zeros() -> None:
    """3 and 3.0 are one number, Full and full one word."""
    said = [Rating("a", "Ana", "3"), Rating("a", "Ben", "3.0"), Rating("b", "Ana", " Full"), Rating("b", "Ben", "full")]

    assert agreement(said).percent == 1


def test_known_words_have_their_order() -> None:
    """Partial lies between none and full, whatever the alphabet says."""
    said = [Rating("a", "Ana", "full"), Rating("a", "Ben", "partial"), Rating("b", "Ana", "none")]

    assert [value for value, _ in agreement([*said, Rating("b", "Ben", "none")], "ordinal").values] == [
        "none",
        "partial",
        "full",
    ]


@pytest.mark.parametrize(("values", "level"), [("xy", "ordinal"), ("xy", "interval"), ("1x", "ordinal")])
def test_an_order_that_is_not_known_is_refused(values: str, level: Level) -> None:
    """With the way out."""
    with pytest.raises(CannotCompare, match="Give numbers, or take the scale nominal"):
        agreement(by_item([values]), level)


def test_rating_twice_is_refused() -> None:
    """Nobody knows which of the two counts."""
    with pytest.raises(CannotCompare, match="“Ana” rated “a” twice"):
        agreement([Rating("a", "Ana", "1"), Rating("a", "Ana", "1")])


@given(st.lists(st.text("12345*", min_size=2, max_size=5), max_size=8))
def test_any_ratings_have_an_answer(rows: list[str]) -> None:
    """A number of at most one, or the reason; perfect agreement is one."""
    ratings = [one for one in by_item(rows) if one.value != "*"]
    for level in ("nominal", "ordinal", "interval"):
        found = agreement(ratings, level)
        for one in (found.cohen, found.fleiss, found.alpha):
            assert (one.value is None) is (one.unknown is not None)
            assert one.value is None or one.value <= 1.000001
            if found.percent == 1 and one.value is not None:
                assert one.value == pytest.approx(1)
