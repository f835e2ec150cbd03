"""Two verification rules speak of the same.

## What it checks

There is at most one verification rule for indicators, and at most one for competencies.

## Why it matters

Where two rules hold, the same scores can be met by one and not met by the other, and nobody can say which
was meant.

## Flagged

```yaml
verification_rules:
  - {id: mean, title: Mean of scores, scope: indicator, method: mean}
  - {id: latest, title: Latest score, scope: indicator, method: most recent}
```

## Instead

```yaml
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent}
  - {id: all, title: Every indicator, scope: competency, method: every indicator met}
```

## Limits

A district that uses one rule in the lower grades and another in the upper ones is flagged too, since a rule
does not say for which grades it holds. A second rule that differs in nothing is flagged as well. Rules that
do not say what they speak of are left to verification-rule-incomplete.

## Source

Great Schools Partnership, verifying proficiency: a district picks one way for all, so that results mean the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import VerificationScope

READS = ("verification_rules",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each rule behind the first that speaks of the same."""
    framework = given.framework
    for scope in VerificationScope:
        rules = framework.verification_rules.by("scope", scope)
        for rule in rules[1:]:
            yield Fault(
                subject=rule,
                message=_(
                    "{rule} and {other} both say when {things} are met.",
                    rule=named(rule),
                    other=named(rules[0]),
                    things=term(framework, scope, 2),
                ),
                remedy=_("Keep the one that the committee means, or join them."),
                field="scope",
                others=(rules[0].id,),
            )
