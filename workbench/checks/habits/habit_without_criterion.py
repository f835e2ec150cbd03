"""A habit of work has no scoring criterion, while others have one.

## What it checks

Where one habit of work has a scoring criterion of its own, each of the others has one too.

## Why it matters

Habits are reported apart from what students know and can do, and by the same care. One that nobody described
level by level is reported by feeling beside those that are reported by evidence.

## Flagged

```yaml
habits:
  - {id: prepare, title: Coming prepared}
  - {id: persist, title: Staying with it}
criteria:
  - {id: preparation, element: Preparation, subject_id: prepare}
```

## Instead

```yaml
habits:
  - {id: prepare, title: Coming prepared}
  - {id: persist, title: Staying with it}
criteria:
  - {id: preparation, element: Preparation, subject_id: prepare}
  - {id: persistence, element: Persistence, subject_id: persist}
```

## Limits

While no habit has criteria, the district may have decided to report habits in words, and nothing is asked. A
criterion counts even while its descriptors are empty; empty-descriptor flags those. How a report card is laid
out cannot be seen here.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief: habits
of work are assessed and reported apart from academic knowledge and skills.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "habits")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each habit without criteria, as soon as one has some."""
    framework = given.framework
    bare = [one for one in framework.habits.ordered() if not framework.criteria_of(one.id)]
    habit, criterion = term(framework, "habit"), term(framework, "criterion")
    for one in bare if len(bare) < len(framework.habits) else ():
        yield Fault(
            subject=one,
            message=_(
                "The {habit} {name} has no {criterion}, while others have one.",
                habit=habit,
                name=named(one),
                criterion=criterion,
            ),
            remedy=_(
                "Describe it level by level in {criteria}, or report each {habit} in another way.",
                criteria=term(framework, "criterion", 2),
                habit=habit,
            ),
        )
