"""Which texts say nearly the same, found without holding each against each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from math import ceil

from workbench.checks.language.kept import remembered
from workbench.checks.language.reading import words

PASSED_OVER = frozenset(["a", "an", "the", "to", "i", "we", "can", "will", "be", "able", "student"])
"""Lemmas of articles and of openings such as “Students will be able to”, which say nothing of what is asked for."""


@remembered
def lemmas(text: str) -> tuple[str, ...]:
    """Return the lemmas of a text in order, without those that are passed over."""
    return tuple(word.lemma for word in words(text) if word.lemma not in PASSED_OVER)


def twins(
    rows: Sequence[tuple[str, ...]], least: float, may_be: Callable[[int, int], bool]
) -> Iterator[tuple[int, int]]:
    """Yield (place, earlier place) for each row that is at least ``least`` like an earlier one, with the first such.

    Two rows are alike by what they share of all their members, and by its order, each at ``least``.

    Two sets that share enough of their members share one of the rarest few of each, so only rows that meet there
    are compared (the prefix filter of Chaudhuri, Ganti and Kaushik, 2006); and where the rarest that they share comes
    late, too few are left to be shared (the positional filter of Xiao, Wang, Lin and Yu, 2008).
    """
    members = [_members(row) for row in rows]
    frequency = Counter(lemma for row in members for lemma in row)
    rarity = {lemma: rank for rank, lemma in enumerate(sorted(frequency, key=lambda one: (frequency[one], one)))}
    meeting = defaultdict[str, dict[tuple[int, int], list[int]]](dict)
    for place, row in enumerate(rows):
        ranked = sorted(members[place], key=rarity.__getitem__)
        rarest = ranked[: max(0, len(ranked) - ceil(least * len(ranked)) + 1)]
        candidates = sorted(
            {
                one
                for after, lemma in enumerate(rarest)
                for (left, size), places in meeting[lemma].items()
                if _suffices(min(len(ranked) - after, left), len(ranked) + size, least)
                for one in places
            }
        )
        near = (one for one in candidates if may_be(place, one) and _share(members[place], members[one], least))
        earlier = next((one for one in near if _in_order(rows[one], row, least)), None)
        if earlier is not None:
            yield place, earlier
        if earlier is not None and rows[earlier] == row:
            continue  # whatever is like this one is like the earlier one
        for after, lemma in enumerate(rarest):
            meeting[lemma].setdefault((len(ranked) - after, len(ranked)), []).append(place)


@remembered  # ten thousand new sets after each edit would have Python look for what can be thrown away
def _members(row: tuple[str, ...]) -> frozenset[str]:
    return frozenset(row)


def _share(one: frozenset[str], other: frozenset[str], least: float) -> bool:
    return _suffices(len(one & other), len(one) + len(other), least)


def _suffices(shared: int, both: int, least: float) -> bool:
    """Tell whether two sets with ``both`` members, counted apart, share enough of all."""
    return shared >= least * (both - shared)


def _in_order(one: Sequence[str], other: Sequence[str], least: float) -> bool:
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= least
