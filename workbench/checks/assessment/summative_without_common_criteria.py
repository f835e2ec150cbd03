"""A summative assessment uses no common scoring criteria.

## What it checks

Each summative assessment uses at least one scoring criterion of the framework. Where it gives evidence of
performance indicators, one of the criteria must be a criterion of a performance indicator.

## Why it matters

A summative score says what a student can do, to people who were not in the room. It can only say the
same thing everywhere if it is read off criteria that everyone shares.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units]}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units], criterion_ids: [fit]}
```

## Limits

One shared criterion is enough; indicator-left-unscored asks for the others. Criteria that no other
assessment uses count as common. Formative assessments, and those whose purpose nobody has chosen, are not
looked at. An assessment of habits of work alone may use their criteria.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief:
summative assessments are scored on common criteria.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import summative
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment
from workbench.model.terms import term

READS = ("assessments", "criteria", "indicators")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each summative assessment without a criterion that counts."""
    framework = given.framework
    criteria = term(framework, "criterion", 2)
    for assessment in summative(framework):
        if not _uses_criteria(framework, assessment):
            yield Fault(
                subject=assessment,
                message=_(
                    "The summative {assessment} {name} uses no common {criteria}.",
                    assessment=term(framework, "assessment"),
                    name=named(assessment),
                    criteria=criteria,
                ),
                remedy=_(
                    "Choose the {criteria} of the {indicators} it gives evidence of.",
                    criteria=criteria,
                    indicators=term(framework, "indicator", 2),
                ),
                field="criterion_ids",
            )


def _uses_criteria(framework: Framework, assessment: Assessment) -> bool:
    used = [framework.criteria[one] for one in assessment.criterion_ids if one in framework.criteria]
    if any(one in framework.indicators for one in assessment.indicator_ids):
        return any(one.subject_id in framework.indicators for one in used)
    return bool(used)
