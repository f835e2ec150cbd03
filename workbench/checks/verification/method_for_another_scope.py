"""A verification rule for indicators counts how many indicators are met.

## What it checks

No verification rule that speaks of performance indicators has the method "every indicator met" or "a number of
indicators met".

## Why it matters

These methods say when a competency is met, from indicators that are met already. When an indicator itself is met
is then said nowhere, and each teacher decides it alone.

## Flagged

```yaml
verification_rules:
  - {id: all, title: Every indicator, scope: indicator, method: every indicator met}
```

## Instead

```yaml
verification_rules:
  - {id: all, title: Every indicator, scope: competency, method: every indicator met}
```

## Limits

Any other method is taken for possible in both places: a panel may judge an indicator, and a mean may be one of
scores or of indicators. What a rule says in its own words is not read.

## Source

Great Schools Partnership, verifying proficiency: verification of performance indicators and of graduation
competencies are two decisions of the district.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.methods import COUNTED
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import VerificationScope

READS = ("verification_rules",)
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each rule for indicators that counts indicators."""
    framework = given.framework
    for rule in framework.verification_rules.ordered():
        if rule.scope is VerificationScope.INDICATOR and rule.method in COUNTED:
            indicators = term(framework, "indicator", 2)
            yield Fault(
                subject=rule,
                message=_(
                    "{rule} speaks of {indicators}, and its method counts how many {indicators} are met.",
                    rule=named(rule),
                    indicators=indicators,
                ),
                remedy=_(
                    "Choose how scores add up, such as the most recent one, or let it speak of {competencies}.",
                    competencies=term(framework, "competency", 2),
                ),
                field="method",
                evidence=(str(rule.method),),
            )
