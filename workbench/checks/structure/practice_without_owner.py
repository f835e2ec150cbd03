"""Nobody is named who sees to a practice.

## What it checks

"Who sees to it" is filled in for each practice.

## Why it matters

What is everybody's task is easily nobody's. A role or a team that answers for a practice is the first
thing a board asks about.

## Flagged

```yaml
practices:
  - {id: advisory, statement: Each student meets an adviser every week.}
```

## Instead

```yaml
practices:
  - {id: advisory, statement: Each student meets an adviser every week., owner: Counseling team}
```

## Limits

Any text counts, "everybody" as well. Name a role rather than a person, so that the framework outlives a
change of staff.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0): practices make
beliefs effective in the school. That each needs an owner is our reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("practices",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each practice without an owner."""
    for practice in given.framework.practices.ordered():
        if not practice.owner.strip():
            yield Fault(
                subject=practice,
                message=_(
                    "Nobody is named who sees to the {practice} {name}.",
                    practice=term(given.framework, "practice"),
                    name=named(practice),
                ),
                remedy=_("Name the role or team that answers for it."),
                field="owner",
            )
