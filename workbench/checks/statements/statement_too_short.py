"""A performance indicator or a competency has fewer words than the district's range.

## What it checks

The statement of each performance indicator and each competency has at least as many words as the range
"statement_words" in the district's settings begins with (5 unless changed).

## Why it matters

Two or three words name a topic. Teachers then fill in what is to be done with it and how well, each in a way
of their own.

## Flagged

```yaml
indicators:
  - {id: craft, statement: Analyze craft.}
```

## Instead

```yaml
indicators:
  - {id: craft, statement: Analyze how choices of structure and language create meaning in a work.}
```

## Limits

It is a note, since a few words can say all that is needed ("formulate a hypothesis"). It counts words, "I can" and
"Students will" among them. A longer statement may say as little, which is not seen.

## Source

New Hampshire's competency validation rubric: weak where too abstract or too specific. The number is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.statements import stated, word_count
from workbench.checks.settings import range_of
from workbench.checks.wording import called
from workbench.localize.lazy import lazy_gettext as _

READS = ("competencies", "indicators")
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement below the range."""
    least = range_of(given.framework, "statement_words").low
    for thing in stated(given.framework, READS):
        count = word_count(thing.statement)
        if count < least:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} is short: {count} of at least {least} words.",
                    statement=called(given.framework, thing),
                    count=count,
                    least=least,
                ),
                remedy=_("Say what students do, with what, and to what end."),
                field="statement",
                evidence=(str(count),),
            )
