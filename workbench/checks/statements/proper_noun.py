"""A statement names a work, a product or some other thing with a name of its own.

## What it checks

No word within the statement of a performance indicator or a competency begins with a capital, except "I",
abbreviations in capitals, and the names that any course may speak of: languages, peoples, continents, eras and the
like. A district changes these under "words.names_allowed".

## Why it matters

A novel, a textbook or a piece of software is changed within a few years, and not every course uses it. The
indicator would change with it, or would exclude the students who meet it by another route.

## Flagged

```yaml
indicators:
  - {id: theme, statement: Analyze how a theme takes shape in The Great Gatsby.}
```

## Instead

```yaml
indicators:
  - {id: theme, statement: Analyze how a theme takes shape in an American novel.}
```

## Limits

It is a note: more names belong in indicators than a list can hold. A statement written in the manner of a headline,
most words with a capital, is let be. The first word of a sentence, and of what follows a colon, is not looked
at, and a name in small letters is not seen.

## Source

New Hampshire's competency validation rubric: weak where tied to a resource. That capitals tell a name is ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import words_of
from workbench.checks.language.statements import stated
from workbench.checks.wording import called, quoted

READS = ("competencies", "indicators")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_BEGINS = re.compile(r"(?:^|[.:?!]\s)[\s“\"'(]*$")
"""What stands before a word that has its capital from its place."""
_BETWEEN = re.compile(r" (?:(?:of|the|and|in|for|to|a) ){0,2}")
"""What may stand between two words of one name."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with a name in it."""
    allowed = frozenset(words_of(given.framework, "names_allowed"))
    for thing in stated(given.framework, READS):
        names = _names(thing.statement, allowed)
        if names:
            yield Fault(
                subject=thing,
                message=f"The {called(given.framework, thing)} names {quoted(names)}.",
                remedy="Say what kind of work, product or place is meant, and name it in a course or an assessment.",
                field="statement",
                evidence=tuple(names),
            )


def _names(text: str, allowed: Collection[str]) -> list[str]:
    words = [*_WORD.finditer(text)]
    capitals = [word for word in words if _is_name(word, allowed)]
    if 2 * sum(word[0][0].isupper() for word in words) > len(words):
        return []
    spans: list[tuple[int, int]] = []
    for word in capitals:
        if spans and _BETWEEN.fullmatch(text, spans[-1][1], word.start()):
            spans[-1] = (spans[-1][0], word.end())
        else:
            spans.append(word.span())
    return [text[start:end] for start, end in spans]


def _is_name(word: re.Match[str], allowed: Collection[str]) -> bool:
    written = re.sub(r"[’']s?$", "", word[0])
    return (
        written[0].isupper()
        and not written.removesuffix("s").isupper()
        and not _BEGINS.search(word.string, 0, word.start())
        and not any(part.lower() in allowed for part in (written, written.removesuffix("s"), *written.split("-")))
    )
