"""A graduation pathway gives students few chances to show an indicator.

## What it checks

For each graduation pathway and each performance indicator that its learning experiences assess: at least two
summative assessments used in these experiences give evidence of it or have an item for it, or as many as the
district has set (setting "opportunities_per_indicator", for example 3-99; the smaller number counts). An
assessment that names no experience may be used in any, as one for the whole district. Only indicators marked
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
assessment that is used in several experiences counts in each, for it is taken there again; one that names none
counts in each that assesses the indicator, though it may be given once. As long as the framework has no
summative assessments at all, nothing is asked; an indicator that the pathway leaves out is
competency-out-of-reach.

## Source

Great Schools Partnership, principles of proficiency-based learning: students have several opportunities to
show what they have learned. That two is the least is our reading, so the number is a setting.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from workbench.checks.claims import assessed_in
from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import range_of
from workbench.checks.wording import named, named_ids
from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.crosswalk import offered
from workbench.measures.hits import asked_for, counts
from workbench.model.experiences import Pathway
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment, AssessmentItem
from workbench.model.table import Table
from workbench.model.terms import counted, term
from workbench.model.values import PathwayPurpose

READS = ("assessments", "experiences", "indicators", "items", "parts", "pathways")
EACH = ("pathways",)
ANYWHERE = ""
"""Stands for every learning experience."""


@dataclass(frozen=True, slots=True)
class Summative:
    """What each summative assessment gives evidence of, where it is used, and by experience how often indicators are.

    As measures.coverage_reach.usable has it, one that names no experience may be used in any: it is used ``ANYWHERE``.
    """

    shown: Mapping[str, Collection[str]]
    places: Mapping[str, frozenset[str]]
    counted: Mapping[str, Counter[str]]


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each graduation pathway in which indicators are met too seldom."""
    framework = given.framework
    wanted = range_of(framework, "opportunities_per_indicator").low
    for pathway in framework.pathways.ordered():
        summative = framework.assessments.derived(_summative)
        if not summative.shown or pathway.purpose is not PathwayPurpose.GRADUATION:
            continue
        asked, assessed = framework.indicators.derived(asked_for), framework.experiences.derived(assessed_in)
        ids = dict.fromkeys(one for one in offered(framework, pathway) if one in assessed)
        met = Counter(chain.from_iterable(assessed[one] for one in ids))
        chances = _chances(summative, framework.items.derived(_hit), ids.keys(), met)
        few = [one for one in met if chances[one] < wanted and one in asked]
        if few:
            yield _fault(framework, pathway, few, wanted)


def _summative(assessments: Table[Assessment]) -> Summative:
    every = [one for one in assessments.values() if counts(one)]
    counted = defaultdict[str, Counter[str]](Counter, {ANYWHERE: Counter()})
    for one in every:
        for place in {*one.experience_ids} or {ANYWHERE}:
            counted[place].update({*one.indicator_ids})
    shown = {one.id: frozenset(one.indicator_ids) for one in every}
    return Summative(shown, {one.id: frozenset(one.experience_ids) for one in every}, counted)


def _hit(items: Table[AssessmentItem]) -> Mapping[str, Collection[str]]:
    """Return, by indicator, the assessments of which an item hits it."""
    found = defaultdict[str, dict[str, None]](dict)
    for item in items.values():
        for one in (item.primary_id, *item.secondary_ids):
            found[one][item.assessment_id] = None
    return {one: tuple(some) for one, some in found.items()}


def _chances(
    summative: Summative, hit: Mapping[str, Collection[str]], ids: AbstractSet[str], met: Mapping[str, int]
) -> Counter[str]:
    """Return how often a pathway of these experiences lets students show each indicator that it meets."""
    anywhere = summative.counted[ANYWHERE]
    chances = Counter({one: anywhere.get(one, 0) * times for one, times in met.items()})
    for one in ids:
        chances.update(summative.counted.get(one, {}))
    for one in met:
        # What is given evidence of is counted already.
        further = (each for each in hit.get(one, ()) if one not in summative.shown.get(each, {one}))
        for places in (summative.places[each] for each in further):
            chances[one] += len(ids & places) if places else met[one]
    return chances


def _fault(framework: Framework, pathway: Pathway, few: list[str], wanted: int) -> Fault:
    word, assessments = term(framework, "pathway"), term(framework, "assessment", wanted)
    indicators = counted(framework, len(few), "indicator")
    return Fault(
        subject=pathway,
        message=_(
            "The {pathway} {name} has fewer than {wanted} summative {assessments} of {indicators}: {names}.",
            pathway=word,
            name=named(pathway),
            wanted=wanted,
            assessments=assessments,
            indicators=indicators,
            names=named_ids(framework.indicators, few),
        ),
        remedy=_(
            "Let another summative {assessment} of this {pathway} give evidence of each.",
            assessment=term(framework, "assessment"),
            pathway=word,
        ),
        others=tuple(few),
    )
