"""Nothing is named by which one can tell that a practice happens.

## What it checks

"How we can tell" is filled in for each practice.

## Why it matters

Evidence keeps a practice honest: a schedule, a survey, a sample of work. Without it, a review years
later can only ask people whether they think it is being done.

## Flagged

```yaml
practices:
  - {id: advisory, statement: Each student meets an adviser every week.}
```

## Instead

```yaml
practices:
  - id: advisory
    statement: Each student meets an adviser every week.
    evidence: The schedule sets a weekly period aside, and a yearly student survey asks about it.
```

## Limits

Any text counts; it does not judge whether the evidence would convince.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0): practices make
beliefs effective in the school. That each needs evidence is our reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("practices",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each practice without evidence."""
    for practice in given.framework.practices.ordered():
        if not practice.evidence.strip():
            yield Fault(
                subject=practice,
                message=_(
                    "The {practice} {name} does not say how one can tell that it happens.",
                    practice=term(given.framework, "practice"),
                    name=named(practice),
                ),
                remedy=_("Name what one could look at: a schedule, a survey, a sample of work."),
                field="evidence",
            )
