"""A depth of knowledge or a Bloom level of an indicator is confirmed by nobody.

## What it checks

Where a performance indicator has a depth of knowledge or a Bloom level, the field beside it says who
confirmed it.

## Why it matters

A level may have been guessed from the verb, by a person in a hurry or by a list of verbs. Such a guess is
a start, and it becomes the district's once someone has read the indicator with it.

## Flagged

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem, dok: 2}
```

## Instead

```yaml
indicators:
  - {id: units, title: Choose units that fit the problem, dok: 2, dok_confirmed_by: Mathematics team}
```

## Limits

It is a note, since a level that was guessed stands in nobody's way. Any text counts as a person or team. A
level that is missing is left to demand-not-recorded.

## Source

Webb's alignment method: depth of knowledge is settled by people who read the objective and talk until they
agree.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.wording import named
from workbench.localize import N_
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.competencies import Indicator

READS = ("indicators",)
EACH = ("indicators",)

_MESSAGES = {
    ("dok_confirmed_by",): N_("Nobody has confirmed the depth of knowledge of {indicator}."),
    ("bloom_confirmed_by",): N_("Nobody has confirmed the Bloom level of {indicator}."),
    ("dok_confirmed_by", "bloom_confirmed_by"): N_(
        "Nobody has confirmed the depth of knowledge and the Bloom level of {indicator}."
    ),
}
"""What is said, by the fields that are empty."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each indicator with a level that nobody has confirmed."""
    for indicator in given.framework.indicators.ordered():
        open_levels = _unconfirmed(indicator)
        if open_levels:
            yield Fault(
                subject=indicator,
                message=_(_MESSAGES[open_levels], indicator=named(indicator)),
                remedy=_("Read it with a colleague, change the level if need be, and write down who confirmed it."),
                field=open_levels[0],
                evidence=open_levels,
            )


def _unconfirmed(indicator: Indicator) -> tuple[str, ...]:
    levels = {
        "dok_confirmed_by": (indicator.dok, indicator.dok_confirmed_by),
        "bloom_confirmed_by": (indicator.bloom, indicator.bloom_confirmed_by),
    }
    return tuple(field for field, (level, person) in levels.items() if level is not None and not person.strip())
