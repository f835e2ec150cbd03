"""From which value a criterion of Webb's is acceptable, and from which it is weak."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Band(StrEnum):
    """How good a value is by Webb's convention."""

    ACCEPTABLE = "acceptable"
    WEAK = "weak"
    NOT = "not"


BAND_WORDS = {Band.ACCEPTABLE: "acceptable", Band.WEAK: "weak", Band.NOT: "not acceptable"}


@dataclass(frozen=True, slots=True)
class Edges:
    """The least value that is weak, and the least that is acceptable; what is below both is not."""

    weak: Fraction
    acceptable: Fraction

    def band(self, value: Fraction | None) -> Band | None:
        """Return the band of a value; None of one that is not known.

        >>> Edges(Fraction(3, 5), Fraction(7, 10)).band(Fraction(7, 10)).value
        'acceptable'
        """
        if value is None:
            return None
        if value >= self.acceptable:
            return Band.ACCEPTABLE
        return Band.WEAK if value >= self.weak else Band.NOT


def _edges(weak: Fraction, acceptable: Fraction) -> Edges:
    return field(default_factory=lambda: Edges(weak, acceptable))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bands:
    """The edges of the four criteria: hits for ``concurrence``, shares from 0 to 1 for the others.

    The defaults are those of Webb (1997, 1999, 2002), with the weak bands in which his tool reports them. They
    are conventions, so another set may be given.
    """

    concurrence: Edges = _edges(Fraction(4), Fraction(6))
    depth: Edges = _edges(Fraction(2, 5), Fraction(1, 2))
    range: Edges = _edges(Fraction(2, 5), Fraction(1, 2))
    balance: Edges = _edges(Fraction(3, 5), Fraction(7, 10))


USUAL = Bands()
"""The usual edges."""
