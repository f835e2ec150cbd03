"""A higher level asks for less demanding thinking than the one below it.

## What it checks

From one level of an academic scoring criterion to the next, the mean level at which 47 lists of Bloom’s taxonomy
place the main verb does not fall by more than 1.3 (setting "demand_fall"). Of several main verbs the most
demanding counts; everything from 4.5 up is one band.

## Why it matters

A student who can do more should meet more demanding work. Where the verb falls, the levels may be in the wrong order,
or the higher one may have been written for another part of the skill.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "3": Evaluates the evidence for a claim.
      "4": Describes evidence for a claim and against it.
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
      "3": Compares evidence for a claim with evidence against it.
      "4": Evaluates the evidence for a claim.
```

## Limits

A note, since a verb says only part of what is asked: the lists disagree, what follows the verb decides, and a level
may build on an act that it does not name again. Verbs are told by grammar, in English only. A level whose main verb is
in none of the lists is passed over, with the steps to it and from it. A small fall ("explains", then "identifies") and
one with the same verb ("evaluates a theory", then "evaluates a sum") are not seen.

## Source

Great Schools Partnership, design guide for scoring criteria, first trait: a clear progression of learning. Newton, Da
Silva and Peters (2020) for the mean levels of verbs. How far a verb may fall is ours.
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
    """Yield each level whose verb lies below that of the level before it."""
    framework = given.framework
    most = threshold_of(framework, "demand_fall")
    for criterion in academic(framework):
        for low, lower, high, upper in steps(framework, criterion):
            if lower.level - upper.level > most:
                yield Fault(
                    subject=criterion,
                    message=_(
                        "{criterion} asks for {lower} at {lower_level}, and for {higher} at {higher_level}; the verb "
                        "lists place the higher level lower.",
                        criterion=criterion_named(framework, criterion),
                        lower=lower.in_words,
                        lower_level=level_at(framework, criterion, low),
                        higher=upper.in_words,
                        higher_level=level_at(framework, criterion, high),
                    ),
                    remedy=_("Check the order of these levels, or say what makes the higher one harder."),
                    field=f"descriptors.{high}",
                    evidence=(lower.verb, upper.verb),
                )
