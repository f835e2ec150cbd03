"""Shares of a whole and how far two of them overlap, exactly: what Porter's index and Webb's balance have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable
from fractions import Fraction
from typing import TypeAlias

from workbench.errors import CannotCompare

Number: TypeAlias = int | float | Fraction
"""A count or a proportion."""


def exact(value: Number) -> Fraction:
    """Return a number as a fraction; a float is the decimal that it is written as.

    Raises:
        CannotCompare: It is below zero, infinite or not a number.

    >>> exact(0.1)
    Fraction(1, 10)
    """
    if isinstance(value, float) and not math.isfinite(value):
        raise CannotCompare(f"“{value}” is not a number that can be counted with. Give zero or more in every cell.")
    found = Fraction(str(float(value))) if isinstance(value, float) else Fraction(value)
    if found < 0:
        raise CannotCompare(f"“{value}” is below zero. Give zero or more in every cell.")
    return found


def shares(numbers: Iterable[Number]) -> tuple[Fraction, ...]:
    """Return what part of their sum each number is; the parts add up to exactly 1.

    Raises:
        CannotCompare: There is no number, all are zero, or one of them is no number of zero or more.

    >>> shares([3, 1])
    (Fraction(3, 4), Fraction(1, 4))
    """
    found = [exact(one) for one in numbers]
    whole = sum(found)
    if not whole:
        raise CannotCompare("One side has nothing in any cell. Give at least one number above zero.")
    return tuple(one / whole for one in found)


def decimal(value: Fraction) -> str:
    """Return a share with two decimals, rounded down: 0.699 must not look as if it had reached 0.70.

    >>> decimal(Fraction(699, 1000)), decimal(Fraction(1))
    ('0.69', '1.00')
    """
    hundredths = value.numerator * 100 // value.denominator
    return f"{hundredths // 100}.{hundredths % 100:02}"


def overlap(first: Iterable[Fraction], second: Iterable[Fraction]) -> Fraction:
    """Return the sum of the smaller of each pair of shares, from 0 (nothing in common) to 1 (the same).

    It equals ``1 - sum(|x - y|) / 2`` where both sides add up to 1 (Porter 2002, Educational Researcher 31(7)).
    Both sides have equally many shares; ValueError where not.
    """
    return sum((min(one, other) for one, other in zip(first, second, strict=True)), Fraction(0))


def evenness(numbers: Iterable[Number]) -> Fraction:
    """Return how evenly numbers are spread: their shares' overlap with equal shares, at most 1.

    Webb's balance of representation, ``1 - sum(|1/O - I(k)/H|) / 2``, is this (Webb 1997, 1999).

    Raises:
        CannotCompare: There is no number, or all are zero.

    >>> evenness([16, 1, 1, 1, 1])
    Fraction(2, 5)
    """
    found = shares(numbers)
    return overlap(found, [Fraction(1, len(found))] * len(found))
