"""Nothing in the framework lets students decide about their learning.

## What it checks

Where the framework has learning experiences, there is at least one of these: a support of the kind "student
choice", a part of a pathway of which students choose some, a student-designed independent study.

## Why it matters

Students take charge of their learning by making decisions about it. If all is decided for them until the
diploma, the first decision they make is after it.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
experiences:
  - {id: geometry, title: Geometry}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
experiences:
  - {id: geometry, title: Geometry}
supports:
  - {id: topic, experience_id: geometry, form: student choice, statement: Students choose the building they measure.}
```

## Limits

One of these is enough, and whether the choice is a real one is for people to judge. It speaks at the
district, or at the first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, tenth principle, in our words:
students make decisions about their own learning. Conn. Gen. Stat. 10-221a (g) names student-designed
independent study among the ways to earn credit.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.values import Route, SupportForm

READS = ("competencies", "experiences", "parts", "supports")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where students choose nothing."""
    framework = given.framework
    if framework.experiences and not _has_choice(framework):
        yield from fault_of_whole(
            framework,
            message=_("Nothing in the framework lets students decide about their own learning yet."),
            remedy=_("Say where students choose: a topic, a course in a pathway, or a study of their own design."),
        )


def _has_choice(framework: Framework) -> bool:
    return (
        bool(framework.supports.by("form", SupportForm.CHOICE))
        or bool(framework.experiences.by("route", Route.INDEPENDENT_STUDY))
        or any(part.choose for part in framework.parts.values())
    )
