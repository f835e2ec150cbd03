"""A performance indicator or a competency has more words than the district's range.

## What it checks

The statement of each performance indicator and each competency has at most as many words as the range
"statement_words" in the district's settings ends with (35 unless changed).

## Why it matters

Students and families read these statements. A long one mostly holds several demands, or the conditions of one task,
and is neither kept in mind nor scored in one way.

## Flagged

```yaml
districts: [{id: d, settings: {statement_words: 5-12}}]
indicators:
  - {id: claim, statement: "Argue a claim with reasons and evidence that answer opposing views, and that come from
     sources which others can find and weigh for themselves."}
```

## Instead

```yaml
districts: [{id: d, settings: {statement_words: 5-12}}]
indicators:
  - {id: claim, statement: Argue a claim with reasons and evidence that answer opposing views.}
```

## Limits

It counts words and no more. A short statement that is hard to read is not seen.

## Source

New Hampshire's competency validation rubric: weak where too specific. The number is ours.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.statements import stated, word_count
from workbench.checks.settings import range_of
from workbench.checks.wording import called
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.terms import term

READS = ("competencies", "indicators")
EACH = READS
STEP = 10
"""Words more that make it another finding; a decision to live with it outlives the change of a word or two."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement above the range."""
    most = range_of(given.framework, "statement_words").high
    for thing in stated(given.framework, READS):
        count = word_count(thing.statement)
        if count > most:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} is long: {count} words of at most {most}.",
                    statement=called(given.framework, thing),
                    count=count,
                    most=most,
                ),
                remedy=_(
                    "Keep what is scored; leave conditions, examples and tasks to criteria and {assessments}.",
                    assessments=term(given.framework, "assessment", 2),
                ),
                field="statement",
                evidence=(str(count - (count - most - 1) % STEP),),
            )
