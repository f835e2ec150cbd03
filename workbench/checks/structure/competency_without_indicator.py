"""A competency has no performance indicators.

## What it checks

Each competency has at least one performance indicator.

## Why it matters

A competency is too broad to be scored as it stands; teachers score its indicators. Without any,
nobody can say whether a student has met it, and each classroom will decide in its own way.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units that fit the problem, competency_id: quantities}
```

## Limits

One indicator is enough for this rule; indicator-count-out-of-range asks whether there are too few. An
indicator without a word counts as well.

## Source

Great Schools Partnership, standards in a proficiency-based system: achievement of a content-area
competency is the aggregate of its indicators.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "indicators")
EACH = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency without indicators."""
    framework = given.framework
    for competency in framework.competencies.ordered():
        if not framework.indicators_of(competency.id):
            indicators = term(framework, "indicator", 0)
            yield Fault(
                subject=competency,
                message=_(
                    "The {competency} {name} has no {indicators}.",
                    competency=term(framework, "competency"),
                    name=named(competency),
                    indicators=indicators,
                ),
                remedy=_("Add the {indicators} that say what meeting it looks like.", indicators=indicators),
            )
