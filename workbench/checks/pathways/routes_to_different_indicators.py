"""What students show of what they need to graduate depends on which learning experience they choose.

## What it checks

Where a graduation pathway lets students choose some of several learning experiences, each performance
indicator that a competency needs and that one of these assesses is assessed whatever the student chooses:
by enough of the others, or in another part of the pathway. A competency needs the indicators
that competency-out-of-reach asks for.

## Why it matters

Students may take different ways if the ways lead to the same expectations. Where an indicator lies on one
way only, those who take the other reach the end without having been asked for it.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
experiences:
  - {id: algebra, title: Algebra 1, indicators: {units: assessed, models: assessed}}
  - {id: online, title: Algebra online, indicators: {units: assessed}}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: first, pathway_id: trades, title: First algebra, choose: 1, experience_ids: [algebra, online]}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
experiences:
  - {id: algebra, title: Algebra 1, indicators: {units: assessed, models: assessed}}
  - {id: online, title: Algebra online, indicators: {units: assessed, models: assessed}}
pathways:
  - {id: trades, title: Building trades, purpose: graduation}
parts:
  - {id: first, pathway_id: trades, title: First algebra, choose: 1, experience_ids: [algebra, online]}
```

## Limits

It looks at one part at a time: an indicator that the choices of two parts leave open is flagged in both, though
few students would go without it. Pathways to credit are not looked at, nor are supporting indicators beside
priority ones unless the verification rule asks for every indicator, nor anything where a number of indicators is
enough. How well an experience assesses an
indicator cannot be seen.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42: credit by another route is for mastery of the same
content. CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), fourth belief:
all pathways lead to common expectations.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from workbench.checks.claims import assessed_in
from workbench.checks.given import CheckInput, Fault
from workbench.checks.needs import Needs, needs_of, required
from workbench.checks.wording import named, named_ids
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.experiences import Pathway, PathwayPart
from workbench.model.framework import Framework
from workbench.model.terms import counted, term
from workbench.model.values import PathwayPurpose

ALL = N_(
    "In the part {part} of the {pathway} {name}, students who choose {experience} can leave out {indicators} that "
    "others show: {names}."
)
SOME = N_(
    "In the part {part} of the {pathway} {name}, students who choose {experience} can leave out some of {indicators} "
    "that others show: {names}."
)
READS = ("competencies", "experiences", "indicators", "parts", "pathways", "verification_rules")
EACH = ("pathways",)


@dataclass(frozen=True, slots=True)
class Choice:
    """A part of a pathway, the needed indicators that each of its experiences assesses, and how many do of each."""

    part: PathwayPart
    offered: Mapping[str, tuple[str, ...]]
    times: Counter[str]

    @property
    def sure(self) -> Iterator[str]:
        """Yield the ids of the indicators that are assessed whatever a student chooses."""
        every = len(self.offered)
        taken = min(self.part.choose or every, every)
        return (one for one, count in self.times.items() if every - count < taken)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault at the pathway for each part whose choice decides what is shown."""
    for pathway in given.framework.pathways.ordered():
        if pathway.purpose is PathwayPurpose.GRADUATION:
            yield from _faults(given.framework, pathway)


def _faults(framework: Framework, pathway: Pathway) -> Iterator[Fault]:
    needs, assessed = needs_of(framework), framework.experiences.derived(assessed_in)
    choices = [_choice(assessed, part) for part in framework.parts_of(pathway.id)]
    sure = {one for choice in choices for one in choice.sure}
    wanted = required(framework)
    for choice in choices:
        if at_stake := [one for one in choice.times if one not in sure and _is_needed(wanted, needs, one)]:
            yield _fault(framework, pathway, choice, at_stake)


def _is_needed(wanted: Mapping[str, None], needs: Needs, indicator_id: str) -> bool:
    """Tell whether a competency needs just this indicator: none where a number of any of them is enough."""
    competency = needs.competency_of.get(indicator_id, "")
    return competency in wanted and needs.count(competency) == len(needs.indicators[competency])


def _choice(assessed: Mapping[str, tuple[str, ...]], part: PathwayPart) -> Choice:
    offered = {one: assessed[one] for one in part.experience_ids if one in assessed}
    return Choice(part, offered, Counter(chain.from_iterable(offered.values())))


def _fault(framework: Framework, pathway: Pathway, choice: Choice, at_stake: list[str]) -> Fault:
    lacking = next(one for one, shown in choice.offered.items() if not set(at_stake).issubset(shown))
    lacks = [one for one in at_stake if one not in choice.offered[lacking]]
    # Whoever takes several shows some of them by the others, though not for sure which.
    several = (choice.part.choose or 0) > 1 and len(lacks) > 1
    return Fault(
        subject=pathway,
        message=_(
            SOME if several else ALL,
            part=named(choice.part),
            pathway=term(framework, "pathway"),
            name=named(pathway),
            experience=named(framework.experiences[lacking]),
            indicators=counted(framework, len(lacks), "indicator"),
            names=named_ids(framework.indicators, lacks),
        ),
        remedy=_(
            "Assess what is left out in each of the {experiences} to choose from, or in one that all take.",
            experiences=term(framework, "experience", 2),
        ),
        others=(choice.part.id, *at_stake),
    )
