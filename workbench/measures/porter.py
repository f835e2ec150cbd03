"""Porter's alignment index of two tables of topics by demand, and what chance alone would give.

Source: A. C. Porter (2002), Measuring the content of instruction, Educational Researcher 31(7), 3-14. He says
himself that there is no easy way to tell how much is good; so the index goes with an interval by chance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import TypeAlias

from workbench.errors import CannotCompare
from workbench.measures.shares import Number, overlap, shares

Matrix: TypeAlias = Sequence[Sequence[Number]]
"""A row a topic, a column a level of demand; counts, or proportions of any sum above zero."""

CENTRAL = (0.025, 0.975)
"""The ends of the central 95 %."""

CELLS_AT_ONCE = 1_000_000
"""Cells of random tables held in memory at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Porter:
    """Porter's index and its two margins, each from 0 to 1: ``topics`` looks at rows alone, ``demands`` at columns.

    A margin is coarser than the whole table, so it is never lower than ``index``.
    """

    index: Fraction
    topics: Fraction
    demands: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """What the index is when points are scattered at random: its mean and the ends of the central 95 %."""

    mean: float
    low: float
    high: float


def porter(first: Matrix, second: Matrix) -> Porter:
    """Return Porter's index ``P = 1 - sum(|x - y|) / 2`` over cells, x and y being shares of each table's sum.

    Raises:
        CannotCompare: A table is empty or all zero, has rows of different lengths, a cell below zero or one that
            is no number, or the two have different shapes.

    >>> porter([[1, 0], [0, 1]], [[1, 1], [0, 0]])
    Porter(index=Fraction(1, 2), topics=Fraction(1, 2), demands=Fraction(1, 1))
    """
    shape = _shape(first)
    if shape != _shape(second):
        raise CannotCompare("The two tables have different shapes. Give both the same topics and the same levels.")
    one, other = (_rows(shares(chain.from_iterable(table)), shape[1]) for table in (first, second))
    return Porter(
        index=overlap(chain.from_iterable(one), chain.from_iterable(other)),
        topics=overlap(_sums(one), _sums(other)),
        demands=overlap(_sums(zip(*one, strict=True)), _sums(zip(*other, strict=True))),
    )


def _sums(lines: Iterable[Iterable[Fraction]]) -> list[Fraction]:
    return [sum(line, Fraction(0)) for line in lines]


def _shape(table: Matrix) -> tuple[int, int]:
    widths = {len(row) for row in table}
    if not widths or widths == {0}:
        raise CannotCompare("One of the two tables is empty. Give it at least one topic and one level.")
    if len(widths) > 1:
        raise CannotCompare("The rows of a table have different lengths. Give every topic the same levels.")
    return len(table), widths.pop()


def _rows(cells: Sequence[Fraction], width: int) -> list[Sequence[Fraction]]:
    return [cells[start : start + width] for start in range(0, len(cells), width)]


@lru_cache(maxsize=32)
def chance_interval(
    rows: int, columns: int, points_each: int | tuple[int, int], draws: int = 20_000, seed: int = 0
) -> Chance:
    """Return what Porter's index is between two tables over whose cells points are scattered evenly at random.

    Args:
        rows: Topics.
        columns: Levels of demand.
        points_each: Points in each of the two tables, or in the first and in the second.
        draws: Pairs of tables to draw.
        seed: The same seed gives the same answer.

    Raises:
        CannotCompare: A number is below 1.

    A simulation of our own. Fulmer (2011, Journal of Educational and Behavioral Statistics 36, 381-402) gives
    critical values for the same purpose from another null, so the two differ in detail.
    """
    sizes = points_each if isinstance(points_each, tuple) else (points_each, points_each)
    if min(rows, columns, draws, *sizes) < 1:
        raise CannotCompare("Chance needs at least one topic, one level, one point on each side and one draw.")
    # Heavy, and only this function needs it.
    import numpy as np

    random = np.random.default_rng(seed)
    cells = rows * columns
    even = np.full(cells, 1 / cells)
    step = max(1, CELLS_AT_ONCE // cells)
    drawn = []
    for start in range(0, draws, step):
        one, other = (random.multinomial(size, even, size=min(step, draws - start)) / size for size in sizes)
        drawn.append(np.minimum(one, other).sum(axis=1))
    found = np.concatenate(drawn)
    low, high = np.quantile(found, CENTRAL)
    return Chance(mean=float(found.mean()), low=float(low), high=float(high))
