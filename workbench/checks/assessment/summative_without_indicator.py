"""A summative assessment gives evidence of no performance indicator.

## What it checks

Each summative assessment names at least one performance indicator of the framework.

## Why it matters

What a summative assessment shows goes on a student's record under an indicator. Without one its score
has no place there, however good the task is.

## Flagged

```yaml
assessments:
  - {id: bridge, title: Bridge design, purpose: summative}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units]}
```

## Limits

Formative assessments, and those whose purpose nobody has chosen, are not looked at; nor is an
assessment that uses criteria of habits of work and no others, since habits are reported apart.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief: all
assessment is aligned to common standards.
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

READS = ("assessments", "criteria", "habits", "indicators")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each summative assessment that shows no indicator."""
    framework = given.framework
    indicator = term(framework, "indicator")
    for assessment in summative(framework):
        shown = any(one in framework.indicators for one in assessment.indicator_ids)
        if not shown and not _is_of_habits(framework, assessment):
            yield Fault(
                subject=assessment,
                message=_(
                    "The summative {assessment} {name} gives evidence of no {indicator}.",
                    assessment=term(framework, "assessment"),
                    name=named(assessment),
                    indicator=indicator,
                ),
                remedy=_("Choose each {indicator} that it gives evidence of.", indicator=indicator),
                field="indicator_ids",
            )


def _is_of_habits(framework: Framework, assessment: Assessment) -> bool:
    used = [framework.criteria[one] for one in assessment.criterion_ids if one in framework.criteria]
    return bool(used) and all(one.subject_id in framework.habits for one in used)
