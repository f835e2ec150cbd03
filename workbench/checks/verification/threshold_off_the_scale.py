"""The threshold of a verification rule lies outside the scoring scale.

## What it checks

The threshold of each verification rule for performance indicators lies between the lowest and the highest
level of the scoring scales. That of a rule for competencies which calculates a result, such as the mean, does
not lie above the highest.

## Why it matters

A threshold above the highest level can be reached by nobody, one below the lowest is reached by everybody.
Mostly it was copied from a scale of points or percent.

## Flagged

```yaml
scales:
  - {id: four, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent, threshold: "75"}
```

## Instead

```yaml
scales:
  - {id: four, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
verification_rules:
  - {id: latest, title: Latest score, scope: indicator, method: most recent, threshold: "3"}
```

## Limits

Where there are several scales, the lowest and the highest level of all of them count. Levels that are not
numbered are not looked at. Rules for competencies that do not calculate may count something else and are let
be, and a threshold below the lowest level may there be a share of the indicators.

## Source

Great Schools Partnership, planning guide on the verification of performance indicators: scores on common
criteria are what a result is made of.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from workbench.checks.given import CheckInput, Fault
from workbench.checks.methods import CALCULATED
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.scoring import VerificationRule
from workbench.model.terms import term
from workbench.model.values import VerificationScope

READS = ("scales", "verification_rules")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each rule whose threshold no scale holds."""
    framework = given.framework
    word = term(framework, "verification_rule")
    levels = {Decimal(key) for scale in framework.scales.values() for key in scale.levels if key.isdecimal()}
    for rule in framework.verification_rules.ordered():
        place = _place(rule, levels)
        if place:
            yield Fault(
                subject=rule,
                message=_(
                    "The threshold {threshold} of the {rule} {name} lies {place}.",
                    threshold=f"{rule.threshold:f}",
                    rule=word,
                    name=named(rule),
                    place=place,
                ),
                remedy=_("Set the threshold to a value on the scale."),
                field="threshold",
                evidence=(f"{rule.threshold:f}", str(place)),
            )


def _place(rule: VerificationRule, levels: set[Decimal]) -> str:
    """Return in words where a threshold lies that is off the scale; nothing where it is on it, or there is none."""
    of_indicators = rule.scope is VerificationScope.INDICATOR
    of_competencies = rule.scope is VerificationScope.COMPETENCY and rule.method in CALCULATED
    if rule.threshold is None or not levels:
        return ""
    if rule.threshold > max(levels) and (of_indicators or of_competencies):
        return _("above the highest level, {level}", level=max(levels))
    if rule.threshold < min(levels) and of_indicators:
        return _("below the lowest level, {level}", level=min(levels))
    return ""
