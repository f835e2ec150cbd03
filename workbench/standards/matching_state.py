"""The state of a matching: the pairs found, what is left of either version, and what standards are known by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from workbench.model import Standard, StandardSet, fold_code
from workbench.standards.naming import wording
from workbench.standards.near_text import parts_of
from workbench.standards.set_change import Match

Key = Callable[[Standard], Any]
"""What a standard is known by in one step; something hashable, or None or an empty text where it cannot be asked."""

TOP, ELSEWHERE = 0, -1
"""Where a standard stands, beside the numbers of matched parents, which begin with 1."""
ROUNDS = 8
"""How many levels of a tree one step goes down: each round needs the parents that the last one matched."""
TELLING = 4
"""Words of a wording that tells a standard by itself; shorter ones are headings, which recur."""


@dataclass(slots=True)
class Matching:
    """The pairs found so far, by (old id, new id), and what is left of either version."""

    old: StandardSet
    new: StandardSet
    pairs: dict[tuple[str, str], Match] = field(default_factory=dict)
    left: tuple[dict[str, Standard], dict[str, Standard]] = field(init=False)
    numbers: tuple[dict[str, int], dict[str, int]] = field(init=False)

    def __post_init__(self) -> None:
        """Begin with everything unmatched."""
        self.left = (dict(self.old.by_id), dict(self.new.by_id))
        self.numbers = ({}, {})

    def take(self, old_id: str, new_id: str, match: Match) -> None:
        """Note a pair; the first reason for it stays."""
        self.pairs.setdefault((old_id, new_id), match)
        self.left[0].pop(old_id, None)
        self.left[1].pop(new_id, None)
        number = len(self.pairs)
        self.numbers[0].setdefault(old_id, number)
        self.numbers[1].setdefault(new_id, number)

    def unique(self, key: Key, match: Match) -> int:
        """Match what is alone under its key in both versions; return how many."""
        return self.each([key, key], lambda _old, _new: match)

    def each(self, keys: Iterable[Key], judge: Callable[[Standard, Standard], Match | None]) -> int:
        """Match, where ``judge`` says so, what is alone under its key (one function a version) in both."""
        sides = [alone(side.values(), key) for side, key in zip(self.left, keys, strict=True)]
        found = [(one, sides[1][key]) for key, one in sides[0].items() if key in sides[1]]
        for one, other in found:
            if match := judge(one, other):
                self.take(one.id, other.id, match)
        return sum((one.id, other.id) in self.pairs for one, other in found)

    def parents(self, side: int) -> Callable[[Standard], int]:
        """Return what tells the pair of a standard's parent in one version.

        TOP for a heading at the top; ELSEWHERE where the parent is unmatched, and for what stands in a mere list.
        """
        whole, numbers = (self.old, self.new)[side], self.numbers[side]

        def parent(one: Standard) -> int:
            if one.parent_id in whole.by_id:
                return numbers.get(one.parent_id, ELSEWHERE)
            return TOP if one.id in whole.children else ELSEWHERE

        return parent

    def below(self, key: Key, judge: Callable[[Standard, Standard], Match | None]) -> None:
        """Match what is alone under its key among the children of a matched pair, level by level."""
        for _ in range(ROUNDS):
            if not self.each([_below(key, self.parents(side)) for side in (0, 1)], judge):
                break


def _below(key: Key, parent: Callable[[Standard], int]) -> Key:
    def below(one: Standard) -> Any:
        value, pair = key(one), parent(one)
        return (pair, value) if value and pair != ELSEWHERE else None

    return below


def alone(standards: Iterable[Standard], key: Key) -> dict[Any, Standard]:
    """Return the standards that have a key to themselves, by it."""
    found: dict[Any, Standard | None] = {}
    for one in standards:
        if value := key(one):
            found[value] = None if value in found else one
    return {value: one for value, one in found.items() if one is not None}


def code_of(one: Standard) -> str:
    """Return a standard's code as codes are compared."""
    return fold_code(one.code)


def text_of(one: Standard) -> str:
    """Return a standard's wording without case and with single spaces."""
    return " ".join(wording(one).casefold().split())


def telling_text(one: Standard) -> str:
    """Return the wording where it is long enough to tell a standard by itself, else an empty text."""
    text = text_of(one)
    return text if text.count(" ") >= TELLING - 1 else ""


def alike(old: Standard, new: Standard) -> float:
    """Return how much of words and neighbouring words two wordings share, each weighing the same (Dice)."""
    one, other = parts_of(wording(old)), parts_of(wording(new))
    return 2 * len(one & other) / (len(one) + len(other) or 1)


def holds(old: Standard, new: Standard) -> float:
    """Return how much of the shorter wording's words and neighbouring words is in the longer one, from 0 to 1."""
    one, other = parts_of(wording(old)), parts_of(wording(new))
    return len(one & other) / (min(len(one), len(other)) or 1)
