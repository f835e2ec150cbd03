"""A statement speaks of one task or resource.

## What it checks

No performance indicator and no competency names a product or a resource of one task, such as a worksheet, an essay
or a textbook, or a chapter, unit or lesson by its number. A district changes the words under "words.task_words".

## Why it matters

An indicator outlives the tasks that give evidence of it. One that is tied to a task cannot be met in another
course or by another route, and pins all students to one way of showing what they can do.

## Flagged

```yaml
indicators:
  - {id: sources, statement: Compare the sources of Unit 3 in an essay.}
```

## Instead

```yaml
indicators:
  - {id: sources, statement: Compare sources on an event in light of their origin.}
```

## Limits

It knows words, not what they mean: "slide a figure along a line" is flagged, and a task in other words ("make a
brochure") is not seen. Pages and paragraphs are flagged where a number stands before them, since they are parts of what
students read and write. Learning targets are not looked at, since they belong to a unit.

## Source

New Hampshire's competency validation rubric: weak where tied to a textbook, programme or resource; Great Schools
Partnership, fourth trait of scoring criteria: neutral to the task.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import found_in, words_of
from workbench.checks.language.statements import stated
from workbench.checks.language.tasks import numbered
from workbench.checks.wording import called, quoted
from workbench.localize.lazy import lazy_gettext as _

READS = ("competencies", "indicators")
EACH = READS
_PART_OF_A_TEXT = re.compile(r"(?:page|paragraph)s?", re.IGNORECASE)
_COUNT = re.compile(r"(?:\d|\b(?:one|two|three|four|five|six|ten|several))[ -]$", re.IGNORECASE)
"""A page or a paragraph is the subject of reading and writing; three of them are a task."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with words of a task."""
    # "Your" in a criterion speaks of the paper at hand; "explain your reasoning" in an indicator speaks of any.
    phrases = tuple(word for word in words_of(given.framework, "task_words") if word != "your")
    for thing in stated(given.framework, READS):
        found = [*_words(thing.statement, phrases), *numbered(thing.statement)]
        if found:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} speaks of one task or resource: {words}.",
                    statement=called(given.framework, thing),
                    words=quoted(found),
                ),
                remedy=_("Say what students do whatever the task is; name the task in an assessment."),
                field="statement",
                evidence=tuple(found),
            )


def _words(text: str, phrases: tuple[str, ...]) -> Iterator[str]:
    for word, start in found_in(text, phrases):
        if not _PART_OF_A_TEXT.fullmatch(word) or _COUNT.search(text, max(0, start - 9), start):
            yield word
