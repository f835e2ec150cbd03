"""No formative assessment is described.

## What it checks

Where the framework has assessments, at least one of them is formative and has a description.

## Why it matters

Evidence that comes in time to change the next lesson does more for learning than the score at the end. A
framework that shows only summative assessments leaves that half of the work in the dark.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
assessments:
  - {id: bridge, title: Bridge design, purpose: summative}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
assessments:
  - {id: bridge, title: Bridge design, purpose: summative}
  - {id: sketch, title: First sketch, purpose: formative, description: Pairs compare sketches and choose a next step.}
```

## Limits

One is enough, and that its evidence is kept out of grades cannot be seen here. A framework without any
assessments is let be. It speaks at the district, or at the first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, fourth principle, in our words:
formative evidence informs teaching and is not the grade.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import AssessmentPurpose

READS = ("assessments", "competencies")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no formative assessment is described."""
    framework = given.framework
    formative = framework.assessments.by("purpose", AssessmentPurpose.FORMATIVE)
    if framework.assessments and not any(one.description.strip() for one in formative):
        word = term(framework, "assessment")
        yield from fault_of_whole(
            framework,
            message=_("No formative {assessment} is described.", assessment=word),
            remedy=_(
                "Describe a formative {assessment}, and what teachers and students do with what it shows.",
                assessment=word,
            ),
        )
