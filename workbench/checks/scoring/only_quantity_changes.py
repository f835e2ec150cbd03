"""Two neighbouring levels differ only in how much or how often.

## What it checks

From one level of an academic scoring criterion to the next, something other than numbers, ranges ("1-2") and words of
quantity or frequency changes: "some", "most", "at least", "a majority", "consistently" and the like (setting
"words.quantity_words").

## Why it matters

Three sources are not better thinking than two. Counting rewards more of the same work, and a student who reads the
levels does not see what to do differently.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Uses two sources to support a claim.
      "2": Uses three sources to support a claim.
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
      "1": Uses a source to support a claim.
      "2": Uses sources that confirm one another to support a claim.
```

## Limits

English only. Words are compared in their order. A level that says the same in other words, with another number, is
not seen. Where an adverb changes as well, only-adverb-changes speaks; equal texts are left to
same-descriptor-twice.

## Source

Vermont’s variant of the design protocol: complexity, not frequency. Great Schools Partnership, design guide for
scoring criteria: progress is not more or longer work.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.changes import adjacent, only_changed
from workbench.checks.language.criteria import academic, between, fault_of_words
from workbench.checks.language.lists import words_of
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each level that has another amount than the one before it, and nothing else."""
    framework = given.framework
    wanted = words_of(framework, "quantity_words")
    for criterion in academic(framework):
        for low, high in adjacent(framework, criterion):
            if found := only_changed(criterion.descriptors[low], criterion.descriptors[high], wanted):
                yield fault_of_words(
                    framework,
                    criterion,
                    _("changes only in quantity {between}", between=between(framework, criterion, low, high)),
                    found,
                    field=f"descriptors.{high}",
                    remedy=_("Say what a student does differently at the higher level."),
                )
