"""The level that meets the expectation asks for more or less than the indicator.

## What it checks

At the proficient level of its scale, an academic scoring criterion has a main verb whose mean level over 47 lists of
Bloom’s taxonomy is within 2 of the most demanding main verb of the indicator (setting "demand_leap"). Where an
indicator has several criteria, one of them may ask for less as long as another reaches it.

## Why it matters

The proficient level is the indicator, told as what a student does. If it asks for less, students meet the expectation
without showing the indicator; if it asks for more, the expectation is higher than what was adopted.

## Flagged

```yaml
indicators:
  - {id: claim, statement: Evaluate the evidence for a claim.}
scales:
  - {id: four, levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}, proficient: 3}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    scale_id: four
    descriptors:
      "3": Identifies the evidence for a claim.
```

## Instead

```yaml
indicators:
  - {id: claim, statement: Evaluate the evidence for a claim.}
scales:
  - {id: four, levels: {"1": Beginning, "2": Developing, "3": Proficient, "4": Distinguished}, proficient: 3}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    scale_id: four
    descriptors:
      "3": Judges whether the evidence for a claim is enough.
```

## Limits

A note, since verbs are told by grammar, in English only, and a verb says only part of what is asked: the lists
disagree, and what follows the verb decides. An indicator or a level whose main verb is in none of the lists is passed
over, and so is a scale that does not say which level meets the expectation. The same verb with less behind it
("evaluates one piece of evidence") is not seen.

## Source

Vermont’s variant of the design protocol: the proficient level is written first and has the demand of the indicator.
Newton, Da Silva and Peters (2020) for the mean levels of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, proficient_key, proficient_text
from workbench.checks.language.demand import Demand, demand_of
from workbench.checks.settings import threshold_of
from workbench.checks.wording import criterion_named
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.terms import term

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)

_MORE = N_(
    "{criterion} asks for {asked} at the proficient level, which the verb lists place at much more than {wanted} in "
    "the {indicator}."
)
_LESS = N_(
    "{criterion} asks for {asked} at the proficient level, which the verb lists place at much less than {wanted} in "
    "the {indicator}."
)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each criterion whose proficient level lies far from its indicator."""
    framework = given.framework
    most = threshold_of(framework, "demand_leap")
    for criterion in academic(framework):
        wanted = demand_of(framework.indicators[criterion.subject_id].statement)
        asked = demand_of(proficient_text(framework, criterion))
        if wanted is None or asked is None or abs(wanted.level - asked.level) <= most:
            continue
        if asked.level > wanted.level or not _reached(framework, criterion.subject_id, wanted, most):
            message = _MORE if asked.level > wanted.level else _LESS
            indicator = term(framework, "indicator")
            yield Fault(
                subject=criterion,
                message=_(
                    message,
                    criterion=criterion_named(framework, criterion),
                    asked=asked.in_words,
                    wanted=wanted.in_words,
                    indicator=indicator,
                ),
                remedy=_(
                    "Read both together, and let the proficient level ask for what the {indicator} asks.",
                    indicator=indicator,
                ),
                field=f"descriptors.{proficient_key(framework, criterion)}",
                evidence=(asked.verb, wanted.verb),
            )


def _reached(framework: Framework, indicator_id: str, wanted: Demand, most: float) -> bool:
    """Tell whether a criterion of the indicator comes near its demand at the proficient level, or may."""
    every = [demand_of(proficient_text(framework, one)) for one in framework.criteria_of(indicator_id)]
    return any(one is None or wanted.level - one.level <= most for one in every)
