"""A verification rule leaves open what scores it turns into "met".

## What it checks

Each verification rule says what it speaks of (indicators or competencies) and its method. A method that
calculates a result, such as the mean or the most recent score, has a threshold and says how the result is
rounded. "A number of indicators met" says how many.

## Why it matters

Two teachers who calculate with the same scores must come to the same answer. A mean of 2.96 is met or not
met by the rounding alone, and a family that asks why is owed a rule that was adopted beforehand.

## Flagged

```yaml
verification_rules:
  - {id: rule, title: From scores to an indicator, scope: indicator, method: mean, threshold: "3"}
```

## Instead

```yaml
verification_rules:
  - id: rule
    title: From scores to an indicator
    scope: indicator
    method: mean
    threshold: "3"
    rounding: one decimal, halves up
```

## Limits

It looks whether the parts are there, and not whether the threshold is wise or the rounding makes sense: "as
usual" counts as a rounding. Reviews of a body of evidence, panels and "every indicator met" need no number.

## Source

Great Schools Partnership, verifying proficiency: the district picks one of several ways in which scores add
up, and says which. Sumner Memorial High School publishes its rule with threshold and one decimal.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.methods import CALCULATED, ROUNDED
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.scoring import VerificationRule
from workbench.model.terms import term
from workbench.model.values import VerificationMethod as Method

READS = ("verification_rules",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each rule with a part missing, all its missing parts in one finding."""
    for rule in given.framework.verification_rules.ordered():
        missing = [*_missing(rule)]
        if missing:
            yield Fault(
                subject=rule,
                message=_(
                    "The {rule} {name} does not say {missing}.",
                    rule=term(given.framework, "verification_rule"),
                    name=named(rule),
                    missing=listed(missing, show=9),
                ),
                remedy=_("Fill in what is missing, so that everyone comes to the same result."),
                evidence=tuple(map(str, missing)),
            )


def _missing(rule: VerificationRule) -> Iterator[str]:
    if rule.scope is None:
        yield _("what it speaks of")
    if rule.method is None:
        yield _("which method is used")
    if rule.method in CALCULATED and rule.threshold is None:
        yield _("from which result on it is met")
    if rule.method in ROUNDED and not rule.rounding.strip():
        yield _("how the result is rounded")
    if rule.method is Method.K_OF_N and rule.at_least is None:
        yield _("how many are needed")
