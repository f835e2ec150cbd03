"""No learning experience offers a chance to revise and relearn.

## What it checks

Where the framework has learning experiences, at least one support is of the kind "revise and relearn".

## Why it matters

Students reach the same expectations at different times. Someone who is not there on the day of the
assessment needs to know that there is another day, and what to do until then.

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
  - id: again
    experience_id: geometry
    form: revise and relearn
    statement: After further practice, students show again what a test left open.
```

## Limits

One support is enough for the whole framework. A rule that holds everywhere and is written elsewhere, in a
policy or a practice, is not seen. It speaks at the district, or at the first competency where no district
is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, eighth principle, in our words:
students have more than one chance to show what they have learned.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import SupportForm

READS = ("competencies", "experiences", "supports")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where no support lets students revise."""
    framework = given.framework
    if framework.experiences and not framework.supports.by("form", SupportForm.REVISE):
        word = term(framework, "experience")
        yield from fault_of_whole(
            framework,
            message=_("No {experience} offers students a chance to revise and relearn.", experience=word),
            remedy=_("Add a support that says when and how students may show their learning again."),
        )
