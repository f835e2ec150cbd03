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
most words with a capital, is let be. The first word of a sentence, what stands before a
colon and the first word behind it are not looked at, and a name in small letters is not seen.

## Source

New Hampshire's competency validation rubric: weak where tied to a resource. That capitals tell a name is ours.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import words_of
from workbench.checks.language.statements import stated
from workbench.checks.language.verbs import BULLET
from workbench.checks.wording import called, quoted
from workbench.localize.lazy import lazy_gettext as _

READS = ("competencies", "indicators")
EACH = READS
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_FROM_ITS_PLACE = re.compile(r"(?:^|\n|[.:?!*],?)[\s“\"'(+*)•·▪◦–—-]*$|\\$")
"""What stands before a word that has its capital from its place."""
_TITLE = re.compile(r"\b(?:capt|col|dr|ft|gen|gov|hon|lt|mrs?|ms|mt|pres|prof|rep|rev|sen|sgt|st)\.\s*$", re.IGNORECASE)
"""A title, whose full stop ends no sentence: the name goes on."""
_HEADING = re.compile(r"^[^:.?!]{2,50}:")
_BETWEEN = re.compile(r"\.? (?:(?:of|the|and|a) ){0,2}")
"""What may stand between two words of one name."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with a name in it."""
    allowed = frozenset(words_of(given.framework, "names_allowed"))
    for thing in stated(given.framework, READS):
        names = _names(thing.statement, allowed)
        if names:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} names {names}.", statement=called(given.framework, thing), names=quoted(names)
                ),
                remedy=_("Say what kind of work, product or place is meant, and name it in a course or an assessment."),
                field="statement",
                evidence=tuple(names),
            )


def _names(text: str, allowed: Collection[str]) -> list[str]:
    text = BULLET.sub("", text)
    heading = _HEADING.match(text)
    words = [*_WORD.finditer(text, heading.end() if heading else 0)]
    if 2 * sum(word[0][0].isupper() for word in words) > len(words):
        return []
    names: list[list[re.Match[str]]] = []
    for word in words:
        if _has_capital_of_its_own(word):
            if names and _BETWEEN.fullmatch(text, names[-1][-1].end(), word.start()):
                names[-1].append(word)
            else:
                names.append([word])
    # "Theorem" is allowed, and with it the name of every theorem.
    return [text[name[0].start() : name[-1].end()] for name in names if not any(_is_in(one, allowed) for one in name)]


def _has_capital_of_its_own(word: re.Match[str]) -> bool:
    before = word.string, max(0, word.start() - 9), word.start()
    return (
        word[0][0].isupper()
        and not word[0].removesuffix("s").isupper()
        and (not _FROM_ITS_PLACE.search(*before) or _TITLE.search(*before) is not None)
    )


def _is_in(word: re.Match[str], allowed: Collection[str]) -> bool:
    written = re.sub(r"[’']s?$", "", word[0].lower())
    return any(part in allowed for part in (written, written.removesuffix("s"), *written.split("-")))
