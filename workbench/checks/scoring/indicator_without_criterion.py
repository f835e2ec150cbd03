"""A performance indicator has no scoring criteria.

## What it checks

Each performance indicator has at least one scoring criterion.

## Why it matters

Without common criteria each teacher scores the indicator as they see it, and the same work gets
different scores in different rooms. Students cannot see what better work would look like.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
```

## Limits

Whether a criterion describes its indicator is for people to judge. A criterion counts even while its
descriptors are empty; empty-descriptor flags those. Supporting indicators are asked for criteria as well,
since they too are assessed.

## Source

Great Schools Partnership, verifying proficiency: scoring criteria are written for each performance
indicator. CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "indicators")
EACH = ("indicators",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator without criteria."""
    framework = given.framework
    for indicator in framework.indicators.ordered():
        if not framework.criteria_of(indicator.id):
            yield Fault(
                subject=indicator,
                message=_(
                    "The {indicator} {name} has no {criteria}.",
                    indicator=term(framework, "indicator"),
                    name=named(indicator),
                    criteria=term(framework, "criterion", 0),
                ),
                remedy=_("Describe for each level what a student can do."),
            )
