"""No performance indicator is aligned to a standard that the committee chose as a priority.

## What it checks

Each standard that is marked as a priority has at least one alignment of a performance indicator, in full or in part.

## Why it matters

A priority standard is the committee's promise that every student learns it and shows it. Scoring criteria hang on
indicators, so a standard that no indicator is aligned to is scored nowhere, whatever courses say of it.

## Flagged

```yaml
sets:
  ccss-math-hs: [N-Q.A.1, N-Q.A.2]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1}
priority_standards:
  - {id: p1, set_id: ccss-math-hs, standard_id: N-Q.A.2, code: N-Q.A.2, reason: Every model begins with it.}
```

## Instead

```yaml
sets:
  ccss-math-hs: [N-Q.A.1, N-Q.A.2]
indicators:
  - {id: units, title: Choose units that fit the problem}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1}
  - {id: a2, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.2}
priority_standards:
  - {id: p1, set_id: ccss-math-hs, standard_id: N-Q.A.2, code: N-Q.A.2, reason: Every model begins with it.}
```

## Limits

The standard itself is asked for: an alignment to a part below it, or to the heading above it, is not seen. An
alignment to the same standard in another version of its set counts. Whether a partial alignment is enough is for
people to judge.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42: mastery is shown in accordance with the state-wide
standards. Larry Ainsworth, Prioritizing the Common Core (2013): the standards chosen as priorities are the ones that
every student is taught and assessed on.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.alignment import Alignment
from workbench.model.priorities import PriorityStandard
from workbench.model.terms import term

READS = ("alignments", "indicators", "priority_standards", "sets")
EACH = ("priority_standards",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each priority standard that no indicator is aligned to."""
    framework = given.framework
    for one in framework.priority_standards.ordered():
        claims = framework.alignments.by("standard_id", one.standard_id)
        if not any(each.subject_id in framework.indicators and _same_set(given, each, one) for each in claims):
            indicator = term(framework, "indicator")
            yield Fault(
                subject=one,
                message=_(
                    "No {indicator} is aligned to {standard}, which is one of the {priority_standards}.",
                    indicator=indicator,
                    standard=quote(_name(given, one)),
                    priority_standards=term(framework, "priority_standard", 2),
                ),
                remedy=_(
                    "Align the {indicator} that covers it, write one, or take the mark away.", indicator=indicator
                ),
            )


def _same_set(given: CheckInput, alignment: Alignment, priority: PriorityStandard) -> bool:
    """Tell whether both name one set, in whatever version: its versions share the identifiers of standards."""
    return alignment.set_id == priority.set_id or _owners_id(given, alignment) == _owners_id(given, priority)


def _owners_id(given: CheckInput, one: Alignment | PriorityStandard) -> str:
    held = given.sets.get(one.set_id)
    return (held.identifier if held else "") or one.set_id


def _name(given: CheckInput, priority: PriorityStandard) -> str:
    held = given.sets.get(priority.set_id)
    standard = held.by_id.get(priority.standard_id) if held else None
    return (standard.code or standard.name if standard else priority.code) or priority.standard_id
