"""None of the summative assessments gives evidence of a performance indicator.

## What it checks

Where the framework has summative assessments, at least one of them names a performance indicator.

## Why it matters

An assessment tells what a student can do against what was expected. While none of them is tied to an
indicator, scores say how well students did a task and nothing about the competencies of a graduate.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
assessments:
  - {id: bridge, title: Bridge design, purpose: summative}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
indicators:
  - {id: units, title: Choose units}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units]}
```

## Limits

One assessment is enough; summative-without-indicator speaks of each of the others. Where all of them are of
habits of work this note speaks as well. It speaks at the district, or at the first competency where no
district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, third principle, in our words: all
assessment is against common standards.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import AssessmentPurpose

READS = ("assessments", "competencies", "indicators")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no summative assessment shows an indicator."""
    framework = given.framework
    summative = framework.assessments.by("purpose", AssessmentPurpose.SUMMATIVE)
    if summative and not any(one in framework.indicators for each in summative for one in each.indicator_ids):
        assessments, indicator = term(framework, "assessment", 2), term(framework, "indicator")
        yield from fault_of_whole(
            framework,
            message=_(
                "None of the summative {assessments} gives evidence of any {indicator}.",
                assessments=assessments,
                indicator=indicator,
            ),
            remedy=_("Choose, for each of them, every {indicator} that it gives evidence of.", indicator=indicator),
        )
