"""A performance indicator belongs to no competency.

## What it checks

Each performance indicator names a competency, and that competency is in the framework.

## Why it matters

An indicator says in detail what it means to meet a competency. One that belongs to none is scored, but
its score counts towards nothing that a graduate has to show.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
```

## Limits

It does not judge whether the competency is the right one.

## Source

Great Schools Partnership, standards in a proficiency-based system: each indicator describes one
graduation competency.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "indicators")
EACH = ("indicators",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator whose competency is not there."""
    framework = given.framework
    competency = term(framework, "competency")
    for indicator in framework.indicators.ordered():
        if indicator.competency_id not in framework.competencies:
            yield Fault(
                subject=indicator,
                message=_("{indicator} belongs to no {competency}.", indicator=named(indicator), competency=competency),
                remedy=_("Move it under the {competency} that it describes.", competency=competency),
                field="competency_id",
            )
