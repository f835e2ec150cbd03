"""What a graduate has to show: the indicators that each competency needs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.model.competencies import Competency, Indicator
from workbench.model.framework import Framework
from workbench.model.values import Priority, VerificationMethod, VerificationScope

FIRST_GRADE = 9
"""Credit towards graduation is earned in grades 9 to 12 (Conn. Gen. Stat. 10-221a (g))."""


@dataclass(frozen=True, slots=True)
class Need:
    """A competency, the indicators that count towards it, and how many of them it takes."""

    competency: Competency
    indicators: tuple[Indicator, ...]
    count: int


def needs_of(framework: Framework) -> list[Need]:
    """Return what each competency needs: its priority indicators, or all where none is marked, or a number of all.

    Competencies that need nothing, and indicators, whose grades end before high school, are left out.
    """
    competencies = (one for one in framework.competencies.ordered() if not _ends_early(one.grade_band))
    return [need for one in competencies if (need := _need(framework, one)).count]


def _need(framework: Framework, competency: Competency) -> Need:
    every = tuple(one for one in framework.indicators_of(competency.id) if not _ends_early(one.grade_band))
    rules = framework.verification_rules.by("scope", VerificationScope.COMPETENCY)
    if len(rules) == 1 and rules[0].method is VerificationMethod.K_OF_N and rules[0].at_least:
        return Need(competency, every, min(rules[0].at_least, len(every)))
    needed = tuple(one for one in every if one.priority is Priority.PRIORITY) or every
    return Need(competency, needed, len(needed))


def _ends_early(grade_band: str) -> bool:
    """Tell whether grades written like "6-8" or "K" end before high school; unknown words do not."""
    grades = [int(number) for number in re.findall(r"[0-9]{1,4}", grade_band)]
    kindergarten = re.fullmatch(r"(pre-?)?k", grade_band.strip().lower())
    return max(grades) < FIRST_GRADE if grades else kindergarten is not None
