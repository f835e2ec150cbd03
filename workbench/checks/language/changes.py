"""What changes from one level of a scoring criterion to the next."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from workbench.checks.language.reading import KEPT, Word, words
from workbench.checks.levels import levels_of
from workbench.model.framework import Framework
from workbench.model.scoring import Criterion


def adjacent(framework: Framework, criterion: Criterion) -> Iterator[tuple[str, str]]:
    """Yield the keys of neighbouring levels that both have a descriptor, lower level first.

    A level without words between two others is passed over: empty-descriptor tells of it.
    """
    filled = [key for key in levels_of(framework, criterion) if criterion.descriptors.get(key, "").strip()]
    yield from pairwise(filled)


@lru_cache(KEPT)
def changed(lower: str, upper: str) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Return the words that only the lower text has, and those that only the upper one has, compared by lemma."""
    one, other = words(lower), words(upper)
    matcher = SequenceMatcher(None, [word.lemma for word in one], [word.lemma for word in other], autojunk=False)
    steps = [step for step in matcher.get_opcodes() if step[0] != "equal"]
    return (
        tuple(word for _, start, end, _, _ in steps for word in one[start:end]),
        tuple(word for _, _, _, start, end in steps for word in other[start:end]),
    )
