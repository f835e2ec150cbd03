"""What changes from one level of a scoring criterion to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from workbench.checks.language.criteria import described
from workbench.checks.language.kept import remembered
from workbench.checks.language.reading import Word, forms, words
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion

_AMOUNT = re.compile(r"\d+(?:[^\w\s]+\d+)*[^\w\s]*")
"""A number or a range ("1-2", "7+", "1,000"); "2D" is no amount."""
_FUNCTION = frozenset({"a", "an", "and", "may", "of", "or", "than", "the"})


def adjacent(framework: Framework, criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Yield the keys of neighbouring levels that both have a descriptor, lower level first.

    A level without words between two others is passed over: empty-descriptor tells of it.
    """
    yield from pairwise(described(framework, criterion))


def only_changed(lower: str, upper: str, phrases: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a list that changed, in small letters, each once; empty where anything else changed too.

    Numbers count as words of the list. Articles, "of" and the like go with a change of another word and do not count.
    """
    allowed = _parts(phrases) | _FUNCTION
    one, other = ({lemma for lemma, _ in forms(text)} for text in (lower, upper))
    # What only one of them has was changed, wherever it stands; mostly that is enough to know.
    apart = (form for form in forms(lower) | forms(upper) if form[0] not in one or form[0] not in other)
    if not all(_goes_with(form, allowed) for form in apart):
        return ()
    counted = [word for side in changed(lower, upper) for word in side if word.lemma not in _FUNCTION]
    if all(_goes_with((word.lemma, word.text.lower()), allowed) for word in counted):
        return tuple(dict.fromkeys(word.text.lower() for word in counted))
    return ()


def _goes_with(form: tuple[str, str], allowed: frozenset[str]) -> bool:
    lemma, written = form
    return lemma in allowed or written in allowed or _AMOUNT.fullmatch(written) is not None


@lru_cache(64)
def _parts(phrases: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part for phrase in phrases for part in phrase.split())


@remembered
def changed(lower: str, upper: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words that only the lower text has, and those that only the upper one has, compared by lemma."""
    one, other = words(lower), words(upper)
    matcher = SequenceMatcher(None, [word.lemma for word in one], [word.lemma for word in other], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple(word for _, start, end, _, _ in steps for word in one[start:end]),
        tuple(word for _, _, _, start, end in steps for word in other[start:end]),
    )
