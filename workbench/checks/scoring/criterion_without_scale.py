"""Nobody can tell on which scale a scoring criterion scores.

## What it checks

Each scoring criterion names a scoring scale of the framework, unless there is only one.

## Why it matters

The scale says how many levels there are, what they are called and which of them meets the expectation.
Without it a descriptor under "3" may be the top or the middle.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: four, title: Academic, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
  - {id: three, title: Habits of work, levels: {"1": Rarely seen, "2": Growing, "3": Reliable}}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: four, title: Academic, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
  - {id: three, title: Habits of work, levels: {"1": Rarely seen, "2": Growing, "3": Reliable}}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units, scale_id: four}
```

## Limits

Where the framework has one scale, criteria that name none are taken to use it, even one that was made for
habits of work.

## Source

Great Schools Partnership, design guide for scoring criteria: criteria follow one sequence of levels.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import scale_of
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "habits", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each criterion whose scale cannot be told."""
    framework = given.framework
    count = len(framework.scales)
    for criterion in framework.criteria.ordered():
        if scale_of(framework, criterion) is None:
            name, scale = criterion_named(framework, criterion), term(framework, "scale")
            yield Fault(
                subject=criterion,
                message=_(
                    "{criterion} names no {scale}, and there are {count} to choose from.",
                    criterion=name,
                    scale=scale,
                    count=count,
                )
                if count
                else _("{criterion} names no {scale}, and the framework has none.", criterion=name, scale=scale),
                remedy=_("Choose the scale on which it scores.")
                if count
                else _("Add a scoring scale and choose it here."),
                field="scale_id",
            )
