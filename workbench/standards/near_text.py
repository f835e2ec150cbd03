"""Texts of two lists that are nearly the same, found without comparing every one with every other.

A text is its words and its pairs of neighbouring words. Two texts are as near as the weight that they
share (Dice's coefficient, a part weighing the more the fewer texts have it). Only texts that share one of
their rare parts are compared: of each text just so many parts are indexed, rarest first, that no text near
enough can share none of them (prefix filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant
2007). So the time grows with the texts, not with their product.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

WORD = re.compile(r"[^\W_]+")
MOST_SHARED = 100
"""A part that more texts have is not searched by; it would lead to everything."""
FEW = 1_000
"""Lists shorter than this weigh their parts as if they were so long, or what two of ten share would seem common."""
MOST_WORDS = 400
"""Words of a text that are looked at: a longer one is told by its beginning."""


@dataclass(frozen=True, slots=True)
class Near:
    """Two texts, by key, that are each other's nearest; ``margin``: how far the next one is behind."""

    old: str
    new: str
    score: float
    margin: float


def nearest(old: Mapping[str, str], new: Mapping[str, str], *, least: float, margin: float) -> list[Near]:
    """Return the pairs that are at least ``least`` (0 to 1) near and nearer than any other pair by ``margin``.

    The texts are by key; a text is in one pair at most. Turning the lists round turns the pairs round.

    >>> nearest({"a": "Count to 100 by ones"}, {"x": "Count to 120 by ones", "y": "Name shapes"}, least=0.3, margin=0.1)
    [Near(old='a', new='x', score=0.64, margin=0.64)]
    """
    sides = [{key: parts_of(text) for key, text in side.items()} for side in (old, new)]
    shares = Counter(part for side in sides for parts in side.values() for part in parts)
    count = max(FEW, sum(len(side) for side in sides))
    weights = {part: math.log1p(count / shared) for part, shared in shares.items()}
    scores = dict(_candidates(sides[0], sides[1], shares, weights, least))
    rivals = (_ranked(scores, 0), _ranked(scores, 1))
    found: list[Near] = []
    for (one, other), score in sorted(scores.items()):
        first, second = rivals[0][one], rivals[1][other]
        behind = score - max(_next(first), _next(second))
        if score == first[0] == second[0] and behind >= margin:
            found.append(Near(one, other, round(score, 2), round(behind, 2)))
    return found


def parts_of(text: str) -> frozenset[str]:
    """Return the words of a text and its pairs of neighbouring words, without case."""
    words = [found[0] for found in islice(WORD.finditer(text.casefold()), MOST_WORDS)]
    return frozenset([*words, *(f"{one} {two}" for one, two in pairwise(words))])


def _candidates(
    old: Mapping[str, frozenset[str]],
    new: Mapping[str, frozenset[str]],
    shares: Mapping[str, int],
    weights: Mapping[str, float],
    least: float,
) -> Iterator[tuple[tuple[str, str], float]]:
    """Yield (old key, new key) with the nearness, for all that are near enough and share a rare part."""
    index: dict[str, list[str]] = {}
    totals = {key: sum(weights[part] for part in sorted(parts)) for key, parts in new.items()}
    for key, parts in new.items():
        for part in _rare(parts, shares, weights, least):
            index.setdefault(part, []).append(key)
    for key, parts in old.items():
        total = sum(weights[part] for part in sorted(parts))
        met = {other for part in _rare(parts, shares, weights, least) for other in index.get(part, ())}
        for other in met:
            shared = sum(weights[part] for part in sorted(parts & new[other]))
            score = 2 * shared / (total + totals[other])
            if score >= least:
                yield (key, other), score


def _rare(parts: Iterable[str], shares: Mapping[str, int], weights: Mapping[str, float], least: float) -> Sequence[str]:
    """Return the rarest parts, so many that what is left weighs too little to make two texts near."""
    ordered = sorted(parts, key=lambda part: (shares[part], part))
    left = sum(weights[part] for part in ordered)
    # Dice at least t means that the shared weight is at least t / (2 - t) of either text's.
    needed = left * least / (2 - least)
    found = []
    for part in ordered:
        if left < needed or shares[part] > MOST_SHARED:
            break
        found.append(part)
        left -= weights[part]
    return found


def _ranked(scores: Mapping[tuple[str, str], float], side: int) -> dict[str, list[float]]:
    """Return, by the key of one side, the nearness of the best two."""
    found: dict[str, list[float]] = {}
    for keys, score in scores.items():
        best = found.setdefault(keys[side], [])
        best.append(score)
        best.sort(reverse=True)
        del best[2:]
    return found


def _next(best: Sequence[float]) -> float:
    return best[1] if len(best) > 1 else 0.0
