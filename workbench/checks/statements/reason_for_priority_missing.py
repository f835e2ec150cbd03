"""A competency does not say why it was chosen.

## What it checks

Each competency records its endurance, its leverage and its readiness, each with a reason: three words or more.

## Why it matters

There are always more standards than time. Why this competency was chosen over others is the first thing that
new colleagues and parents ask, and the committee that knew the answer will have moved on.

## Flagged

```yaml
competencies:
  - id: quantities
    title: Reason with quantities
    endurance: People compare prices, doses and distances all their lives.
    leverage: "yes"
```

## Instead

```yaml
competencies:
  - id: quantities
    title: Reason with quantities
    endurance: People compare prices, doses and distances all their lives.
    leverage: Science, health and social studies measure and compare.
    readiness: Trades and colleges expect people who choose and convert units.
```

## Limits

It does not judge reasons: "we have always taught it" counts as one. It is a note, since a district may choose
by other reasons than these three.

## Source

Larry Ainsworth's three reasons for a priority standard: endurance, leverage, and readiness for the next level
of learning.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies",)
EACH = ("competencies",)
REASONS = (N_("endurance"), N_("leverage"), N_("readiness"))
FEWEST_WORDS = 3
"""A shorter text is a mark ("yes", "very high") and gives no reason."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency for which one of the reasons is missing."""
    framework = given.framework
    competency = term(framework, "competency")
    for one in framework.competencies.ordered():
        missing = [name for name in REASONS if len(getattr(one, name).split()) < FEWEST_WORDS]
        if missing:
            yield Fault(
                subject=one,
                message=_(
                    "The {competency} {name} gives no reason under {reasons}.",
                    competency=competency,
                    name=named(one),
                    reasons=listed(map(_, missing)),
                ),
                remedy=_("Write a sentence: why it lasts, where else it is used, what it prepares for."),
                field=missing[0],
                evidence=tuple(missing),
            )
