"""A performance indicator of a content area cites no common standard.

## What it checks

Each performance indicator of a content-area competency has at least one alignment that names a standard.

## Why it matters

The statute accepts a demonstration of mastery only where it is in accordance with the state-wide
content standards. An indicator that cites none cannot carry credit, and nobody outside the district
can see what it corresponds to.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities, reach: content-area, area: Mathematics}
indicators:
  - {id: units, title: Choose units that fit the problem, competency_id: quantities}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities, reach: content-area, area: Mathematics}
indicators:
  - {id: units, title: Choose units that fit the problem, competency_id: quantities}
alignments:
  - {id: a1, subject_id: units, set_id: ccss-math-hs, standard_id: N-Q.A.1}
```

## Limits

It is asked of content areas only. Indicators of cross-curricular competencies may cite a state's
cross-curricular set or the district's own local standards, and need not. Whether the cited standard
exists is what unknown-standard asks; whether the match is a good one is for people to judge. An
indicator that belongs to no competency is left to indicator-without-competency.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42. Great Schools Partnership, standards in a
proficiency-based system: content-area competencies are aligned to state standards.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.claims import cited
from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import Reach

READS = ("alignments", "competencies", "indicators")
EACH = ("indicators",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator of a content area that has no alignment."""
    framework = given.framework
    for indicator in framework.indicators.ordered():
        competency = framework.competencies.get(indicator.competency_id)
        if competency is None or competency.reach is not Reach.CONTENT:
            continue
        if not any(cited(framework, indicator.id)):
            yield Fault(
                subject=indicator,
                message=_(
                    "The {indicator} {name} cites no common standard.",
                    indicator=term(framework, "indicator"),
                    name=named(indicator),
                ),
                remedy=_("Align it to the standards that it meets, in full or in part."),
            )
