"""The items of summative assessments do not fit a competency by all four of Webb’s criteria.

## What it checks

For each competency whose indicators the items of summative assessments hit: there are at least 6 hits, at least half
of them at or above the depth of knowledge of the indicator, at least half of the indicators are hit, and the hits are
spread over these with a balance of at least 0.7. The finding names each criterion that is weak or not met.

## Why it matters

Each criterion tells of another gap: too few items to judge by, items that ask for too little, indicators that nobody
asks about, or one indicator that takes nearly all of the items.

## Flagged

```yaml
competencies:
  - {id: data, title: Judge data}
indicators:
  - {id: models, competency_id: data, title: Judge a model, dok: 3}
  - {id: units, competency_id: data, title: Choose units, dok: 2}
assessments:
  - {id: final, title: Course test, purpose: summative, indicator_ids: [models, units]}
items:
  - {id: one, assessment_id: final, dok: 1, primary_id: models}
  - {id: two, assessment_id: final, dok: 1, primary_id: models}
```

## Instead

```yaml
competencies:
  - {id: data, title: Judge data}
indicators:
  - {id: models, competency_id: data, title: Judge a model, dok: 3}
  - {id: units, competency_id: data, title: Choose units, dok: 2}
assessments:
  - {id: final, title: Course test, purpose: summative, indicator_ids: [models, units]}
items:
  - {id: one, assessment_id: final, dok: 3, primary_id: models}
  - {id: two, assessment_id: final, dok: 3, primary_id: models}
  - {id: three, assessment_id: final, dok: 3, primary_id: models}
  - {id: four, assessment_id: final, dok: 2, primary_id: units}
  - {id: five, assessment_id: final, dok: 2, primary_id: units}
  - {id: six, assessment_id: final, dok: 1, primary_id: units}
```

## Limits

A note, since work that has no items, such as a portfolio or an exhibition, is evidence too and is not counted: where
it carries the competency, live with the finding. Competencies without any item are left out. The numbers are Webb’s
conventions, meant for tests; whether an item is a good one they do not tell. Hits whose depth of knowledge nobody has
filled in are left out of the second criterion.

## Source

Webb (1997, 1999, 2002), criteria for the alignment of expectations and assessments; the weak bands are those of his
alignment tool.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import listed, named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.measures.bands import Band
from workbench.measures.shares import decimal
from workbench.measures.webb import Measure, Webb, webb
from workbench.model.framework import Framework
from workbench.model.terms import counted

READS = ("assessments", "competencies", "indicators", "items")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency with items for which a criterion is weak or not met."""
    framework = given.framework
    for one in webb(framework):
        if one.hits and (found := dict(_unmet(framework, one))):
            competency = framework.competencies[one.competency_id]
            yield Fault(
                subject=competency,
                message=_(
                    "Summative items do not yet fit {competency}: {criteria}.",
                    competency=named(competency),
                    criteria=listed(found.values(), show=4),
                ),
                remedy=_("Add or change items where a number is low, or note what other evidence there is."),
                # Neither the words of the district nor a further item within a band make it another finding.
                evidence=tuple(found),
            )


def _unmet(framework: Framework, one: Webb) -> Iterator[tuple[str, str]]:
    """Yield each criterion that is weak or not met: its name with its band, and how a message tells it."""
    indicators = counted(framework, one.indicators, "indicator")
    deep, balance = one.deep_enough, decimal(one.balance.value or Fraction())
    said: tuple[tuple[str, Measure, str], ...] = (
        ("concurrence", one.concurrence, ngettext("{n} hit in all", "{n} hits in all", one.hits)),
        ("depth", one.depth, _("{deep} of {known} hits as deep as the indicator", deep=deep, known=one.known_depth)),
        ("range", one.range, _("{hit} of {indicators} hit", hit=one.indicators_hit, indicators=indicators)),
        ("balance", one.balance, _("a balance of {balance} among these", balance=balance)),
    )
    for name, measure, words in said:
        if measure.band is Band.WEAK:
            yield f"{name} {measure.band}", _("{found} (weak)", found=words)
        elif measure.band is Band.NOT:
            yield f"{name} {measure.band}", _("{found} (not met)", found=words)
