"""A performance indicator is scored by no summative assessment.

## What it checks

Each performance indicator is scored by at least one summative assessment: one gives evidence of it, or an item of
one shows it. Where a competency marks some of its indicators as priorities, only these are asked for.

## Why it matters

The framework promises that every graduate can do it. As long as nothing summative scores it, nobody can say that
any student does, however well it is taught.

## Flagged

```yaml
competencies: [{id: argue, title: Argue}]
indicators:
  - {id: claim, competency_id: argue, title: Support a claim}
  - {id: answer, competency_id: argue, title: Answer an objection}
assessments:
  - {id: letter, title: Letter to the board, purpose: summative, indicator_ids: [claim]}
```

## Instead

```yaml
competencies: [{id: argue, title: Argue}]
indicators:
  - {id: claim, competency_id: argue, title: Support a claim}
  - {id: answer, competency_id: argue, title: Answer an objection}
assessments:
  - {id: letter, title: Letter to the board, purpose: summative, indicator_ids: [claim, answer]}
```

## Limits

As long as no summative assessment scores anything, nothing is asked. Where it is assessed is not looked at: an
indicator that a graduation pathway leaves out is competency-out-of-reach.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0): students show what the
competencies ask for before they move on, in summative assessments that common criteria score.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import called
from workbench.localize.lazy import lazy_gettext as _
from workbench.measures.hits import asked_for, counted_items, counts, hit_by
from workbench.model.framework import Framework
from workbench.model.terms import term

READS = ("assessments", "indicators", "items")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator that is asked for and scored nowhere."""
    framework = given.framework
    scored = _scored(framework)
    missing = framework.indicators.derived(asked_for) - scored if scored else ()
    for one in (framework.indicators[each] for each in missing):
        assessment = term(framework, "assessment")
        yield Fault(
            subject=one,
            message=_(
                "The {indicator} is scored by no summative {assessment}.",
                indicator=called(framework, one),
                assessment=assessment,
            ),
            remedy=_(
                "Let a summative {assessment} give evidence of it, or mark what matters most as priorities.",
                assessment=assessment,
            ),
        )


def _scored(framework: Framework) -> set[str]:
    """Return the ids of the indicators that summative assessments give evidence of or that their items show."""
    given = {one for each in framework.assessments.values() if counts(each) for one in each.indicator_ids}
    shown = {one for item in counted_items(framework) for one in hit_by(framework, item)}
    return given.intersection(framework.indicators) | shown
