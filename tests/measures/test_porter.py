"""Porter's index: the published example, what always holds, what chance gives, what cannot be compared."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import CannotCompare
from workbench.measures.porter import Matrix, chance_interval, porter

STANDARDS = [[0.2, 0.2, 0.1], [0.1, 0.1, 0.1], [0, 0.2, 0]]
ASSESSMENT = [[0.2, 0, 0.1], [0.1, 0.2, 0], [0.1, 0.2, 0.1]]

Pair = tuple[list[list[int]], list[list[int]]]


def matrices(rows: int, columns: int) -> st.SearchStrategy[list[list[int]]]:
    """Draw tables of counts of one shape, with something in them."""
    row = st.lists(st.integers(0, 9), min_size=columns, max_size=columns)
    return st.lists(row, min_size=rows, max_size=rows).filter(lambda table: any(map(any, table)))


def pairs() -> st.SearchStrategy[Pair]:
    """Draw two tables of one shape."""
    shapes = st.tuples(st.integers(1, 5), st.integers(1, 4))
    return shapes.flatmap(lambda shape: st.tuples(matrices(*shape), matrices(*shape)))


def test_the_published_example() -> None:
    """The matrices of the toolkit of Ideas That Work; 0.70 follows from the formula, and so do the margins."""
    found = porter(STANDARDS, ASSESSMENT)

    assert (found.index, found.topics, found.demands) == (Fraction(7, 10), Fraction(4, 5), Fraction(9, 10))


def test_counts_and_fractions_give_the_same() -> None:
    """What the cells add up to does not matter."""
    counts = [[round(cell * 10) for cell in row] for row in STANDARDS]
    fractions = [[Fraction(round(cell * 10), 3) for cell in row] for row in ASSESSMENT]

    assert porter(counts, fractions) == porter(STANDARDS, ASSESSMENT)


@given(pairs())
def test_what_always_holds(pair: Pair) -> None:
    """Symmetric, from 0 to 1, 1 with itself, and a margin is never lower than the whole."""
    found = porter(*pair)

    assert found == porter(pair[1], pair[0])
    assert 0 <= found.index <= min(found.topics, found.demands)
    assert max(found.topics, found.demands) <= 1
    assert porter(pair[0], pair[0]).index == 1


@given(pairs())
def test_the_sum_of_minima_is_the_published_formula(pair: Pair) -> None:
    """P = 1 - sum |x - y| / 2."""
    one, other = ([Fraction(cell, sum(map(sum, table))) for row in table for cell in row] for table in pair)
    apart = sum(abs(x - y) for x, y in zip(one, other, strict=True))

    assert porter(*pair).index == 1 - apart / 2


@pytest.mark.parametrize(
    ("rows", "columns", "points", "mean", "low", "high"),
    [
        (3, 3, 30, 0.715, 0.567, 0.867),
        (5, 3, 30, 0.627, 0.467, 0.767),
        (5, 3, 60, 0.732, 0.617, 0.833),
        (5, 4, 60, 0.689, 0.583, 0.783),
        (5, 4, 120, 0.778, 0.700, 0.850),
        (5, 5, 120, 0.751, 0.675, 0.825),
    ],
)
def test_chance(rows: int, columns: int, points: int, mean: float, low: float, high: float) -> None:
    """Chance alone agrees far, and the more so the fewer the cells and the more the points."""
    found = chance_interval(rows, columns, points, draws=20_000, seed=1)

    assert found.mean == pytest.approx(mean, abs=0.01)
    assert (found.low, found.high) == pytest.approx((low, high), abs=0.02)


def test_chance_can_be_repeated() -> None:
    """The seed decides, and one number means the same on both sides."""
    assert chance_interval(3, 4, 10, draws=50, seed=7) == chance_interval(3, 4, (10, 10), draws=50, seed=7)
    assert chance_interval(3, 4, 10, draws=50, seed=7) != chance_interval(3, 4, 10, draws=50, seed=8)


@pytest.mark.parametrize(
    ("first", "second", "says"),
    [
        ([], [], "is empty"),
        ([[]], [[]], "is empty"),
        ([[0, 0]], [[1, 1]], "nothing in any cell"),
        ([[1, -1]], [[1, 1]], "below zero"),
        ([[1, float("nan")]], [[1, 1]], "“nan” is not a number"),
        ([[1, float("inf")]], [[1, 1]], "“inf” is not a number"),
        ([[1, 1], [1]], [[1, 1], [1, 1]], "different lengths"),
        ([[1, 1]], [[1], [1]], "different shapes"),
    ],
)
def test_what_cannot_be_compared(first: Matrix, second: Matrix, says: str) -> None:
    """One sentence says what stands in the way, and one what to do."""
    with pytest.raises(CannotCompare, match=says):
        porter(first, second)


def test_chance_of_nothing() -> None:
    """A table without a cell or a point has no chance."""
    with pytest.raises(CannotCompare, match="at least one"):
        chance_interval(0, 4, 10)
