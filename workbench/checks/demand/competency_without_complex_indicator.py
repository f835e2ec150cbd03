"""None of a competency's indicators asks for strategic or extended thinking.

## What it checks

Where people have confirmed the depth of knowledge of all performance indicators of a competency, at least
one of them is at 3 or 4.

## Why it matters

A competency is what a graduate can do with what was learned. If each of its indicators stops at recall and
at skills that were practiced, a student can meet it without once having to plan, weigh or argue.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, competency_id: quantities, title: Choose units, dok: 2, dok_confirmed_by: Mathematics team}
  - {id: convert, competency_id: quantities, title: Convert units, dok: 1, dok_confirmed_by: Mathematics team}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, competency_id: quantities, title: Justify a choice of units, dok: 3, dok_confirmed_by: Mathematics team}
  - {id: convert, competency_id: quantities, title: Convert units, dok: 1, dok_confirmed_by: Mathematics team}
```

## Limits

It waits until every indicator of the competency has a confirmed depth of knowledge, so that one open level
keeps it quiet. It believes the number: an indicator set too high hides the fault.

## Source

New Hampshire's competency validation rubric looks for the depth of knowledge that competencies ask for;
Webb's levels 3 (strategic thinking) and 4 (extended thinking).
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator
from workbench.model.terms import term

READS = ("competencies", "indicators")
EACH = ("competencies",)
COMPLEX = 3


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency whose confirmed indicators are all below COMPLEX."""
    framework = given.framework
    many = term(framework, "indicator", 2)
    for competency in framework.competencies.ordered():
        indicators = framework.indicators_of(competency.id)
        if indicators and all(_is_confirmed_as_simple(one) for one in indicators):
            yield Fault(
                subject=competency,
                message=_(
                    "None of the {indicators} of {competency} has a depth of knowledge of {depth} or 4.",
                    indicators=many,
                    competency=named(competency),
                    depth=COMPLEX,
                ),
                remedy=_(
                    "Add or deepen one of the {indicators}, so that students plan, weigh evidence or make a case.",
                    indicators=many,
                ),
                others=tuple(one.id for one in indicators),
            )


def _is_confirmed_as_simple(indicator: Indicator) -> bool:
    return indicator.dok is not None and indicator.dok < COMPLEX and bool(indicator.dok_confirmed_by.strip())
