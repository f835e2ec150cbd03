"""A scoring criterion of an indicator speaks of behavior.

## What it checks

Neither the element nor a level of an academic scoring criterion has words such as "on time", "effort" or
"neatly" (setting "words.behavior_words").

## Why it matters

A score that falls because work came late says less than it seems to about what a student knows. Habits of work
matter, and they are seen more clearly where they are reported by themselves.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - {id: evidence, element: Evidence, subject_id: claim, descriptors: {"1": Hands in evidence for a claim on time.}}
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - {id: evidence, element: Evidence, subject_id: claim, descriptors: {"1": Gives evidence for a claim.}}
```

## Limits

English only. Words are taken as they stand, so "participates in an election" is found where it is the subject
itself; after "what", "how" and the like ("explains how citizens participate") it is let be, unless the clause opens the
sentence ("When work is late, ..."). Habits in other words ("remembers the materials") are not seen.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief: habits of
work are reported apart from academic knowledge and skills.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, fault_of_words, worded
from workbench.checks.language.lists import words_of
from workbench.checks.language.said import said
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)

_MATTER = ("efforts", "participation of")
"""Words of the list that are about the subject matter."""
_LATE_MATTER = re.compile(r"\blate[ -](?!and\b|in\b|or\b|to\b|with\b|work\b)", re.IGNORECASE)
"""“Late effects” and “the late nineteenth century” are no behavior; “late to class” is."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each element and level that speaks of behavior."""
    framework = given.framework
    wanted = words_of(framework, "behavior_words")
    for criterion in academic(framework):
        for field, level, text in worded(framework, criterion):
            late = ("late",) if _LATE_MATTER.search(text) else ()
            if found := said(text, wanted, _MATTER + late, conditions=True):
                yield fault_of_words(
                    framework,
                    criterion,
                    _("speaks of behavior at {level}", level=level) if level else _("speaks of behavior"),
                    found,
                    field=field,
                    remedy=_(
                        "Leave this to the scoring of {habits}, and describe the academic work alone.",
                        habits=term(framework, "habit", 2),
                    ),
                )
