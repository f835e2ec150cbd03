"""Why a standard is suggested, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from workbench.measures.suggestions.memory import Memory
from workbench.measures.suggestions.texts import Query
from workbench.measures.suggestions.words import term

_PLAIN = """
about across all also and another any are between both but can each etc for from has have how into its more not one
other others our out over own several she should some such than that the their them then there these they this those
through two use used uses using was were what when where which while who why will with within you your
"""
PLAIN = frozenset(_PLAIN.split())
"""English words that carry no subject; they count a little, as all do, and explain nothing."""

MOST = 6
"""Reasons of one sort that are told."""

TELLING = 1.5
"""Rarity (idf) from which on a shared word is a reason; "of" and "text" are none."""

ALIKE = 0.3
"""Nearness from which on an earlier decision is a reason."""

JOINED = 1.0
"""Weight from which on a pair of the vocabulary is a reason."""


def shared_words(ours: Sequence[str], theirs: Sequence[str], rarity: Callable[[str], float]) -> tuple[str, ...]:
    """Return our words that stand in the standard too, in any ending, in our order; the most telling ones."""
    there = {term(word) for word in theirs}
    shared = [word for word in dict.fromkeys(ours) if term(word) in there and _says_something(word)]
    # In a set of a few standards no word is rare; what both share is the reason all the same.
    shared = [word for word in shared if rarity(word) >= TELLING] or shared
    kept = sorted(shared, key=rarity, reverse=True)[:MOST]
    return tuple(word for word in shared if word in kept)


def _says_something(word: str) -> bool:
    return word not in PLAIN and (len(word) > 2 or not word.isascii())  # noqa: PLR2004  # the "e" and "g" of "e.g."


def related_words(
    ours: Sequence[str],
    theirs: Sequence[str],
    vocabulary: Mapping[str, Mapping[str, float]],
) -> tuple[tuple[str, str], ...]:
    """Return pairs of our word and another word of the standard that the vocabulary joins, the strongest first."""
    by_term = {term(word): word for word in reversed(theirs)}
    pairs = [
        (weight, word, by_term[other])
        for word in dict.fromkeys(ours)
        if _says_something(word)
        for other, weight in vocabulary.get(term(word), {}).items()
        if weight >= JOINED and other in by_term and other != term(word) and _says_something(by_term[other])
    ]
    best = sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2]))[:MOST]
    return tuple((word, other) for _, word, other in best)


def learnt_from(memory: Memory, query: Query, kin: frozenset[int]) -> tuple[str, ...]:
    """Return the things of ours with a like text that were aligned to one of the standards at ``kin``."""
    near = memory.nearness(query)
    found = [
        (float(near[place]), one.subject_id)
        for place, one in enumerate(memory.decisions)
        if one.accepted and int(memory.places[place]) in kin and near[place] >= ALIKE
    ]
    best = sorted(found, key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys(subject for _, subject in best))[:MOST]
