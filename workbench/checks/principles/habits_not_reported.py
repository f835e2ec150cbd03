"""No habit of work has scoring criteria of its own.

## What it checks

Where the framework has habits of work, at least one of them has a scoring criterion.

## Why it matters

Habits are reported apart from what students know and can do. Without criteria of their own there is nothing
to report them by, and they find their way into the academic score.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
habits:
  - {id: prepare, title: Coming prepared}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
habits:
  - {id: prepare, title: Coming prepared}
criteria:
  - {id: preparation, element: Preparation, subject_id: prepare}
```

## Limits

One criterion of one habit is enough. How a report card is laid out cannot be seen here. It speaks at the
district, or at the first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, sixth principle, in our words:
habits of work are reported separately from academic achievement.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "criteria", "habits")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no criterion scores a habit."""
    framework = given.framework
    if framework.habits and not any(framework.criteria_of(one) for one in framework.habits):
        habit, criteria = term(framework, "habit"), term(framework, "criterion", 2)
        yield from fault_of_whole(
            framework,
            message=_("No {habit} has {criteria} of its own.", habit=habit, criteria=criteria),
            remedy=_(
                "Write {criteria} for each {habit}, so that it can be reported by itself.",
                criteria=criteria,
                habit=habit,
            ),
        )
