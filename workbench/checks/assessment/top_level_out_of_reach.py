"""A summative assessment has no item that asks for as much as one of its indicators.

## What it checks

For each performance indicator that a summative assessment gives evidence of and has items for: at least one
of these items reaches the depth of knowledge that somebody has confirmed for the indicator.

## Why it matters

However well students do, none of them can show the whole indicator there, and so none can come to its top
level. That is a limit of the task, and it should not be read as a limit of the students.

## Flagged

```yaml
indicators:
  - {id: models, title: Judge whether a model fits, dok: 3, dok_confirmed_by: Mathematics team}
  - {id: units, title: Choose units, dok: 2, dok_confirmed_by: Mathematics team}
assessments:
  - {id: final, title: Course test, purpose: summative, indicator_ids: [models, units]}
items:
  - {id: one, assessment_id: final, prompt: Evaluate f at 4., dok: 1, primary_id: models}
  - {id: two, assessment_id: final, prompt: Choose a unit for the flow and say why., dok: 2, primary_id: units}
```

## Instead

```yaml
indicators:
  - {id: models, title: Judge whether a model fits, dok: 3, dok_confirmed_by: Mathematics team}
  - {id: units, title: Choose units, dok: 2, dok_confirmed_by: Mathematics team}
assessments:
  - {id: final, title: Course test, purpose: summative, indicator_ids: [models, units]}
items:
  - {id: one, assessment_id: final, prompt: Evaluate f at 4., dok: 1, primary_id: models}
  - {id: two, assessment_id: final, prompt: Choose a unit for the flow and say why., dok: 2, primary_id: units}
  - {id: three, assessment_id: final, prompt: Say which of two models fits better and why., dok: 3, primary_id: models}
```

## Limits

An indicator with an item whose depth of knowledge nobody has filled in is left out, and so is one without
items. Where most items of the assessment lie below their indicators, items-below-demand says so once, and
this rule stays quiet. An item at the indicator's level is enough here, although the top level of a criterion
may ask for more still; and students may show the rest in another part of the assessment that has no items.

## Source

Great Schools Partnership, design guide for scoring criteria: assessments should give every student the
chance to reach the highest level. Webb (2002) for the levels of depth of knowledge.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import summative
from workbench.checks.given import CheckInput, Fault
from workbench.checks.item_demand import hits_of, known_hits, mostly_below
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.competencies import Indicator
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment
from workbench.model.terms import counted, term

READS = ("assessments", "indicators", "items")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each summative assessment in which the depth of an indicator cannot be shown."""
    framework = given.framework
    for assessment in summative(framework):
        missed = _missed(framework, assessment)
        if missed and not mostly_below(known_hits(framework, assessment)):
            count = counted(framework, len(missed), "indicator")
            yield Fault(
                subject=assessment,
                message=ngettext(
                    "In {assessment}, no student can show the top level of {indicators}, since all {items} for it ask "
                    "for less: {names}.",
                    "In {assessment}, no student can show the top level of {indicators}, since all {items} for them "
                    "ask for less: {names}.",
                    len(missed),
                    assessment=named(assessment),
                    indicators=count,
                    items=term(framework, "item", 2),
                    names=listed(named(one) for one in missed),
                ),
                remedy=_(
                    "Add at least one {item} that asks for as much depth of knowledge.",
                    item=term(framework, "item"),
                ),
                others=tuple(one.id for one in missed),
            )


def _missed(framework: Framework, assessment: Assessment) -> list[Indicator]:
    below: dict[str, bool] = {}
    for hit in hits_of(framework, assessment):
        below[hit.indicator.id] = below.get(hit.indicator.id, True) and hit.is_below
    return [framework.indicators[one] for one in dict.fromkeys(assessment.indicator_ids) if below.get(one)]
