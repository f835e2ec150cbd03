"""The top level asks for flawless or complete work.

## What it checks

The highest level of an academic scoring criterion has no words such as "flawless", "always" or "without errors"
(setting "words.perfection_words"). "All" and "every" count where they ask for completeness: "all details",
"every required step".

## Why it matters

Perfection is out of reach, so the top level is never given, or it is given for care and not for deeper thinking.
The top level is there for students who go further with the same skill.

## Flagged

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
scales:
  - {id: two, levels: {"1": Proficient, "2": Distinguished}}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    scale_id: two
    descriptors:
      "1": Supports a claim with evidence.
      "2": Supports a claim with flawless evidence, without errors.
```

## Instead

```yaml
indicators:
  - {id: claim, title: Support a claim with evidence}
scales:
  - {id: two, levels: {"1": Proficient, "2": Distinguished}}
criteria:
  - id: evidence
    element: Evidence
    subject_id: claim
    scale_id: two
    descriptors:
      "1": Supports a claim with evidence.
      "2": Supports a claim with evidence and weighs how far all of the evidence reaches.
```

## Limits

English only. Perfection in other words ("leaves nothing to be desired") is not seen. What follows "what", "how",
"that" and the like is about the subject matter ("shows that a pattern always holds") and is let be.

## Source

Great Schools Partnership, design guide for scoring criteria: the highest level is not perfection or 100 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.criteria import academic, described, fault_of_words, level_at
from workbench.checks.language.lists import words_of
from workbench.checks.language.said import said
from workbench.checks.levels import levels_of
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework

READS = ("criteria", "indicators", "scales")
EACH = ("criteria",)

_LOOSE = ("all", "every")
_COMPLETE = re.compile(
    r"\b(?:all|every)(?: of)?(?: the| its)?(?: [\w-]+)?"
    r" (?:cases?|components?|conventions?|criteri(?:a|on)|details?|elements?|information|instances?|parts?|"
    r"questions?|requirements?|situations?|steps?|tasks?|times?)\b"
    r"|\ball (?:of )?(?:the )?(?:important|necessary|needed|relevant|required)\b",
    re.IGNORECASE,
)
"""Where "all" asks for completeness, and not for all members of a team."""
_MATTER = re.compile(r"\bthat\b", re.IGNORECASE)
_HUNDRED = re.compile(r"\b100 ?%")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each top level that asks for perfection."""
    framework = given.framework
    for criterion in academic(framework):
        *_lower, top = "", *levels_of(framework, criterion)
        if found := _perfect(framework, described(framework, criterion).get(top, "")):
            yield fault_of_words(
                framework,
                criterion,
                _("asks for perfection at {level}", level=level_at(framework, criterion, top)),
                found,
                field=f"descriptors.{top}",
                remedy=_("Describe deeper work with the same skill, such as a further connection or a new situation."),
            )


def _perfect(framework: Framework, text: str) -> tuple[str, ...]:
    own = _MATTER.split(text)[0]
    found = said(own, words_of(framework, "perfection_words"), words_of(framework, "negated_positives"))
    complete = [one[0].lower() for one in (_COMPLETE.search(own), _HUNDRED.search(own)) if one]
    return (*(word for word in found if word not in _LOOSE), *complete)
