"""A graduation pathway gives students few chances to show an indicator.

## What it checks

For each graduation pathway and each performance indicator that its learning experiences assess: at least two
summative assessments used in these experiences give evidence of it, or as many as the district has set
(setting "opportunities_per_indicator", for example 3-99; the smaller number counts). Only indicators marked
priority are asked for or, where a competency has none so marked, all of its indicators.

## Why it matters

One assessment is one day. A decision about graduation that rests on a single chance can be undone by an
illness or an unlucky task, and it leaves nothing to compare with.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: assessed}}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units], experience_ids: [carpentry]}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry]}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: assessed}}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units], experience_ids: [carpentry]}
  - {id: roof, title: Roof plan, purpose: summative, indicator_ids: [units], experience_ids: [carpentry]}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: core, pathway_id: trades, experience_ids: [carpentry]}
```

## Limits

It counts what the pathway requires and all that it offers, so a student who must choose may meet fewer. An
assessment that is used in several experiences counts in each, for it is taken there again. As long as the
framework has no summative assessments at all, nothing is asked; an indicator that the pathway leaves out is
competency-out-of-reach.

## Source

Great Schools Partnership, principles of proficiency-based learning: students have several opportunities to
show what they have learned. That two is the least is our reading, so the number is a setting.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.checks.claims import experiences_of
from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import range_of
from workbench.checks.wording import listed, named
from workbench.model.competencies import Indicator
from workbench.model.experiences import LearningExperience, Pathway
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import AssessmentPurpose, Coverage, PathwayPurpose, Priority

READS = ("assessments", "experiences", "indicators", "parts", "pathways")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each graduation pathway in which indicators are met too seldom."""
    framework = given.framework
    if not framework.assessments.by("purpose", AssessmentPurpose.SUMMATIVE):
        return
    wanted = range_of(framework, "opportunities_per_indicator").low
    asked = _asked(framework)
    for pathway in framework.pathways.by("purpose", PathwayPurpose.GRADUATION):
        experiences = experiences_of(framework, pathway)
        assessed = {one: None for each in experiences for one in each.covering(Coverage.ASSESSED) if one in asked}
        chances = _chances(framework, experiences)
        few = [framework.indicators[one] for one in assessed if chances[one] < wanted]
        if few:
            yield _fault(framework, pathway, few, wanted)


def _asked(framework: Framework) -> set[str]:
    """Return the ids of the indicators that are marked priority, and of those where the competency has none."""
    every = framework.indicators.values()
    marked = {one.competency_id for one in every if one.priority is Priority.PRIORITY}
    return {one.id for one in every if one.priority is Priority.PRIORITY or one.competency_id not in marked}


def _chances(framework: Framework, experiences: Iterable[LearningExperience]) -> Counter[str]:
    """Return how often summative assessments in these experiences show each indicator."""
    return Counter(
        one
        for each in experiences
        for assessment in framework.assessments.by("experience_ids", each.id)
        if assessment.purpose is AssessmentPurpose.SUMMATIVE
        for one in dict.fromkeys(assessment.indicator_ids)
    )


def _fault(framework: Framework, pathway: Pathway, few: list[Indicator], wanted: int) -> Fault:
    assessments = term(framework, "assessment", wanted)
    indicators = counted(framework, len(few), "indicator")
    return Fault(
        subject=pathway,
        message=f"The pathway {named(pathway)} has fewer than {wanted} summative {assessments} of {indicators}: "
        f"{listed(named(one) for one in few)}.",
        remedy=f"Let another summative {term(framework, 'assessment')} of this pathway give evidence of each.",
        others=tuple(one.id for one in few),
    )
