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

It knows words, not what they mean: "translate and slide a figure" is flagged, and a task in other words ("make a
brochure") is not seen. Learning targets are not looked at, since they belong to a unit.

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
from workbench.checks.wording import called, quoted

READS = ("competencies", "indicators")
_NUMBERED = re.compile(r"\b(?:chapter|unit|lesson|module)s? \d+\b", re.IGNORECASE)


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with words of a task."""
    phrases = words_of(given.framework, "task_words")
    for thing in stated(given.framework, READS):
        found = [word for word, _ in found_in(thing.statement, phrases)] + _NUMBERED.findall(thing.statement)
        if found:
            yield Fault(
                subject=thing,
                message=f"The {called(given.framework, thing)} speaks of one task or resource: {quoted(found)}.",
                remedy="Say what students do whatever the task is; name the task in an assessment.",
                field="statement",
                evidence=tuple(found),
            )
