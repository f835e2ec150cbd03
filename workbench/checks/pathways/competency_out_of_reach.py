"""A graduation pathway cannot reach a competency that every graduate has to show.

## What it checks

For each graduation pathway and each competency: the learning experiences that the pathway requires or
offers, taken together, assess the indicators that the competency needs. It needs every indicator that
is marked priority or, where none is marked, every indicator. Where the one verification rule for
competencies is "every indicator met", it needs every one, marked or not; where it is "a number of indicators
met", that many, whichever they are. One finding a pathway names all that it cannot reach.

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
grade 9 are left out. Methods of verification other than these two are treated as asking for the indicators
that are marked priority. A pathway without learning experiences is left to pathway-without-experience, a
competency without indicators to competency-without-indicator.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief: all
pathways lead to common expectations. Great Schools Partnership, verifying proficiency: a district
chooses how scores on indicators add up to a competency.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain, filterfalse

from workbench.checks.claims import assessed_in
from workbench.checks.given import CheckInput, Fault
from workbench.checks.needs import needs_of, required
from workbench.checks.wording import named, named_ids
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.crosswalk import offered
from workbench.model.experiences import Pathway
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import PathwayPurpose

READS = ("competencies", "experiences", "indicators", "parts", "pathways", "verification_rules")
EACH = ("pathways",)

_ONE = N_(
    "The {pathway} {name} cannot reach the {competency} {names}. Its {experiences} assess {assessed} of the "
    "{indicators} that it takes. Not assessed: {missing}."
)
_SEVERAL = N_(
    "The {pathway} {name} cannot reach {competencies}: {names}. Of the first its {experiences} assess {assessed} of "
    "the {indicators} that it takes. Not assessed: {missing}."
)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each graduation pathway that leaves a competency out of reach."""
    for pathway in given.framework.pathways.ordered():
        if pathway.purpose is PathwayPurpose.GRADUATION:
            yield from _faults(given.framework, pathway)


def _faults(framework: Framework, pathway: Pathway) -> Iterator[Fault]:
    needs, assessed = needs_of(framework), framework.experiences.derived(assessed_in)
    wanted = required(framework)
    ids = [one for one in offered(framework, pathway) if one in assessed]
    reached = set(chain.from_iterable(assessed[one] for one in ids))
    have = Counter(needs.competency_of[one] for one in reached if one in needs.competency_of)
    # A pathway reaches few of the competencies of a large district; only these are looked into.
    shown = {one for one, count in have.items() if count >= needs.count(one)}
    every = filter(needs.indicators.__contains__, wanted)
    missed = [*filterfalse(shown.__contains__, every)] if ids else []
    if missed:
        begun = sorted(wanted.keys() & have.keys() - shown)
        lacking = {one: [each for each in needs.indicators[one] if each not in reached] for one in (missed[0], *begun)}
        others = (*missed, *chain.from_iterable(lacking[one] for one in begun))
        word = term(framework, "pathway")
        yield Fault(
            subject=pathway,
            message=_(
                _ONE if len(missed) == 1 else _SEVERAL,
                pathway=word,
                name=named(pathway),
                competency=term(framework, "competency"),
                competencies=counted(framework, len(missed), "competency"),
                names=named_ids(framework.competencies, missed),
                experiences=term(framework, "experience", 2),
                assessed=have[missed[0]],
                indicators=counted(framework, needs.count(missed[0]), "indicator"),
                missing=named_ids(framework.indicators, lacking[missed[0]]),
            ),
            remedy=_(
                "Assess what is missing in a learning experience of this {pathway}, or add one that does.", pathway=word
            ),
            others=others,
        )
