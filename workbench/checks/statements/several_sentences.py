"""A performance indicator or a learning target has more than one sentence.

## What it checks

The statement of each performance indicator and each learning target is one sentence.

## Why it matters

One score stands for one indicator. What a second sentence adds is often a second demand, and then nobody
can tell which of the two a score speaks of.

## Flagged

```yaml
indicators:
  - {id: units, statement: Choose units that fit a problem. Explain the choice to others.}
```

## Instead

```yaml
indicators:
  - {id: units, statement: "Justify the choice of units that fit a problem, e.g. in a report of a measurement."}
```

## Limits

Competencies are not looked at: a broad statement may take more than one sentence. A sentence in parentheses or
brackets, one that begins with "for example", and the codes of standards behind the statement are let be. What only a
semicolon or a line break divides counts as one, the items of a numbered list too where they do not end with a full
stop; of a verb behind a semicolon several-main-verbs tells.

## Source

Great Schools Partnership's advice that each indicator can be scored by itself; one sentence each is the
catalogue's reading. Sentences are told apart by syntok.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.reading import read
from workbench.checks.language.statements import stated
from workbench.checks.wording import called, quote
from workbench.localize.lazy import lazy_gettext as _

READS = ("indicators", "targets")
EACH = READS
_EXAMPLE = re.compile(r"[(\[]|\W*(?:for (?:example|instance)|examples?|e\.?g)\b", re.IGNORECASE)
_ITEM = re.compile(r"(?:^|[^.!?\s]\s*\n|:)\s*\(?\d{1,2}[.)]\s*\Z|;\s*\Z")
"""What is before an item of a list: its number, after what is no end of a sentence, or a semicolon."""

_SHORT = re.compile(
    r"\b(?:apps?|arts?|ca|chaps?|chs?|eqs?|exs?|figs?|max|min|nos?|pp?|pts?|sects?|secs?|tabs?|vols?|vs)\.\s*\Z",
    re.IGNORECASE,
)
"""Short forms that a number follows: "Fig. 3"."""
_CODE = re.compile(r"(?=\S*\d)[A-Z\d]\S*|[A-Z]{2,}|and|or")
"""A part of what may stand behind a statement to say which standards it is from: "CCSS HSA-CED.A.1, HSF.IF.2"."""


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement with a second sentence."""
    for thing in stated(given.framework, READS):
        second = next(
            (text for text in _further(thing.statement) if not _EXAMPLE.match(text) and not _is_code(text)), ""
        )
        if second:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} goes on after its first sentence: {second}.",
                    statement=called(given.framework, thing),
                    second=quote(second),
                ),
                remedy=_("Say it in one sentence, or make two of it."),
                field="statement",
                evidence=(second,),
            )


def _further(text: str) -> Iterator[str]:
    """Yield the text from each further sentence on."""
    begins = [sentence[0].start for sentence in read(text) if any(word.is_word for word in sentence)]
    for at in begins[1:]:
        is_number_of = text[at].isdigit() and _SHORT.search(text, 0, at)
        if not is_number_of and not _ITEM.search(text[:at]):
            yield text[at:].strip()


def _is_code(text: str) -> bool:
    parts = re.split(r"[\s,;]+", text.strip("[]()."))
    return any(letter.isdigit() for letter in text) and all(map(_CODE.fullmatch, parts))
