"""A scoring scale for performance indicators has too few or too many levels.

## What it checks

Each scale that scores performance indicators has 3 to 5 levels, or as many as the district has set
(setting "levels").

## Why it matters

Two levels tell a student nothing about the way from one to the other. With more than five, the
differences become too fine to describe, and two teachers no longer agree on a score.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, title: Pass or not, levels: {"1": Not yet, "2": Met}}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units, scale_id: scale}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
scales:
  - {id: scale, title: Four levels, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
criteria:
  - {id: fit, element: Fit of the unit, subject_id: units, scale_id: scale}
```

## Limits

A scale that only habits of work use, or nothing yet, is not looked at. Levels are counted, whatever their
names: two under one name are two. An even number makes it plain who has met the expectation, but that is a
choice and not asked for.

## Source

Great Schools Partnership, design guide for scoring criteria: often four levels. Moskal (2000), on scoring
rubrics: a few well-described levels serve better than many vague ones.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import academic_scales
from workbench.checks.settings import range_of
from workbench.checks.wording import named
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.terms import term

READS = ("criteria", "indicators", "scales")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each scale of academic criteria whose number of levels is out of range."""
    framework = given.framework
    expected = range_of(framework, "levels")
    for scale in academic_scales(framework):
        count = len(scale.levels)
        if count not in expected:
            yield Fault(
                subject=scale,
                message=ngettext(
                    "The {scale} {name} has {n} level; {expected} are expected.",
                    "The {scale} {name} has {n} levels; {expected} are expected.",
                    count,
                    scale=term(framework, "scale"),
                    name=named(scale),
                    expected=expected.words,
                ),
                remedy=_("Join or add levels, or change the range in the district's settings."),
                field="levels",
                evidence=(str(count),),
            )
