"""A competency has no priority indicator, while others have one.

## What it checks

As soon as one performance indicator of the framework is marked priority, each competency that has indicators
has one that is marked priority.

## Why it matters

Priority indicators are the ones assessed everywhere. Where a competency has none, each teacher decides
which part of it counts, or all parts count as much as the priorities of the others. Mostly it
has been forgotten.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
  - {id: functions, title: Model with functions}
indicators:
  - {id: units, title: Choose units, competency_id: quantities, priority: priority}
  - {id: rates, title: Compare rates, competency_id: functions}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
  - {id: functions, title: Model with functions}
indicators:
  - {id: units, title: Choose units, competency_id: quantities, priority: priority}
  - {id: rates, title: Compare rates, competency_id: functions, priority: priority}
```

## Limits

While no indicator is marked, the district does not use the mark, and nothing is asked. One priority indicator
is enough, and so are nothing but priority indicators, though then the mark sets nothing apart. Whether each standard
that the committee chose as a priority is covered is what priority-standard-not-covered asks.

## Source

Our own reading: what is assessed everywhere should say something of every competency. Larry Ainsworth's
priority standards set priorities and leave nothing out.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import Priority

READS = ("competencies", "indicators")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency with indicators of which none is marked priority, as soon as the mark is used."""
    framework = given.framework
    marked = {one.competency_id for one in framework.indicators.by("priority", Priority.PRIORITY)}
    competency, indicator = term(framework, "competency"), term(framework, "indicator")
    for one in framework.competencies.ordered() if marked else ():
        if one.id not in marked and framework.indicators_of(one.id):
            yield Fault(
                subject=one,
                message=_(
                    "The {competency} {name} has no priority {indicator}, while others have one.",
                    competency=competency,
                    name=named(one),
                    indicator=indicator,
                ),
                remedy=_(
                    "Mark the {indicators} that are to be assessed everywhere.",
                    indicators=term(framework, "indicator", 2),
                ),
            )
