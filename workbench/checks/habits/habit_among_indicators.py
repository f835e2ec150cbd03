"""A habit of work is a performance indicator as well.

## What it checks

No performance indicator has the same name, or the same words, as a habit of work.

## Why it matters

Indicators add up to a competency, and competencies to a diploma. A habit that is listed among them
decides on an academic score, and is then reported twice.

## Flagged

```yaml
habits:
  - {id: prepared, title: Preparation, statement: Comes to class with what the work needs.}
competencies:
  - {id: work, title: Work with others}
indicators:
  - {id: prep, title: preparation, competency_id: work}
```

## Instead

```yaml
habits:
  - {id: prepared, title: Preparation, statement: Comes to class with what the work needs.}
competencies:
  - {id: work, title: Work with others}
indicators:
  - {id: plan, title: Plan shared work, competency_id: work}
```

## Limits

It compares names and statements word for word, capitals and spaces aside. A habit that is put in other
words among the indicators is missed.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief: habits
of work are assessed and reported apart from academic knowledge and skills.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import folded, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator
from workbench.model.scoring import HabitOfWork
from workbench.model.terms import term

READS = ("habits", "indicators")
EACH = ("indicators",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator that bears the name or the words of a habit of work."""
    framework = given.framework
    habits = {words: habit for habit in framework.habits.ordered() for words in _words(habit)}
    for indicator in framework.indicators.ordered():
        habit = next((habits[words] for words in _words(indicator) if words in habits), None)
        if habit is not None:
            yield Fault(
                subject=indicator,
                message=_(
                    "The {indicator} {name} is the {habit} {other} as well.",
                    indicator=term(framework, "indicator"),
                    name=named(indicator),
                    habit=term(framework, "habit"),
                    other=named(habit),
                ),
                remedy=_("Keep it as a habit of work, and take it out of the academic part."),
                others=(habit.id,),
            )


def _words(thing: HabitOfWork | Indicator) -> list[str]:
    return [words for text in (thing.title, thing.statement) if (words := folded(text))]
