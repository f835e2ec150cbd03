"""A portrait attribute is served by no cross-curricular competency.

## What it checks

Each attribute of the portrait of a graduate is named by at least one cross-curricular competency as
one that it serves.

## Why it matters

The portrait is a promise to the community. An attribute that no competency serves is never taught on
purpose and never looked for, so the promise cannot be kept.

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
```

## Limits

Competencies of content areas do not count here, even where they name the attribute: a portrait speaks of
all graduates and of all their learning. Whether a competency serves the attribute in more than name is for
people to judge.

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
    """Yield each attribute that no cross-curricular competency names."""
    framework = given.framework
    competency = term(framework, "competency")
    for attribute in framework.attributes.ordered():
        serving = framework.competencies.by("attribute_ids", attribute.id)
        if not any(one.reach is Reach.CROSS for one in serving):
            yield Fault(
                subject=attribute,
                message=_(
                    "No cross-curricular {competency} serves the {attribute} {name}.",
                    competency=competency,
                    attribute=term(framework, "attribute"),
                    name=named(attribute),
                ),
                remedy=_(
                    "Choose it in a cross-curricular {competency}, or add one that serves it.", competency=competency
                ),
            )
