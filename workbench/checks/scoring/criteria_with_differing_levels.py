"""Scoring criteria are scored on different levels.

## What it checks

All scoring criteria of performance indicators have the same levels: as many, with the same names, in the
same order. Each that differs from what most of them have is flagged.

## Why it matters

Scores from different courses can only be put side by side if "3" means the same everywhere. Where levels
differ, a student's record mixes scales, and no rule for verifying a competency can be applied to it.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units}
  - {id: models, title: Model with functions}
scales:
  - {id: four, title: Four levels, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
  - {id: three, title: Three levels, levels: {"1": Not yet, "2": Nearly, "3": Met}}
criteria:
  - {id: c1, element: Fit, subject_id: units, scale_id: four}
  - {id: c2, element: Precision, subject_id: units, scale_id: four}
  - {id: c3, element: Choice of model, subject_id: models, scale_id: three}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units}
  - {id: models, title: Model with functions}
scales:
  - {id: four, title: Four levels, levels: {"1": Emerging, "2": Developing, "3": Proficient, "4": Distinguished}}
criteria:
  - {id: c1, element: Fit, subject_id: units, scale_id: four}
  - {id: c2, element: Precision, subject_id: units, scale_id: four}
  - {id: c3, element: Choice of model, subject_id: models, scale_id: four}
```

## Limits

Habits of work may have a scale of their own and are not compared. A criterion without a scale takes the
only scale there is; where there are several, it is left to criterion-without-scale; where there is none,
the levels are those with a descriptor. Capitals in the names of levels do not matter, and what a scale says
that they mean is not compared. Where as many criteria have one set of levels as another, the set that comes
first counts as the usual one.

## Source

Great Schools Partnership, design guide for scoring criteria: one sequence of levels, used throughout.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from workbench.checks.given import CheckInput, Fault
from workbench.checks.levels import levels_of, scale_of
from workbench.checks.wording import criterion_named, folded, listed, quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.localize.lazy import lazy_ngettext as ngettext
from workbench.model.terms import term
from workbench.model.values import Texts

READS = ("criteria", "indicators", "scales")


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each academic criterion whose levels are not the usual ones."""
    framework = given.framework
    levels = {
        one.id: levels_of(framework, one)
        for one in framework.criteria.ordered()
        if one.subject_id in framework.indicators and (scale_of(framework, one) or not framework.scales)
    }
    counts = Counter(_folded(found) for found in levels.values() if found)
    if len(counts) < 2:  # noqa: PLR2004  # two sets of levels are the least that can differ
        return
    usual, many = counts.most_common(1)[0]
    example = next(found for found in levels.values() if _folded(found) == usual)
    for identifier, found in levels.items():
        if found and _folded(found) != usual:
            criterion, own, others = framework.criteria[identifier], _in_words(found), _in_words(example)
            yield Fault(
                subject=criterion,
                message=ngettext(
                    "{criterion} has {levels}, while {n} of the {total} {criteria} has {usual_levels}.",
                    "{criterion} has {levels}, while {n} of the {total} {criteria} have {usual_levels}.",
                    many,
                    criterion=criterion_named(framework, criterion),
                    levels=own,
                    total=counts.total(),
                    criteria=term(framework, "criterion", 2),
                    usual_levels=others,
                ),
                remedy=_("Choose the same {scale} for all of them.", scale=term(framework, "scale")),
                field="scale_id",
                evidence=(str(own), str(others)),
            )


@lru_cache(64)  # criteria share their scale's levels
def _folded(levels: Texts) -> tuple[tuple[str, str], ...]:
    return tuple((key, folded(name)) for key, name in levels.items())


def _in_words(levels: Texts) -> str:
    names = listed((quote(name) for name in levels.values()), show=5)
    return ngettext("{n} level ({names})", "{n} levels ({names})", len(levels), names=names)
