"""Nothing says when indicators, or competencies, are met.

## What it checks

A framework with indicators has a verification rule that speaks of indicators and one that speaks of
competencies.

## Why it matters

A score on one piece of work is not yet a statement about a student. Without an adopted rule each teacher
decides how scores add up, and the same work leads to credit in one room and not in the next.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent, threshold: "3"}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent, threshold: "3"}
  - {id: all, title: Every indicator, scope: competency, method: every indicator met}
```

## Limits

The finding stands at the district, for the whole framework. A rule that is written out in a handbook and
not here is not known, and one that is here counts although nobody may have adopted it.

## Source

Great Schools Partnership, verifying proficiency: verification of performance indicators and of graduation
competencies are two decisions of the district.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import VerificationScope

READS = ("competencies", "indicators", "verification_rules")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield a fault for each of the two rules that is missing."""
    framework = given.framework
    if not framework.indicators or not framework.competencies:
        return
    for scope in VerificationScope:
        if not framework.verification_rules.by("scope", scope):
            yield from fault_of_whole(
                framework,
                message=_(
                    "No {rule} says when {things} are met.",
                    rule=term(framework, "verification_rule"),
                    things=term(framework, scope, 2),
                ),
                remedy=_("Write down by which method and from which result on, as the committee decides it."),
                evidence=(scope,),
            )
