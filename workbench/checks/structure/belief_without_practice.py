"""A belief has no practices.

## What it checks

Each belief has at least one practice: something the district does because of it.

## Why it matters

A belief that changes nothing anyone does is a slogan. Practices are where families and staff can see
whether the district means it.

## Flagged

```yaml
beliefs:
  - {id: belong, title: Everyone belongs, statement: Students learn where they are known and valued.}
```

## Instead

```yaml
beliefs:
  - {id: belong, title: Everyone belongs, statement: Students learn where they are known and valued.}
practices:
  - {id: advisory, belief_id: belong, statement: Each student meets an adviser every week.}
```

## Limits

It does not judge whether a practice follows from its belief.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0): each of its four
beliefs comes with practices.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("beliefs", "practices")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each belief without practices."""
    framework = given.framework
    for belief in framework.beliefs.ordered():
        if not framework.practices_of(belief.id):
            yield Fault(
                subject=belief,
                message=_(
                    "The {belief} {name} has no {practices}.",
                    belief=term(framework, "belief"),
                    name=named(belief),
                    practices=term(framework, "practice", 0),
                ),
                remedy=_("Add at least one thing that the district does because of it."),
            )
