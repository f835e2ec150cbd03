"""All summative assessments have students do the same kind of thing.

## What it checks

Where two or more summative assessments say what students do, they do not all say the same: test, writing,
performance task, portfolio, exhibition and so on.

## Why it matters

A student who knows something may be able to build it, argue it or explain it, and unable to show it in one
particular form. Several forms also show whether learning carries over to something new.

## Flagged

```yaml
districts: [{id: maple, title: Maple Hollow}]
assessments:
  - {id: algebra, title: Algebra final, purpose: summative, form: test}
  - {id: geometry, title: Geometry final, purpose: summative, form: test}
```

## Instead

```yaml
districts: [{id: maple, title: Maple Hollow}]
assessments:
  - {id: algebra, title: Algebra final, purpose: summative, form: test}
  - {id: bridge, title: Bridge design, purpose: summative, form: performance task}
```

## Limits

Two forms in the whole framework are enough, even where every course has one. Formative assessments, and
those of which nobody has chosen what students do, are not counted. It speaks at the district, or at the
first competency where no district is described.

## Source

Great Schools Partnership, ten principles of proficiency-based learning, ninth principle, in our words:
students have more than one way to show their learning and to transfer it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import choice_said
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import AssessmentPurpose

READS = ("assessments", "competencies")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault where one form is all there is."""
    framework = given.framework
    summative = framework.assessments.by("purpose", AssessmentPurpose.SUMMATIVE)
    forms = [one.form for one in summative if one.form]
    if len(forms) > 1 and len({*forms}) == 1:
        yield from fault_of_whole(
            framework,
            message=_(
                "Of the summative {assessments}, all that say what students do say the same: {form}.",
                assessments=term(framework, "assessment", 2),
                form=choice_said(forms[0]),
            ),
            remedy=_("Add another way for students to show what they have learned."),
            evidence=(forms[0],),
        )
