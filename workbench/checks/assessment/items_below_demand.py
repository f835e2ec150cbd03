"""Most items of an assessment ask for less thinking than the indicators they are written for.

## What it checks

Each item is held against each performance indicator that it hits, as its main indicator or as one of the
others, where the item's depth of knowledge is known and somebody has confirmed the indicator's. Of these
pairs in one assessment, at least half reach the indicator's level.

## Why it matters

A student can do well on such an assessment without ever having done what the indicator asks. The score then
says more than was seen, and nobody notices, because the topic is the right one.

## Flagged

```yaml
indicators:
  - {id: models, title: Judge whether a model fits, dok: 3, dok_confirmed_by: Mathematics team}
assessments:
  - {id: unit-test, title: Test on functions}
items:
  - {id: one, assessment_id: unit-test, prompt: Name the family of the graph., dok: 1, primary_id: models}
  - {id: two, assessment_id: unit-test, prompt: Say which of two models fits better., dok: 3, primary_id: models}
  - {id: three, assessment_id: unit-test, prompt: Evaluate f at 4., dok: 1, primary_id: models}
```

## Instead

```yaml
indicators:
  - {id: models, title: Judge whether a model fits, dok: 3, dok_confirmed_by: Mathematics team}
assessments:
  - {id: unit-test, title: Test on functions}
items:
  - {id: two, assessment_id: unit-test, prompt: Say which of two models fits better., dok: 3, primary_id: models}
  - {id: three, assessment_id: unit-test, prompt: Evaluate f at 4., dok: 1, primary_id: models}
```

## Limits

Every item weighs the same, whatever its points. Levels that nobody has confirmed are left out, and so are
assessments without items. Formative assessments are looked at too. Where this rule speaks of an assessment,
top-level-out-of-reach stays quiet about it: mend the items first.

## Source

Webb (1997), criteria for the alignment of expectations and assessments, and Webb (2002): depth of knowledge
is consistent where at least half of the items are at or above the level of their objectives.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.item_demand import Hit, known_hits, mostly_below
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment
from workbench.model.terms import term

READS = ("assessments", "indicators", "items")
EACH = ("assessments",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each assessment most of whose items lie below their indicators."""
    framework = given.framework
    for assessment in framework.assessments.ordered():
        hits = known_hits(framework, assessment)
        if mostly_below(hits):
            yield _fault(framework, assessment, hits)


def _fault(framework: Framework, assessment: Assessment, hits: tuple[Hit, ...]) -> Fault:
    below = [hit for hit in hits if hit.is_below]
    indicators = dict.fromkeys(hit.indicator for hit in below)
    items = dict.fromkeys(hit.item.id for hit in below)
    return Fault(
        subject=assessment,
        message=ngettext(
            "In {assessment}, {items} hit {indicators} once and ask for less than these do: {names}.",
            "In {assessment}, {items} hit {indicators} {n} times and ask for less than these do {below} of the times: "
            "{names}.",
            len(hits),
            assessment=named(assessment),
            items=term(framework, "item", 2),
            indicators=term(framework, "indicator", 2),
            below=len(below),
            names=listed(named(one) for one in indicators),
        ),
        remedy=_("Replace some of them with ones that ask for as much depth of knowledge."),
        others=(*items, *(one.id for one in indicators)),
    )
