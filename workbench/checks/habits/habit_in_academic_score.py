"""A habit of work is part of an academic score.

## What it checks

No summative assessment that gives evidence of performance indicators, or uses their criteria, uses
criteria of a habit of work as well.

## Why it matters

A score that mixes what a student can do with how they went about it says neither. A student who has
mastered the content but hands work in late seems to know less; one who is diligent seems to know more.

## Flagged

```yaml
habits:
  - {id: prepared, title: Preparation}
indicators:
  - {id: units, title: Choose units}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
  - {id: ready, element: Materials at hand, subject_id: prepared}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units], criterion_ids: [fit, ready]}
```

## Instead

```yaml
habits:
  - {id: prepared, title: Preparation}
indicators:
  - {id: units, title: Choose units}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units}
  - {id: ready, element: Materials at hand, subject_id: prepared}
assessments:
  - {id: bridge, title: Bridge design, purpose: summative, indicator_ids: [units], criterion_ids: [fit]}
  - {id: bridge-habits, title: "Bridge design: habits", purpose: summative, criterion_ids: [ready]}
```

## Limits

One task may well be used for both; write it down as two assessments, so that two scores are given.
Formative feedback may speak of both, so formative assessments are not looked at, nor are those whose
purpose nobody has chosen. It does not see habits that a descriptor only mentions ("on time").

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), third belief: habits
of work are assessed and reported apart from academic knowledge and skills.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import summative
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment, HabitOfWork
from workbench.model.terms import term

READS = ("assessments", "criteria", "habits", "indicators")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each summative assessment that scores indicators and habits together."""
    framework = given.framework
    for assessment in summative(framework):
        habits = _habits(framework, assessment)
        if habits and _is_academic(framework, assessment):
            yield Fault(
                subject=assessment,
                message=_(
                    "The academic score of {assessment} includes the {habits} {names}.",
                    assessment=named(assessment),
                    habits=term(framework, "habit", len(habits)),
                    names=listed(named(one) for one in habits),
                ),
                remedy=_("Score {habits} in an assessment of their own.", habits=term(framework, "habit", 2)),
                field="criterion_ids",
                others=tuple(one.id for one in habits),
            )


def _subjects(framework: Framework, assessment: Assessment) -> list[str]:
    return [framework.criteria[one].subject_id for one in assessment.criterion_ids if one in framework.criteria]


def _habits(framework: Framework, assessment: Assessment) -> list[HabitOfWork]:
    ids = dict.fromkeys(_subjects(framework, assessment))
    return [framework.habits[one] for one in ids if one in framework.habits]


def _is_academic(framework: Framework, assessment: Assessment) -> bool:
    shown = (*assessment.indicator_ids, *_subjects(framework, assessment))
    return any(one in framework.indicators for one in shown)
