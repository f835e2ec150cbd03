"""A scale does not say which of its levels meets the expectation.

## What it checks

Each scale that scores performance indicators names the level that meets the expectation.

## Why it matters

Students, families and teachers read the levels for one thing first: which of them is enough. Without it published
criteria mark none, and the checks that hold this level against the indicator have nothing to look at.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, title: Three levels, levels: {"1": Beginning, "2": Developing, "3": Proficient}}
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

A note, since the name of a level often says it. A scale that only habits of work use, or nothing yet, is not looked
at. Where no level has a number from 1 to 9 none can be named, so such a scale is let be, as is one with a single
level.

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

_NAMEABLE = frozenset("123456789")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each scale of academic criteria that names no level, and could."""
    for scale in academic_scales(given.framework):
        if scale.proficient is None and len(scale.levels) > 1 and not _NAMEABLE.isdisjoint(scale.levels):
            yield Fault(
                subject=scale,
                message=_("{scale} does not say which level meets the expectation.", scale=named(scale)),
                remedy=_("Choose the level that every student is to reach, as the committee decides it."),
                field="proficient",
            )
