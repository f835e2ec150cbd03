"""All summative assessments of an indicator are tests.

## What it checks

Where two or more summative assessments give evidence of a performance indicator, and what students do is
known for each of them, at least one is something other than a test.

## Why it matters

Some students show more in a task, a conversation or a portfolio than on paper and against the clock. If
there are tests and nothing else, part of what the score says is how well a student takes tests.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
assessments:
  - {id: midyear, title: Midyear test, purpose: summative, form: test, indicator_ids: [units]}
  - {id: final, title: Final test, purpose: summative, form: test, indicator_ids: [units]}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
assessments:
  - {id: midyear, title: Midyear test, purpose: summative, form: test, indicator_ids: [units]}
  - {id: bridge, title: Bridge design, purpose: summative, form: performance task, indicator_ids: [units]}
```

## Limits

It looks at the framework as a whole, not at each pathway: a student may still meet only the tests. A test
with open tasks is a test here. An indicator with a single summative assessment is not looked at.

## Source

Great Schools Partnership, principles of proficiency-based learning: students show what they have learned in
more than one way.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import AssessmentForm, AssessmentPurpose

READS = ("assessments", "indicators")
EACH = ("indicators",)

LEAST = 2
"""Summative assessments from which on one may ask for a second form."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator that is shown in tests alone."""
    framework = given.framework
    for indicator in framework.indicators.ordered():
        every = framework.assessments_of(indicator.id)
        found = [one for one in every if one.purpose is AssessmentPurpose.SUMMATIVE]
        if len(found) >= LEAST and all(one.form is AssessmentForm.TEST for one in found):
            yield Fault(
                subject=indicator,
                message=_(
                    "The {count} summative {assessments} of {indicator} are tests: {names}.",
                    count=len(found),
                    assessments=term(framework, "assessment", len(found)),
                    indicator=named(indicator),
                    names=listed(named(one) for one in found),
                ),
                remedy=_(
                    "Let students show this {indicator} in another way as well, such as a performance task or a "
                    "portfolio.",
                    indicator=term(framework, "indicator"),
                ),
                others=tuple(one.id for one in found),
            )
