"""A learning experience works on none of the district's performance indicators.

## What it checks

Each learning experience introduces, develops or assesses at least one performance indicator of the framework.

## Why it matters

Competencies are what every graduate has to show. An experience off to their side may be worth a student's
time and may carry credit, but whoever looks for the way to a competency does not find it there.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
experiences:
  - {id: carpentry, title: Carpentry internship}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
experiences:
  - {id: carpentry, title: Carpentry internship, indicators: {units: developed}}
```

## Limits

It is a note, since an experience may meet standards for which the district has no competencies, such as those
of the arts. It says nothing while there are no indicators. One mark is enough, even where a year's course
only introduces one indicator.

## Source

Conn. Gen. Stat. 10-221a (g), as amended by Public Act 17-42: the ways to earn credit. That each of them
should work on what all graduates show is our reading of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("experiences", "indicators")
EACH = ("experiences",)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each learning experience that names no indicator which is there."""
    framework = given.framework
    indicator, indicators = term(framework, "indicator"), term(framework, "indicator", 2)
    for experience in framework.experiences.ordered() if framework.indicators else ():
        if not any(one in framework.indicators for one in experience.indicators):
            yield Fault(
                subject=experience,
                message=_(
                    "{experience} introduces, develops or assesses no {indicator}.",
                    experience=named(experience),
                    indicator=indicator,
                ),
                remedy=_(
                    "Mark the {indicators} that students work on there, or leave it where none fits.",
                    indicators=indicators,
                ),
                field="indicators",
            )
