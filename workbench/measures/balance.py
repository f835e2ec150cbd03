"""How evenly class time, credits and summative assessments are spread over the priority standards, exactly.

Priority standards are those that the committee chose; where it chose none, those to which a priority indicator is
aligned. What an experience or an assessment has is split evenly over its indicators, and what an indicator gets over
the standards it is aligned to. The balance is Webb's (1997, 1999), over all priority standards, so that one that gets
nothing lowers it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from workbench.measures.coverage_reach import Key, standards_of
from workbench.measures.hits import counts
from workbench.measures.shares import evenness, shares
from workbench.model import Framework, LearningExperience
from workbench.model.values import Priority

Part: TypeAlias = tuple[str, Fraction]
"""An indicator's id, "" for what is placed nowhere, and how much it gets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How one thing is spread: ``amounts`` by priority standard, of ``whole``, which is all there is of it.

    ``givers`` are the things that have some, ``silent`` those that do not say how much.
    """

    amounts: Mapping[Key, Fraction]
    whole: Fraction
    givers: int
    silent: int

    @property
    def placed(self) -> Fraction:
        """What reaches priority standards; the rest goes to other indicators, or to none."""
        return sum(self.amounts.values(), Fraction(0))

    @property
    def shares(self) -> Mapping[Key, Fraction]:
        """The part that each priority standard has of what reaches them; nothing where nothing does."""
        return dict(zip(self.amounts, shares(self.amounts.values()), strict=True)) if self.placed else {}

    @property
    def balance(self) -> Fraction | None:
        """``1 - sum(|1/n - share|) / 2`` over the n priority standards; None where nothing reaches them."""
        return evenness(self.amounts.values()) if self.placed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """The spread of class time in minutes, of credits and of summative assessments over the same standards.

    ``chosen``: the committee chose the standards; else they are those of the priority indicators, and ``unaligned``
    are the ids of the priority indicators that no standard stands behind.
    """

    standards: tuple[Key, ...]
    minutes: Spread
    credits: Spread
    assessments: Spread
    chosen: bool
    unaligned: tuple[str, ...]


def balance(framework: Framework) -> Balance:
    """Return how a framework's resources are spread over its priority standards."""
    chosen = tuple(dict.fromkeys((one.set_id, one.standard_id) for one in framework.priority_standards.ordered()))
    leading = [one for one in framework.indicators.ordered() if chosen or one.priority is Priority.PRIORITY]
    leads = {one.id: standards_of(framework, one.id) for one in leading}
    standards = chosen or tuple(dict.fromkeys(key for keys in leads.values() for key in keys))
    experiences = framework.experiences.ordered()
    summative = [one for one in framework.assessments.ordered() if counts(one)]
    return Balance(
        standards=standards,
        minutes=_spread(standards, leads, [_minutes(framework, one) for one in experiences]),
        credits=_spread(standards, leads, [_credits(framework, one) for one in experiences]),
        assessments=_spread(standards, leads, [_split(framework, Fraction(1), one.indicator_ids) for one in summative]),
        chosen=bool(chosen),
        unaligned=() if chosen else tuple(one for one, keys in leads.items() if not keys),
    )


def _spread(standards: Iterable[Key], leads: Mapping[str, Collection[Key]], given: Iterable[list[Part]]) -> Spread:
    amounts = dict.fromkeys(standards, Fraction(0))
    parts = list(given)
    for indicator, amount in (part for some in parts for part in some):
        keys = leads.get(indicator, ())
        for key in amounts.keys() & keys:
            amounts[key] += amount / len(keys)
    said = [sum((amount for _, amount in some), Fraction(0)) for some in parts]
    givers = sum(map(bool, said))
    return Spread(amounts=amounts, whole=sum(said, Fraction(0)), givers=givers, silent=len(parts) - givers)


def _split(framework: Framework, amount: Fraction, indicators: Iterable[str]) -> list[Part]:
    """Split an amount evenly over the indicators that are there."""
    held = [one for one in dict.fromkeys(indicators) if one in framework.indicators]
    return [(one, amount / len(held)) for one in held] or [("", amount)]


def _credits(framework: Framework, one: LearningExperience) -> list[Part]:
    return _split(framework, Fraction(one.credits), one.indicators) if one.credits else []


def _minutes(framework: Framework, one: LearningExperience) -> list[Part]:
    """Split class time over the units by their weeks where they say them and their indicators; else over all."""
    if not one.minutes:
        return []
    whole = Fraction(one.minutes)
    units = [unit for unit in framework.units.by("experience_id", one.id) if unit.weeks and unit.indicator_ids]
    if not units:
        return _split(framework, whole, one.indicators)
    weeks = shares(Fraction(unit.weeks or 0) for unit in units)
    return [
        part
        for unit, share in zip(units, weeks, strict=True)
        for part in _split(framework, whole * share, unit.indicator_ids)
    ]
