"""How far raters agree: percent, Cohen's kappa, Fleiss' kappa and Krippendorff's alpha.

The coefficients are computed by statsmodels (the kappas) and krippendorff (alpha), which are imported when asked for.
Sources: J. Cohen (1960), Educational and Psychological Measurement 20, 37-46; J. L. Fleiss (1971), Psychological
Bulletin 76, 378-382; K. Krippendorff, Content Analysis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from fractions import Fraction
from itertools import combinations
from typing import Literal, TypeAlias

from workbench.errors import CannotCompare
from workbench.model.values import Bloom, Coverage

Level: TypeAlias = Literal["nominal", "ordinal", "interval"]

ORDERS: tuple[tuple[str, ...], ...] = (
    ("none", "partial", "full"),
    tuple(one.value for one in Coverage),
    tuple(one.value for one in Bloom),
)
"""Words whose order is known, least first; of others only numbers have an order."""

LARGEST = 300
"""Digits of a number that can still be computed with."""

PAIR = 2
"""Ratings of one item without which nobody can agree; and Cohen's number of raters."""


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater said of one item."""

    item: str
    rater: str
    value: str


class Unknown(StrEnum):
    """Why a coefficient is not known."""

    NO_PAIR = "no item was rated by two raters"
    ONE_VALUE = "everybody gave the same value, so that nothing tells agreement from chance"
    NOT_TWO = "it is for exactly two raters"
    UNEQUAL = "it needs as many ratings of one item as of another"


@dataclass(frozen=True, slots=True, kw_only=True)
class Coefficient:
    """A coefficient from at most 1 (all agree) over 0 (as by chance) to below; or why there is none."""

    value: float | None = None
    unknown: Unknown | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far raters agree on the ``items`` that at least two of them rated; ``alone`` counts the other items.

    ``pairs``: pairs of ratings of one item; ``agreeing``: those whose values are the same. ``values``: each value
    with how often it was given, in order. Only ``alpha`` looks at how far apart two values of an ordered scale are.
    """

    level: Level
    items: int
    alone: int
    raters: int
    ratings: int
    pairs: int
    agreeing: int
    values: tuple[tuple[str, int], ...]
    cohen: Coefficient
    fleiss: Coefficient
    alpha: Coefficient

    @property
    def percent(self) -> Fraction | None:
        """The share of pairs that agree, from 0 to 1; None without a pair."""
        return Fraction(self.agreeing, self.pairs) if self.pairs else None


def agreement(ratings: Iterable[Rating], level: Level = "nominal") -> Agreement:
    """Return how far raters agree; values are the same where they differ in case and blanks alone.

    Raises:
        CannotCompare: A rater rated an item twice, or the order of the values is not known and ``level`` needs it.
    """
    items = _by_item(ratings)
    pairable = {item: said for item, said in items.items() if len(said) >= PAIR}
    counts = Counter(value for said in pairable.values() for value in said.values())
    values = _in_order(counts, level)
    pairs = [one == other for said in pairable.values() for one, other in combinations(said.values(), 2)]
    table = [[list(said.values()).count(value) for value in values] for said in pairable.values()]
    return Agreement(
        level=level,
        items=len(pairable),
        alone=len(items) - len(pairable),
        raters=len({rater for said in pairable.values() for rater in said}),
        ratings=counts.total(),
        pairs=len(pairs),
        agreeing=sum(pairs),
        values=tuple((value, counts[value]) for value in values),
        cohen=_cohen(list(pairable.values()), values),
        fleiss=_fleiss(table),
        alpha=_alpha(table, values, level),
    )


def _by_item(ratings: Iterable[Rating]) -> Mapping[str, Mapping[str, str]]:
    """Return the values by rater, by item."""
    items: dict[str, dict[str, str]] = {}
    for one in ratings:
        said = items.setdefault(one.item, {})
        if one.rater in said:
            raise CannotCompare(f"“{one.rater}” rated “{one.item}” twice. Keep one of the two ratings.")
        said[one.rater] = _plain(one.value)
    return items


def _plain(value: str) -> str:
    folded = " ".join(value.split()).casefold()
    found = number(folded)
    return folded if found is None else str(found.normalize())


def _in_order(values: Iterable[str], level: Level) -> Sequence[str]:
    """Return values from the least to the most; raise CannotCompare where the level needs an unknown order."""
    given = set(values)
    if all(number(value) is not None for value in given):
        return sorted(given, key=Decimal)
    known = next((order for order in ORDERS if given.issubset(order)), None)
    if known and level != "interval":
        return [value for value in known if value in given]
    if level == "nominal":
        return sorted(given)
    word = next(value for value in sorted(given) if number(value) is None)
    raise CannotCompare(
        f"“{word}” is no number, so that the order of the values is not known. Give numbers, or take the scale nominal."
    )


def number(value: str) -> Decimal | None:
    """Return a text as a number; None for what is none, or too large or small to count with."""
    try:
        found = Decimal(value)
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < LARGEST else None


def _cohen(items: Sequence[Mapping[str, str]], values: Sequence[str]) -> Coefficient:
    raters = list(dict.fromkeys(rater for said in items for rater in said))
    if not items:
        return Coefficient(unknown=Unknown.NO_PAIR)
    if len(raters) != PAIR:
        return Coefficient(unknown=Unknown.NOT_TWO)
    if len(values) == 1:
        return Coefficient(unknown=Unknown.ONE_VALUE)
    from statsmodels.stats.inter_rater import cohens_kappa

    pairs = Counter((said[raters[0]], said[raters[1]]) for said in items)
    table = [[pairs[one, other] for other in values] for one in values]
    return Coefficient(value=float(cohens_kappa(table, return_results=False)))


def _fleiss(table: Sequence[Sequence[int]]) -> Coefficient:
    if not table:
        return Coefficient(unknown=Unknown.NO_PAIR)
    if len({sum(row) for row in table}) > 1:
        return Coefficient(unknown=Unknown.UNEQUAL)
    if len(table[0]) == 1:
        return Coefficient(unknown=Unknown.ONE_VALUE)
    from statsmodels.stats.inter_rater import fleiss_kappa

    return Coefficient(value=float(fleiss_kappa(table)))


def _alpha(table: Sequence[Sequence[int]], values: Sequence[str], level: Level) -> Coefficient:
    if not table:
        return Coefficient(unknown=Unknown.NO_PAIR)
    if len(values) == 1:
        return Coefficient(unknown=Unknown.ONE_VALUE)
    import krippendorff

    # Only an interval has distances; for the other levels the place of a value says all.
    domain = [float(value) for value in values] if level == "interval" else list(range(len(values)))
    found = krippendorff.alpha(value_counts=table, value_domain=domain, level_of_measurement=level)
    return Coefficient(value=float(found))
