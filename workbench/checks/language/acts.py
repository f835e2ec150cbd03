"""The acts that a statement asks for: its main verbs, of which two may name one act, or mean nearly the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TypeAlias

from workbench.checks.language.lists import words_of
from workbench.checks.language.reading import Word
from workbench.checks.language.verbs import Lead, lead
from workbench.model.framework import Framework

Act: TypeAlias = tuple[Word, ...]
"""The verbs of one act: one; a pair of a list; or verbs with "or" between them, of which one is enough."""


def acts_in(framework: Framework) -> Callable[[str], list[Act]]:
    """Return what tells the acts of a text, by the district's lists of pairs."""
    pairs = {*pairs_of(framework, "verb_pairs"), *pairs_of(framework, "near_verbs")}

    def acts(text: str) -> list[Act]:
        read = lead(text)
        choices = set(_choices(read))
        found: list[Act] = []
        for verb in read.verbs:
            if found and (verb in choices or frozenset((found[-1][-1].lemma, verb.lemma)) in pairs):
                found[-1] += (verb,)
            else:
                found.append((verb,))
        return found

    return acts


def pairs_of(framework: Framework, key: str) -> frozenset[frozenset[str]]:
    """Return the pairs of a list ("collect and gather") as the district has them."""
    return frozenset(frozenset(pair.split(" and ")) for pair in words_of(framework, key))


def _choices(read: Lead) -> Iterator[Word]:
    main = [word for word in read.words if word.tag != "AV0"]
    return (word for before, word in pairwise(main) if before.lemma == "or")
