"""Two neighbouring levels differ only in an adverb or adjective that judges.

## What it checks

From one level of an academic scoring criterion to the next, something other than words such as "clearly",
"adequate" or "fully" changes (setting "words.quality_words"); words of quantity may change with them.

## Why it matters

"Clearly" and "very clearly" mean something else to each reader. Two teachers will score the same work differently,
and a student cannot see what makes the better work better.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Partially explains how evidence supports a claim.
      "2": Clearly explains how evidence supports a claim.
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
      "1": Names evidence that supports a claim.
      "2": Explains how evidence supports a claim.
```

## Limits

English only. Words are compared in their order, and only those of the list are known: "explains in a skilled way" is
not seen. Words that name a quality of their own ("relevant", "recent") are not in the list, since they can tell a
student what to look for. Where only amounts change, only-quantity-changes speaks.

## Source

Great Schools Partnership, design guide for scoring criteria, second trait: the quality of work is described at each
level. The list of words is ours.
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
    """Yield each level that has another word of judgment than the one before it, and nothing else."""
    framework = given.framework
    amounts = words_of(framework, "quantity_words")
    wanted = (*amounts, *words_of(framework, "quality_words"))
    for criterion in academic(framework):
        for low, high in adjacent(framework, criterion):
            texts = criterion.descriptors[low], criterion.descriptors[high]
            found = only_changed(*texts, wanted)
            if found and not only_changed(*texts, amounts):
                yield fault_of_words(
                    framework,
                    criterion,
                    _("changes only in words of judgment {between}", between=between(framework, criterion, low, high)),
                    found,
                    field=f"descriptors.{high}",
                    remedy=_("Describe what can be seen in work at the higher level."),
                )
