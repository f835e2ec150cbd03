"""No scoring scale says what its levels mean.

## What it checks

Where the framework has scoring scales and criteria that use them, at least one of the scales says what a
level means, beside its name.

## Why it matters

A summative score states the level a student has reached at a point in time. "Developing" alone says little
to a family; one sentence a level, the same in every subject, makes the name worth something.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
scales:
  - {id: two, levels: {"1": Developing, "2": Proficient}}
criteria:
  - {id: fit, element: Fit of the unit, scale_id: two}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
scales:
  - id: two
    levels: {"1": Developing, "2": Proficient}
    meanings: {"1": Parts of the indicator are in place., "2": The whole indicator is shown on one's own.}
criteria:
  - {id: fit, element: Fit of the unit, scale_id: two}
```

## Limits

One meaning is enough, of any scale. As long as no criteria are written, a scale is let be. Descriptors of
criteria are another matter, left to empty-descriptor. It speaks at the district, or at the first competency
where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, fifth principle, in our words:
summative assessment states a level of learning at a point in time.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "criteria", "scales")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no scale has a meaning of a level."""
    framework = given.framework
    meanings = (text for scale in framework.scales.values() for text in scale.meanings.values())
    if framework.criteria and framework.scales and not any(text.strip() for text in meanings):
        yield from fault_of_whole(
            framework,
            message=_("No {scale} says what its levels mean.", scale=term(framework, "scale")),
            remedy=_("Write a sentence for each level that holds in every subject."),
        )
