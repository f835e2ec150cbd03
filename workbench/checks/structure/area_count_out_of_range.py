"""A content area has fewer or more competencies than the district's range.

## What it checks

The number of competencies of each content area lies between 3 and 8, or in the range that the district
has set (setting "area_competencies").

## Why it matters

Competencies are the few things of a discipline that last. A long list is a list of topics again; a very
short one hides what students have to show.

## Flagged

```yaml
competencies:
  - {id: quantities, title: Reason with quantities, area: Mathematics}
  - {id: functions, title: Model with functions, area: Mathematics}
```

## Instead

```yaml
competencies:
  - {id: quantities, title: Reason with quantities, area: Mathematics}
  - {id: functions, title: Model with functions, area: Mathematics}
  - {id: data, title: Draw conclusions from data, area: Mathematics}
```

## Limits

Areas are told apart by their names, capitals and spaces aside: "Math" and "Mathematics" are two, each of
which may be in range where both together are not. Competencies without an area are not counted. The finding
stands at the district, once a competency of the area is ready.

## Source

Great Schools Partnership's model recommends 5 to 8 an area; published frameworks have as few as 3.
Sources differ, so the range is a setting.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import range_of
from workbench.checks.whole import fault_of_whole
from workbench.checks.wording import folded, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Competency
from workbench.model.terms import counted
from workbench.model.values import Reach

READS = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault for each area whose number of competencies is out of range."""
    framework = given.framework
    expected = range_of(framework, "area_competencies")
    areas: dict[str, list[Competency]] = {}
    for competency in framework.competencies.by("reach", Reach.CONTENT):
        areas.setdefault(folded(competency.area), []).append(competency)
    for area, found in areas.items():
        if area and len(found) not in expected:
            count = counted(framework, len(found), "competency")
            yield from fault_of_whole(
                framework,
                message=_(
                    "The content area {area} has {count}; {expected} are expected.",
                    area=quote(found[0].area),
                    count=count,
                    expected=expected.words,
                ),
                remedy=_("Join or split some, or change the range in the district's settings."),
                others=tuple(one.id for one in found),
                evidence=(area,),
            )
