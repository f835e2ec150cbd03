"""A statement opens with a phrase that hides what students do.

## What it checks

No performance indicator, competency or learning target opens with "demonstrate an understanding of", "show
knowledge of" or the like. A district changes these phrases under "words.wrapper_phrases".

## Why it matters

Understanding can be demonstrated by naming or by proving. The phrase looks like an act and leaves the act open,
and with it how demanding the work is.

## Flagged

```yaml
indicators:
  - {id: cells, statement: Demonstrate a deep understanding of how cells use energy.}
```

## Instead

```yaml
indicators:
  - {id: cells, statement: Demonstrate an understanding of how cells use energy by modeling the process.}
```

## Limits

Articles, possessives and adjectives within the phrase ("a deep and lasting", "an in-depth") are passed over. A
statement that goes on with "by" and a verb answers the question, and is let be, whatever the verb. The phrase is
looked for where the statement opens and nowhere else.

## Source

Published lists of verbs to avoid in learning outcomes; "by doing what?" is the question they ask.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import pairwise

from workbench.checks.given import CheckInput, Fault
from workbench.checks.language.kept import remembered
from workbench.checks.language.lists import found_in, words_of
from workbench.checks.language.reading import Sentence
from workbench.checks.language.statements import stated
from workbench.checks.language.verbs import lead
from workbench.checks.wording import called, quote
from workbench.localize.lazy import lazy_gettext as _

READS = ("competencies", "indicators", "targets")
EACH = READS
PASSED_OVER = frozenset({"AT0", "DPS", "DT0", "AJ0", "AJC", "AJS", "AV0"})
"""Tags of words that may stand within the phrase: articles, possessives, adjectives, adverbs."""
BETWEEN = frozenset({"and", ","})
"""What may stand between two of them."""
ARTICLES = frozenset({"a", "an", "the"})


def find(given: CheckInput) -> Iterator[Fault]:
    """Yield each statement that opens with a wrapper and does not go on with "by" doing something."""
    phrases = tuple(_bare(phrase) for phrase in words_of(given.framework, "wrapper_phrases"))
    for thing in stated(given.framework, READS):
        said = _wrapper(thing.statement, phrases)
        if said:
            yield Fault(
                subject=thing,
                message=_(
                    "{phrase} in the {statement} leaves open what students do.",
                    phrase=quote(said),
                    statement=called(given.framework, thing),
                ),
                remedy=_("Ask “by doing what?” and begin with the answer."),
                field="statement",
                evidence=(said,),
            )


def _bare(phrase: str) -> str:
    return " ".join(word for word in phrase.split() if word not in ARTICLES)


@remembered
def _wrapper(statement: str, phrases: tuple[str, ...]) -> str:
    """Return the phrase that hides what a statement asks for; empty where there is none, or it says how."""
    words = lead(statement).words
    return "" if _says_how(words) else _opening(words, phrases)


def _opening(words: Sentence, phrases: tuple[str, ...]) -> str:
    """Return the phrase at the beginning as it is written; empty where there is none."""
    wanted = {part for phrase in phrases for part in phrase.split()}
    kept = [at for at, word in enumerate(words) if word.lemma in wanted or not _is_passed_over(words, at, wanted)]
    phrase, start = next(found_in(" ".join(words[at].text for at in kept), phrases), ("", -1))
    last = kept[len(phrase.split()) - 1] if start == 0 else -1
    return "".join(_spaced(words[: last + 1]))


def _spaced(words: Sentence) -> Iterator[str]:
    """Yield the words with the spaces that were written between them: "in-depth" has none."""
    end = words[0].start if words else 0
    for word in words:
        yield " " * (word.start - end) + word.text
        end = word.start + len(word.text)


def _is_passed_over(words: Sentence, at: int, wanted: Collection[str]) -> bool:
    """Tell whether a word only says what kind of understanding it is, as in "a deep and lasting, in-depth" one."""
    if words[at].lemma in BETWEEN:
        return {word.tag for word in (*words[at - 1 : at], *words[at + 1 : at + 2])} <= PASSED_OVER
    hyphen = next(
        (place for place in (at - 1, at, at + 1) if words[place : place + 1] and words[place].text == "-"), at
    )
    if words[hyphen].text == "-":
        # "Self-awareness" is another thing than awareness.
        return all(word.lemma not in wanted for word in words[hyphen + 1 : hyphen + 2])
    return words[at].tag in PASSED_OVER


def _says_how(words: Sentence) -> bool:
    return any(one.lemma == "by" and other.text.lower().endswith("ing") for one, other in pairwise(words))
