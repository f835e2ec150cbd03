"""A scoring criterion has no descriptor for one of its levels.

## What it checks

Each scoring criterion, of a performance indicator or of a habit of work, has a text for every level of
its scale.

## Why it matters

The level without words is the one that teachers will argue about. A student who is there cannot read
what they can do already, nor what comes next.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, levels: {"1": Emerging, "2": Developing, "3": Proficient}}
criteria:
  - id: fit
    element: Fit of the unit
    subject_id: units
    scale_id: scale
    descriptors:
      "1": Names a unit for the quantity.
      "3": Chooses the unit that suits the purpose and says why.
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, levels: {"1": Emerging, "2": Developing, "3": Proficient}}
criteria:
  - id: fit
    element: Fit of the unit
    subject_id: units
    scale_id: scale
    descriptors:
      "1": Names a unit for the quantity.
      "2": Chooses a unit of the right size.
      "3": Chooses the unit that suits the purpose and says why.
```

## Limits

A criterion without a scale takes the only scale there is. Where there is none, it is flagged only if it has
no descriptors at all; where there are several, it is left to criterion-without-scale. Any text is a
descriptor, "to be written" as well.

## Source

Great Schools Partnership, verifying proficiency and design guide for scoring criteria: the quality of
work is described at each level.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import level_named, levels_of, scale_of
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "habits", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each level of a criterion without words."""
    framework = given.framework
    for criterion in framework.criteria.ordered():
        if scale_of(framework, criterion) is None and framework.scales:
            continue
        levels = levels_of(framework, criterion)
        if not levels:
            yield Fault(
                subject=criterion,
                message=_("{criterion} has no descriptors.", criterion=criterion_named(framework, criterion)),
                remedy=_("Describe what a student can do at each level."),
                field="descriptors",
            )
        for key, level in levels.items():
            if not criterion.descriptors.get(key, "").strip():
                yield Fault(
                    subject=criterion,
                    message=_(
                        "{criterion} has no descriptor for {level}.",
                        criterion=criterion_named(framework, criterion),
                        level=level_named(key, level),
                    ),
                    remedy=_("Describe what a student at this level can do."),
                    field=f"descriptors.{key}",
                )
