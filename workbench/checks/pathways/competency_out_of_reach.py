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

It looks at the best case. Where students choose some of several experiences, it counts all that they could
choose, so it misses a competency that only a student who took every choice would reach (of which
routes-to-different-indicators speaks); prerequisites, schedules and how often an indicator is assessed are
not looked at either. All competencies count as required. Those, and indicators, whose grades end before
grade 9 are left out. Methods of verification other than a number of indicators are treated as asking for
all. A pathway without learning experiences is left to pathway-without-experience, a competency without
indicators to competency-without-indicator.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief: all
pathways lead to common expectations. Great Schools Partnership, verifying proficiency: a district
chooses how scores on indicators add up to a competency.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import experiences_of
from workbench.checks.given import CheckInput, Fault
from workbench.checks.needs import Need, needs_of
from workbench.checks.wording import listed, named
from workbench.model.experiences import Pathway
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import Coverage, PathwayPurpose

READS = ("competencies", "experiences", "indicators", "parts", "pathways", "verification_rules")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each graduation pathway and competency that it cannot reach."""
    framework = given.framework
    needs = needs_of(framework)
    assessed = {one.id: one.covering(Coverage.ASSESSED) for one in framework.experiences.values()}
    for pathway in framework.pathways.by("purpose", PathwayPurpose.GRADUATION):
        experiences = experiences_of(framework, pathway)
        reached = {indicator for one in experiences for indicator in assessed[one.id]}
        for need in needs if experiences else ():
            if sum(one.id in reached for one in need.indicators) < need.count:
                yield _fault(framework, pathway, need, reached)


def _fault(framework: Framework, pathway: Pathway, need: Need, reached: set[str]) -> Fault:
    missing = [one for one in need.indicators if one.id not in reached]
    have = len(need.indicators) - len(missing)
    count = f"{have} of the {counted(framework, need.count, 'indicator')} that it takes"
    return Fault(
        subject=pathway,
        message=f"The pathway {named(pathway)} cannot reach the {term(framework, 'competency')} "
        f"{named(need.competency)}: its learning experiences assess {count}. "
        f"Not assessed: {listed(named(one) for one in missing)}.",
        remedy="Assess what is missing in a learning experience of this pathway, or add one that does.",
        others=(need.competency.id, *(one.id for one in missing)),
    )
