"""A scale does not have the level that it names as meeting the expectation.

## What it checks

Each scale that scores performance indicators and names the level that meets the expectation has this level.

## Why it matters

Readers cannot tell which level students are to reach, and published criteria mark none. The checks that hold this
level against the indicator stay quiet, as if all were well. Mostly a level was taken out later.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, title: Three levels, levels: {"1": Beginning, "2": Developing, "3": Proficient}, proficient: 4}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units, scale_id: scale}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, title: Three levels, levels: {"1": Beginning, "2": Developing, "3": Proficient}, proficient: 3}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units, scale_id: scale}
```

## Limits

Whether the level is the right one is not asked: the lowest would do. A scale that only habits of work use, or nothing
yet, is not looked at, nor is one without any levels.

## Source

Great Schools Partnership, design guide for scoring criteria: one of the levels is the one that all students are
expected to reach.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import academic_scales
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "indicators", "scales")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each scale of academic criteria that lacks the level that it names."""
    for scale in academic_scales(given.framework):
        if scale.levels and scale.proficient and str(scale.proficient) not in scale.levels:
            yield Fault(
                subject=scale,
                message=_(
                    "{scale} names level {level} as the one that meets the expectation, and has no such level.",
                    scale=named(scale),
                    level=scale.proficient,
                ),
                remedy=_("Choose one of its levels, or add the one that is missing."),
                field="proficient",
                evidence=(str(scale.proficient),),
            )
