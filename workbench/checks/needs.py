"""What a graduate has to show: the indicators that each competency needs.

Made of ids, grades and priorities alone, so that it is the same after an edit of a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from workbench.model.competencies import Competency, Indicator
from workbench.model.framework import Framework
from workbench.model.grades import grade_keys
from workbench.model.table import Table
from workbench.model.values import Priority, VerificationMethod, VerificationScope

FIRST_GRADE = 9
"""Credit towards graduation is earned in grades 9 to 12 (Conn. Gen. Stat. 10-221a (g))."""


@dataclass(frozen=True, slots=True)
class Needs:
    """The ids of the indicators that each competency needs, by its id, and the competency of each of them.

    Where ``at_least`` is set, that many of them are enough, whichever they are.
    """

    indicators: Mapping[str, tuple[str, ...]]
    competency_of: Mapping[str, str]
    at_least: int = 0

    def count(self, competency_id: str) -> int:
        """Return how many of its indicators a competency takes."""
        every = len(self.indicators.get(competency_id, ()))
        return min(every, self.at_least or every)


def required(framework: Framework) -> Mapping[str, None]:
    """Return the ids of the competencies that every graduate shows, in order: those whose grades end in 9 or later."""
    return dict.fromkeys(framework.competencies.derived(_required))


def needs_of(framework: Framework) -> Needs:
    """Return what each competency needs: its priority indicators, or all where none is marked, or a number of all.

    All of them, too, where the one rule of verification asks for every indicator. Indicators whose grades end before
    grade 9 are left out.
    """
    rules = framework.verification_rules.by("scope", VerificationScope.COMPETENCY)
    method = rules[0].method if len(rules) == 1 else None
    if method is VerificationMethod.ALL:
        return framework.indicators.derived(_every)
    if method is VerificationMethod.K_OF_N and rules[0].at_least:
        every = framework.indicators.derived(_every)
        return Needs(every.indicators, every.competency_of, rules[0].at_least)
    return framework.indicators.derived(_needed)


def _required(competencies: Table[Competency]) -> tuple[str, ...]:
    # A row and no dict: what was found before counts while this is equal, and messages go by the order.
    return tuple(one.id for one in competencies.ordered() if not _ends_early(one.grade_band))


def _every(indicators: Table[Indicator]) -> Needs:
    late = [one for one in indicators.ordered() if not _ends_early(one.grade_band)]
    return _grouped({one.id: one.competency_id for one in late})


def _needed(indicators: Table[Indicator]) -> Needs:
    every = indicators.derived(_every).competency_of
    marked = {one: every[one] for one in every if indicators[one].priority is Priority.PRIORITY}
    with_priority = set(marked.values())
    return _grouped({one: each for one, each in every.items() if one in marked or each not in with_priority})


def _grouped(competency_of: Mapping[str, str]) -> Needs:
    groups: dict[str, list[str]] = {}
    for one, competency in competency_of.items():
        groups.setdefault(competency, []).append(one)
    return Needs({competency: tuple(some) for competency, some in groups.items()}, competency_of)


@lru_cache(1_000)  # a framework has few bands and many indicators
def _ends_early(grade_band: str) -> bool:
    """Tell whether grades written like "6-8", "K" or "Kindergarten" end before high school; unknown words do not."""
    grades = [int(number) for number in re.findall(r"[0-9]{1,4}", grade_band)]
    return max(grades) < FIRST_GRADE if grades else grade_keys(grade_band)[-1:] in (("k",), ("pk",))
