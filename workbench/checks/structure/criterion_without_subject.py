"""A scoring criterion belongs to no performance indicator and to no habit of work.

## What it checks

Each scoring criterion names what it scores, and that is a performance indicator or a habit of work
of this framework.

## Why it matters

A row of descriptors that belongs to nothing is used by nobody, or, worse, is used and counts towards nothing.

## Flagged

```yaml
criteria:
  - {id: accuracy, element: Accuracy, descriptors: {"1": States a unit.}}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem}
criteria:
  - {id: accuracy, element: Accuracy, subject_id: units, descriptors: {"1": States a unit.}}
```

## Limits

It does not read the descriptors, so it cannot tell whether they fit what they are said to score.

## Source

Great Schools Partnership, frequently asked questions on scoring criteria: scoring criteria are rows
written for one performance indicator.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "habits", "indicators")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each criterion whose indicator or habit is not there."""
    framework = given.framework
    for criterion in framework.criteria.ordered():
        if criterion.subject_id not in framework.indicators and criterion.subject_id not in framework.habits:
            indicator, habit = term(framework, "indicator"), term(framework, "habit")
            yield Fault(
                subject=criterion,
                message=_(
                    "{criterion} scores no {indicator} and no {habit}.",
                    criterion=criterion_named(framework, criterion),
                    indicator=indicator,
                    habit=habit,
                ),
                remedy=_("Say which {indicator} or {habit} it scores, or remove it.", indicator=indicator, habit=habit),
                field="subject_id",
            )
