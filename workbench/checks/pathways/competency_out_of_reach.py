"""A graduation pathway cannot reach a competency that every graduate has to show.

## What it checks

For each graduation pathway and each competency: the learning experiences that the pathway requires or
offers, taken together, assess the indicators that the competency needs. It needs every indicator that
is marked priority or, where none is marked, every indicator. Where the one verification rule for
competencies is "a number of indicators met", it needs that many indicators, whichever they are.

## Why it matters

A pathway that cannot reach a competency leads its students to the end of school without the chance to
graduate. It is the promise behind pathways that all of them lead to the same expectations.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: assessed, models: introduced}}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry]}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: assessed, models: introduced}}
  - {id: algebra, title: Algebra 1, indicators: {models: assessed}}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry, algebra]}
```

## Limits

It looks at the best case. Where students choose some of several experiences, it counts all that they
could choose, so it misses a competency that only a student who took every choice would reach;
prerequisites, schedules and how often an indicator is assessed are not looked at either. All
competencies count as required. Those, and indicators, whose grades end before grade 9 are left out.
Methods of verification other than a number of indicators are treated as asking for all. A pathway
without learning experiences is left to pathway-without-experience, a competency without indicators to
competency-without-indicator.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief: all
pathways lead to common expectations. Great Schools Partnership, verifying proficiency: a district
chooses how scores on indicators add up to a competency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.claims import experiences_of
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.model.competencies import Competency, Indicator
from workbench.model.experiences import Pathway
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import Coverage, PathwayPurpose, Priority, VerificationMethod, VerificationScope

READS = ("competencies", "experiences", "indicators", "parts", "pathways", "verification_rules")

FIRST_GRADE = 9
"""Credit towards graduation is earned in grades 9 to 12 (Conn. Gen. Stat. 10-221a (g))."""

Need = tuple[Competency, tuple[Indicator, ...], int]
"""A competency, the indicators that count towards it, and how many of them it takes."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each graduation pathway and competency that it cannot reach."""
    framework = given.framework
    needs = [need for one in framework.competencies.ordered() if (need := _need(framework, one))[2]]
    assessed = {one.id: one.covering(Coverage.ASSESSED) for one in framework.experiences.values()}
    for pathway in framework.pathways.by("purpose", PathwayPurpose.GRADUATION):
        experiences = experiences_of(framework, pathway)
        reached = {indicator for one in experiences for indicator in assessed[one.id]}
        for need in needs if experiences else ():
            if sum(one.id in reached for one in need[1]) < need[2]:
                yield _fault(framework, pathway, need, reached)


def _need(framework: Framework, competency: Competency) -> Need:
    if _ends_early(competency.grade_band):
        return competency, (), 0
    every = tuple(one for one in framework.indicators_of(competency.id) if not _ends_early(one.grade_band))
    rules = framework.verification_rules.by("scope", VerificationScope.COMPETENCY)
    if len(rules) == 1 and rules[0].method is VerificationMethod.K_OF_N and rules[0].at_least:
        return competency, every, min(rules[0].at_least, len(every))
    needed = tuple(one for one in every if one.priority is Priority.PRIORITY) or every
    return competency, needed, len(needed)


def _ends_early(grade_band: str) -> bool:
    """Tell whether grades written like "6-8" or "K" end before high school; unknown words do not."""
    grades = [int(number) for number in re.findall(r"[0-9]{1,4}", grade_band)]
    kindergarten = re.fullmatch(r"(pre-?)?k", grade_band.strip().lower())
    return max(grades) < FIRST_GRADE if grades else kindergarten is not None


def _fault(framework: Framework, pathway: Pathway, need: Need, reached: set[str]) -> Fault:
    competency, indicators, wanted = need
    missing = [one for one in indicators if one.id not in reached]
    have = len(indicators) - len(missing)
    count = f"{have} of the {counted(framework, wanted, 'indicator')} that it takes"
    return Fault(
        subject=pathway,
        message=f"The pathway {named(pathway)} cannot reach the {term(framework, 'competency')} "
        f"{named(competency)}: its learning experiences assess {count}. "
        f"Not assessed: {listed(named(one) for one in missing)}.",
        remedy="Assess what is missing in a learning experience of this pathway, or add one that does.",
        others=(competency.id, *(one.id for one in missing)),
    )
