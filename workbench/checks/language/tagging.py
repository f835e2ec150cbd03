"""HanTa's tagger of sentences, quicker: the same likeliest row of tags, without weighing what cannot be.

HanTa weighs, for each word, every tag that may follow what came before; most of them the word never has. Here what
may follow is worked out once for a word and the two tags before it, in the same order and with the same sums, so
that even what is equally likely falls out alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Any, TypeAlias

from HanTa.HanoverTagger import EMPTY, END, START, UNKNOWN, HanoverTagger

from workbench.checks.language.kept import remembered

State: TypeAlias = tuple[int, int]
"""The tags of two neighbouring words."""
Row: TypeAlias = dict[State, float]

WORDS = 32_768
"""Words whose analysis is kept, and words with what came before them."""
_LEAST = -1e6
_WIDTH = 5
"""Likeliest states that are followed, and those at most 1 below the next."""


class Tagger(HanoverTagger):  # type: ignore[misc]  # it comes without types
    """The tagger of a shipped model."""

    def __init__(self, model: str) -> None:
        """Load the model."""
        super().__init__(model)
        # Analysed anew each time that it is met, a word takes twice as long.
        for name in ("analyze_forward", "_analyze", "_follow", "_chances"):
            setattr(self, name, remembered(getattr(self, name), WORDS))

    def tag_sent_viterbi(self, sent: Sequence[str], casesensitive: bool = True) -> list[int]:  # noqa: FBT001, FBT002  # as the base has it
        """Return the tags of a sentence."""
        row: Row = {(EMPTY, START): 0.0}
        steps: list[dict[State, State]] = []
        for place, word in enumerate(sent):
            row, came = self._step(row, word, casesensitive=casesensitive and place > 0)
            steps.append(came)
        state, best = None, -inf
        for one, chance in row.items():
            total = chance + self.LP_trans_word[one].get(END, -inf)
            if total > best:
                state, best = one, total
        return _back(state, steps)

    def _step(self, row: Row, word: str, *, casesensitive: bool) -> tuple[Row, dict[State, State]]:
        bound = sorted(row.values(), reverse=True)[_WIDTH] - 1 if len(row) > _WIDTH else _LEAST
        after: Row = {}
        came: dict[State, State] = {}
        for state, chance in row.items():
            if chance < bound:
                continue
            for now, step, fits in self._follow(state, word, casesensitive):
                total = chance + step + fits
                if total > _LEAST and (now not in after or total > after[now]):
                    after[now], came[now] = total, state
        return after, came

    def _follow(self, state: State, word: str, casesensitive: bool) -> list[tuple[State, float, float]]:  # noqa: FBT001  # a key of its cache
        """Return what may follow a state where ``word`` comes next, and how likely it is."""
        chances = self._chances(word, casesensitive)
        return [
            ((state[1], tag), step, chances.get(tag, 0.0))
            for tag, step in self.LP_trans_word[state].items()
            if tag != END and (not chances or tag in chances)
        ]

    def _chances(self, word: str, casesensitive: bool) -> dict[int, float]:  # noqa: FBT001  # a key of its cache
        """Return how likely each tag is for a word; nothing where anything goes."""
        found = dict(self._tag_word(word, cutoff=5, casesensitive=casesensitive, conditional=True))
        return {} if found.keys() == {UNKNOWN} else found


def _back(state: Any, steps: list[dict[State, State]]) -> list[int]:
    tags = []
    for came in reversed(steps):
        tags.append(state[1])
        state = came[state]
    return tags[::-1]
