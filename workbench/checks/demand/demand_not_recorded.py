"""An indicator has no depth of knowledge, or no Bloom level.

## What it checks

Each performance indicator has both a depth of knowledge (Webb, 1 to 4) and a level of the revised Bloom
taxonomy. One finding an indicator says which of them is missing.

## Why it matters

A verb alone does not tell how demanding an indicator is: one can compare two numbers or two theories.
Where the demand is written down, the levels of the criteria and the tasks can be held against it.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem, dok: 2}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem, dok: 2, bloom: apply}
```

## Limits

Whether a level is right is for people to judge; who did is asked by demand-not-confirmed. A level is asked
of every indicator, a supporting one as well.

## Source

Webb's alignment method asks reviewers to agree on the depth of knowledge of each objective; Anderson and
Krathwohl, revised taxonomy. That every indicator records both is the catalogue's reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator
from workbench.model.terms import term

READS = ("indicators",)
EACH = ("indicators",)

_MESSAGES = {
    ("dok",): N_("The {indicator} {name} has no depth of knowledge."),
    ("bloom",): N_("The {indicator} {name} has no Bloom level."),
    ("dok", "bloom"): N_("The {indicator} {name} has no depth of knowledge and no Bloom level."),
}
"""What is said, by the fields that are empty."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator of which a level is missing."""
    word = term(given.framework, "indicator")
    for indicator in given.framework.indicators.ordered():
        missing = _missing(indicator)
        if missing:
            yield Fault(
                subject=indicator,
                message=_(_MESSAGES[missing], indicator=word, name=named(indicator)),
                remedy=_("Agree on how demanding the thinking is that it asks for, and write it down."),
                field=missing[0],
                evidence=missing,
            )


def _missing(indicator: Indicator) -> tuple[str, ...]:
    levels = {"dok": indicator.dok, "bloom": indicator.bloom}
    return tuple(field for field, level in levels.items() if level is None)
