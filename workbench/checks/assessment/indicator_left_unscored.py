"""A summative assessment claims evidence of an indicator and uses none of its criteria.

## What it checks

For each performance indicator that a summative assessment gives evidence of, the assessment uses at
least one of that indicator's scoring criteria.

## Why it matters

The assessment says that it shows the indicator, and nobody is told how to score it there. Either it is
scored by feeling or not at all, and the record says more than was seen.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
  - {id: models, title: Model with functions}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
  - {id: choice, element: Choice of model, subject_id: models}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units, models], criterion_ids: [fit]}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
  - {id: models, title: Model with functions}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
  - {id: choice, element: Choice of model, subject_id: models}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units, models], criterion_ids: [fit, choice]}
```

## Limits

An assessment without any common criteria is left to summative-without-common-criteria, an indicator that
has no criteria to indicator-without-criterion. One criterion of an indicator is enough.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief:
summative assessments are scored on common criteria.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import summative
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment
from workbench.model.terms import counted, term

READS = ("assessments", "criteria", "indicators")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each summative assessment that leaves indicators unscored while it scores others."""
    framework = given.framework
    for assessment in summative(framework):
        unscored = _unscored(framework, assessment)
        if unscored:
            count = counted(framework, len(unscored), "indicator")
            criteria = term(framework, "criterion", 2)
            yield Fault(
                subject=assessment,
                message=_(
                    "{assessment} gives evidence of {indicators} without using any of the {criteria}: {names}.",
                    assessment=named(assessment),
                    indicators=count,
                    criteria=criteria,
                    names=listed(named(one) for one in unscored),
                ),
                remedy=_("Choose the {criteria} that belong, or take out what it does not show.", criteria=criteria),
                field="criterion_ids",
                others=tuple(one.id for one in unscored),
            )


def _unscored(framework: Framework, assessment: Assessment) -> list[Indicator]:
    used = (framework.criteria[one].subject_id for one in assessment.criterion_ids if one in framework.criteria)
    scored = {one for one in used if one in framework.indicators}
    claimed = (framework.indicators[one] for one in assessment.indicator_ids if one in framework.indicators)
    return [one for one in claimed if scored and one.id not in scored and framework.criteria_of(one.id)]
