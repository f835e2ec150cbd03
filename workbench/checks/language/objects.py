"""What the main verbs of a statement act on: the nouns that they govern directly."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.language.reading import Sentence, Word
from workbench.checks.language.verbs import Lead

_NOUNS = frozenset({"NN0", "NN1", "NN2"})
_BEFORE = frozenset({"AJ0", "AJC", "AJS", "AT0", "AV0", "CRD", "DPS", "DT0", "ORD"})
"""Tags of the words that may stand between a verb and its noun."""
_MEASURES = frozenset({
    "ability", "array", "aspect", "collection", "form", "group", "kind", "knowledge", "number", "part", "range",
    "series", "set", "sort", "type", "understanding", "use", "variety", "way",
})  # fmt: skip
"""Nouns that say little without what follows their "of"."""
_BY_MEANS = frozenset({"apply", "employ", "use", "utilize"})


def objects_of(lead: Lead) -> Iterator[Word]:
    """Yield the noun that each main verb governs: of "draws a varied set of conclusions" it is "conclusions".

    Left out are the means of verbs such as "use", and nouns to which "or" joins another.
    """
    for verb in lead.verbs:
        if verb.lemma in _BY_MEANS:
            continue
        at = next(place for place, word in enumerate(lead.words) if word.start == verb.start) + 1
        if found := _noun(lead.words, at):
            yield found


def _noun(words: Sentence, at: int) -> Word | None:
    while at < len(words) and words[at].tag in _BEFORE:
        at += 1
    last = None
    while at < len(words) and words[at].tag in _NOUNS:
        last, at = words[at], at + 1
    if last and last.lemma in _MEASURES:
        return _noun(words, at + 1) if at < len(words) and words[at].text == "of" else None
    return None if at < len(words) and words[at].text == "or" else last


def same_family(one: str, other: str) -> bool:
    """Tell whether two lemmas begin alike, as words of one family do: "compare" and "comparison"."""
    length = min(4, max(3, min(len(one), len(other)) - 1))
    return one == other or one[:length] == other[:length]
