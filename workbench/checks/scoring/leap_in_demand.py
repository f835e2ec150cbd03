"""The thinking that a criterion asks for leaps from one level to the next.

## What it checks

From one level of an academic scoring criterion to the next, the mean level at which 47 lists of Bloom’s taxonomy
place the main verb rises by no more than 2 (setting "demand_leap"). Of several main verbs the most demanding
counts; everything from 4.5 up is one band.

## Why it matters

A student who describes and is asked to evaluate next has no step between. The levels should show how to get there.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "2": Describes evidence for a claim.
      "3": Evaluates the evidence for a claim.
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "2": Compares evidence for a claim with evidence against it.
      "3": Evaluates the evidence for a claim.
```

## Limits

Verbs are told by grammar, in English only, and a verb says only part of what is asked: the lists disagree, and what
follows the verb decides. A level whose main verb is in none of the lists is passed over,
with the steps to it and from it. A leap with the same verb ("explains a fact", "explains a theory") is not seen.

## Source

Great Schools Partnership, design guide for scoring criteria: no large leaps in thinking between levels, such as from
describing to evaluating. Newton, Da Silva and Peters (2020) for the mean levels of verbs.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, level_at
from workbench.checks.language.demand import steps
from workbench.checks.settings import threshold_of
from workbench.checks.wording import criterion_named
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each level whose verb lies far above that of the level before it."""
    framework = given.framework
    most = threshold_of(framework, "demand_leap")
    for criterion in academic(framework):
        for low, lower, high, upper in steps(framework, criterion):
            if upper.level - lower.level > most:
                yield Fault(
                    subject=criterion,
                    message=_(
                        "{criterion} goes from {lower} at {lower_level}, to {higher} at {higher_level}; the verb lists "
                        "place these more than {most} apart.",
                        criterion=criterion_named(framework, criterion),
                        lower=lower.in_words,
                        lower_level=level_at(framework, criterion, low),
                        higher=upper.in_words,
                        higher_level=level_at(framework, criterion, high),
                        most=f"{most:g}",
                    ),
                    remedy=_("Let one of the two levels ask for something in between, such as to explain or compare."),
                    field=f"descriptors.{high}",
                    evidence=(lower.verb, upper.verb),
                )
