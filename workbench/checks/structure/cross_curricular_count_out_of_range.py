"""There are fewer or more cross-curricular competencies than the district's range.

## What it checks

The number of cross-curricular competencies lies between 4 and 8, or in the range that the district has
set (setting "cross_curricular_competencies").

## Why it matters

Every teacher works towards these, whatever they teach. With too many, nobody can keep them in mind;
with too few, each becomes so broad that it no longer says anything.

## Flagged

```yaml
competencies:
  - {id: communicate, title: Communicate, reach: cross-curricular}
  - {id: solve, title: Solve problems, reach: cross-curricular}
```

## Instead

```yaml
competencies:
  - {id: communicate, title: Communicate, reach: cross-curricular}
  - {id: solve, title: Solve problems, reach: cross-curricular}
  - {id: work, title: Work with others, reach: cross-curricular}
  - {id: citizen, title: Take part as a citizen, reach: cross-curricular}
```

## Limits

It says nothing where there is not a single one, as in a framework of one department. The finding stands
at the district, once one of them is ready.

## Source

Great Schools Partnership's model recommends 4 to 8. Sources differ, so the range is a setting.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.settings import range_of
from workbench.checks.whole import fault_of_whole
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.terms import term
from workbench.model.values import Reach

READS = ("competencies",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield one fault for all cross-curricular competencies where their number is out of range."""
    framework = given.framework
    expected = range_of(framework, "cross_curricular_competencies")
    found = framework.competencies.by("reach", Reach.CROSS)
    if found and len(found) not in expected:
        yield from fault_of_whole(
            framework,
            message=ngettext(
                "The framework has {n} cross-curricular {competencies}; {expected} are expected.",
                "The framework has {n} cross-curricular {competencies}; {expected} are expected.",
                len(found),
                competencies=term(framework, "competency", len(found)),
                expected=expected.words,
            ),
            remedy=_("Join or split some, or change the range in the district's settings."),
            others=tuple(one.id for one in found),
        )
