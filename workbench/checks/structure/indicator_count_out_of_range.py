"""A competency has fewer or more performance indicators than the district's range.

## What it checks

The number of performance indicators of each competency lies between 3 and 10, or in the range that the
district has set (setting "indicators_per_competency").

## Why it matters

Each indicator is taught, assessed more than once and scored on its own criteria. Too many cannot be
assessed well; too few leave parts of the competency unseen.

## Flagged

```yaml
competencies:
  - {id: research, title: Conduct research}
indicators:
  - {id: collect, title: Collect information, competency_id: research}
```

## Instead

```yaml
competencies:
  - {id: research, title: Conduct research}
indicators:
  - {id: collect, title: Collect information, competency_id: research}
  - {id: integrate, title: Integrate it into one's own text, competency_id: research}
  - {id: cite, title: Cite sources, competency_id: research}
```

## Limits

Indicators of all grades are counted together, so that many in one band hide few in another. A competency
without indicators is left to competency-without-indicator.

## Source

Great Schools Partnership's planning guide speaks of 8 to 10, its model of 5 to 10, and published
district maps stop at 4. Sources differ, so the range is a setting.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import range_of
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import counted

READS = ("competencies", "indicators")
EACH = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each competency whose number of indicators is out of range."""
    framework = given.framework
    expected = range_of(framework, "indicators_per_competency")
    for competency in framework.competencies.ordered():
        found = len(framework.indicators_of(competency.id))
        if found and found not in expected:
            yield Fault(
                subject=competency,
                message=_(
                    "{competency} has {count}; {expected} are expected.",
                    competency=named(competency),
                    count=counted(framework, found, "indicator"),
                    expected=expected.words,
                ),
                remedy=_("Join or split some, or change the range in the district's settings."),
                evidence=(str(found),),
            )
