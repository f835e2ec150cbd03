"""A level says what students cannot do.

## What it checks

No level of an academic scoring criterion has words such as "lacks", "fails to", "limited" or "cannot" (setting
"words.deficit_words").

## Why it matters

A student who reads what is missing does not learn what they can do already, nor where to go on. Two teachers
who agree that something is missing may still see quite different work.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    descriptors:
      "1": Fails to find evidence for a claim.
      "2": Finds evidence for a claim.
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
      "1": Names a claim that evidence could support.
      "2": Finds evidence for a claim, not only an example.
```

## Limits

English only. It looks for words, so it may take a word about the subject matter for one about the student ("compares
weak acids"), except after "what", "why", "how" and the like: "explains why a plan failed" is fine. Where such a clause
opens the sentence ("When prompted, ..."), it ends with the comma before the next verb; elsewhere "and" ends it only
where the verbs tell that the student acts again ("explains how cells divide and lacks ..."). It lets "not only",
"without support" and the like be (setting "words.negated_positives"); whether help belongs into a level is for the
committee to say. What is said without such a word ("confuses cause and effect") it does not see. Words such as "no
errors" are left to perfection-at-the-top.

## Source

Great Schools Partnership, design guide for scoring criteria, third trait: criteria say affirmatively what
students can do at each level.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, described, fault_of_words, level_at
from workbench.checks.language.lists import words_of
from workbench.checks.language.said import said
from workbench.localize.lazy import lazy_gettext as _

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each level that speaks of what is missing."""
    framework = given.framework
    wanted = words_of(framework, "deficit_words")
    perfect = (phrase for phrase in words_of(framework, "perfection_words") if " " in phrase)
    but = (*words_of(framework, "negated_positives"), *perfect)
    for criterion in academic(framework):
        for key, text in described(framework, criterion).items():
            if found := said(text, wanted, but):
                place = level_at(framework, criterion, key)
                yield fault_of_words(
                    framework,
                    criterion,
                    _("says what is missing at {level}", level=place),
                    found,
                    field=f"descriptors.{key}",
                    remedy=_("Say what a student at this level can do."),
                )
