"""A competency has fewer indicators than its verification rule wants to see met.

## What it checks

Where a verification rule for competencies is "a number of indicators met", each competency has at least that many
performance indicators.

## Why it matters

No student can meet six indicators of a competency that has three. Read to the letter, nobody ever reaches it; read
kindly, each teacher decides what is meant.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
verification_rules:
  - {id: most, title: Most of them, scope: competency, method: a number of indicators met, at_least: 3}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities}
indicators:
  - {id: units, title: Choose units, competency_id: quantities}
  - {id: models, title: Model with functions, competency_id: quantities}
verification_rules:
  - {id: most, title: Most of them, scope: competency, method: a number of indicators met, at_least: 2}
```

## Limits

A warning, since a rule may say in its own words that all indicators are taken where there are fewer: then live with
the finding. A competency without any indicator is left to competency-without-indicator. All indicators count, for
whatever grades they are, so that too few in one grade are not seen.

## Source

Great Schools Partnership, verifying proficiency: a number of indicators out of those that a competency has is one of
the ways in which a district may decide.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import counted
from workbench.model.values import VerificationMethod, VerificationScope

READS = ("competencies", "indicators", "verification_rules")
EACH = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency that has fewer indicators than a rule asks for."""
    framework = given.framework
    for competency in framework.competencies.ordered():
        found = len(framework.indicators_of(competency.id))
        for rule in framework.verification_rules.by("scope", VerificationScope.COMPETENCY):
            needed = rule.at_least if rule.method is VerificationMethod.K_OF_N else None
            if found and needed and found < needed:
                yield Fault(
                    subject=competency,
                    message=_(
                        "{competency} has {count}, fewer than the {needed} that {rule} asks for.",
                        competency=named(competency),
                        count=counted(framework, found, "indicator"),
                        needed=needed,
                        rule=named(rule),
                    ),
                    remedy=_("Ask for fewer, or write beside the number what holds where there are not so many."),
                    others=(rule.id,),
                    evidence=(str(found), str(needed)),
                )
