"""A cross-curricular competency serves no attribute of the portrait.

## What it checks

Each cross-curricular competency names at least one attribute of the portrait of a graduate that it serves.

## Why it matters

Cross-curricular competencies are how the portrait becomes something students do and teachers score.
One that serves no attribute asks of every graduate what the community never asked for, or shows that
the portrait lacks something.

## Flagged

```yaml
attributes:
  - {id: citizen, title: Engaged citizen}
competencies:
  - {id: communicate, title: Communicate, reach: cross-curricular}
```

## Instead

```yaml
attributes:
  - {id: citizen, title: Engaged citizen}
competencies:
  - {id: communicate, title: Communicate, reach: cross-curricular, attribute_ids: [citizen]}
  - {id: quantities, title: Reason with quantities, reach: content-area, area: Mathematics}
```

## Limits

It is not asked of content areas. Any attribute will do; whether it fits is for people to judge. It says
nothing while the portrait has no attributes yet, since there is nothing to choose.

## Source

CAPSS and Great Schools Partnership, Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0), on the portrait
of a graduate. Vermont Agency of Education, on using a portrait to review graduation requirements.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term
from workbench.model.values import Reach

READS = ("attributes", "competencies")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each cross-curricular competency that names no attribute of the portrait."""
    framework = given.framework
    if not framework.attributes:
        return
    for competency in framework.competencies.by("reach", Reach.CROSS):
        if not any(one in framework.attributes for one in competency.attribute_ids):
            yield Fault(
                subject=competency,
                message=_(
                    "The cross-curricular {competency} {name} serves no attribute of the portrait of a graduate.",
                    competency=term(framework, "competency"),
                    name=named(competency),
                ),
                remedy=_("Choose the attribute that it serves, or ask whether the portrait lacks one."),
                field="attribute_ids",
            )
