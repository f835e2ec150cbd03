"""The framework lacks one of the kinds of expectation that students should know of.

## What it checks

A framework that has any of competencies, performance indicators, learning targets or habits of work has all
four. One finding names the kinds that are missing.

## Why it matters

Students ask what they will be able to do at the end, this year and this week, and what is expected of them
as learners. Each kind of expectation answers one of these; where one is missing, students have to guess.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, competency_id: quantities, title: Choose units}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, competency_id: quantities, title: Choose units}
targets:
  - {id: scale, indicator_id: units, statement: I can choose a scale for the axes of a graph.}
habits:
  - {id: prepare, title: Coming prepared}
```

## Limits

A framework that has none of the four has not begun and is let be. One of each kind is enough. A district
that leaves learning targets to its teachers can live with this note. It speaks at the district, or at the
first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, first principle, in our words:
expectations for the long and the short term, and for learning in general, are made clear to all.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "habits", "indicators", "targets")
GOALS = ("competency", "indicator", "target", "habit")
SAYS = {
    1: N_("Students cannot yet read all that is expected: the framework has no {first}."),
    2: N_("Students cannot yet read all that is expected: the framework has no {first} and no {second}."),
    3: N_(
        "Students cannot yet read all that is expected: the framework has no {first} and no {second} and no {third}."
    ),
}
"""What is said of one, two and three missing kinds."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault that names the missing kinds."""
    framework = given.framework
    missing = tuple(kind for kind in GOALS if not framework.table(kind))
    if 0 < len(missing) < len(GOALS):
        words = {at: term(framework, kind, 2) for at, kind in zip(("first", "second", "third"), missing, strict=False)}
        yield from fault_of_whole(
            framework,
            message=_(SAYS[len(missing)], **words),
            remedy=_("Write down what is missing, or say where students find it."),
            evidence=missing,
        )
