"""A performance indicator or a learning target opens with no verb.

## What it checks

The statement of each performance indicator and each learning target opens with a verb, with "I can", with
"Students will" (or "SWBAT", "TLW" and the like) or with a question.

## Why it matters

A topic ("Linear functions") says what is taught and not what students do with it. It can be covered, and it
cannot be met.

## Flagged

```yaml
indicators:
  - {id: lines, statement: Knowledge of linear functions and their graphs}
```

## Instead

```yaml
indicators:
  - {id: lines, statement: Model situations with linear functions and their graphs}
```

## Limits

A word that is a noun in most texts ("plate dishes") may be missed as a verb; a district adds such verbs under
"words.noun_like_verbs". One of that list counts as a verb wherever more than "of" follows it. A phrase whose first
word can be a verb ("Model trains") is not seen. Competencies are not looked at, since a competency may be a field of
work.

## Source

New Hampshire's competency validation rubric: weak where it names facts or topics alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.lists import words_of
from workbench.checks.language.reading import Sentence
from workbench.checks.language.statements import stated
from workbench.checks.language.verbs import Opening, lead
from workbench.checks.wording import called, quote
from workbench.localize.lazy import lazy_gettext as _

READS = ("indicators", "targets")
EACH = READS


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement that is a topic."""
    verbs = set(words_of(given.framework, "noun_like_verbs"))
    for thing in stated(given.framework, READS):
        found = lead(thing.statement)
        if found.opening is not Opening.OTHER:
            continue
        first, second = _two_words(found.words)
        # "Graph of a function" is a topic all the same.
        is_verb = not verbs.isdisjoint(_readings(first)) and second not in {"", "of"}
        if first and not is_verb:
            yield Fault(
                subject=thing,
                message=_(
                    "The {statement} opens with {word}, which is no verb.",
                    statement=called(given.framework, thing),
                    word=quote(first),
                ),
                remedy=_("Begin with the verb that says what students do."),
                field="statement",
                evidence=(first,),
            )


def _two_words(words: Sentence) -> tuple[str, str]:
    """Return the first two words of a sentence as written, "co-author" as one; empty where there are fewer."""
    parts, end = list[str](), -1
    for word in words:
        if word.start == end and parts and (word.text == "-" or parts[-1].endswith("-")):
            parts[-1] += word.text
        elif word.is_word:
            parts.append(word.text)
        end = word.start + len(word.text)
    first, second = (*parts, "", "")[:2]
    return first, second


def _readings(word: str) -> set[str]:
    """Return what a word may stand as in a list of verbs: whole, or by what is behind its hyphen."""
    return {word.lower(), word.lower().rpartition("-")[2]}
