"""Which standard of a new version is which of the old one: identifier, links, code, then wording.

Each step looks only at what the steps before left unmatched, and takes only what is clear: a key that
two standards of one version share decides nothing. The order departs from "code before wording" in one
place: a code that now stands before a quite different wording is asked last, since publishers renumber.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.model import Standard, StandardLink, StandardSet, fold_code
from workbench.standards.near_text import nearest, parts_of
from workbench.standards.set_change import Certainty, Match, wording

Key = Callable[[Standard], Any]
"""What a standard is known by in one step; something hashable, or None or an empty text where it cannot be asked."""

TOP, ELSEWHERE = 0, -1
"""Where a standard stands, beside the numbers of matched parents, which begin with 1."""
ROUNDS = 8
"""How many levels of a tree one step goes down: each round needs the parents that the last one matched."""
TELLING = 4
"""Words of a wording that tells a standard by itself; shorter ones are headings, which recur."""
SAME_PLACE, ANYWHERE = 0.4, 0.55
"""How near a wording must be below the same parent, and anywhere (see near_text)."""
MARGIN = 0.06
"""How far the second nearest wording must be behind."""
RENUMBERED = 0.3
"""Nearness under which a code is taken to stand for something else now."""


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
        sides = [_alone(side.values(), key) for side, key in zip(self.left, keys, strict=True)]
        found = [(one, sides[1][key]) for key, one in sides[0].items() if key in sides[1]]
        for one, other in found:
            if match := judge(one, other):
                self.take(one.id, other.id, match)
        return sum((one.id, other.id) in self.pairs for one, other in found)

    def parents(self, side: int) -> Callable[[Standard], int]:
        """Return what tells the pair of a standard's parent in one version: TOP, or ELSEWHERE where it is unmatched."""
        known, numbers = (self.old, self.new)[side].by_id, self.numbers[side]
        return lambda one: numbers.get(one.parent_id, ELSEWHERE) if one.parent_id in known else TOP


def match_standards(old: StandardSet, new: StandardSet) -> dict[tuple[str, str], Match]:
    """Return why each pair (old id, new id) is taken for one standard; unmatched standards are in none."""
    found = Matching(old, new)
    _by_identifier(found)
    _by_links(found)
    _by_code_and_wording(found)
    _by_wording(found)
    _by_code(found)
    _by_near_wording(found)
    found.each([_code] * 2, _renumbered)
    return found.pairs


def _by_identifier(found: Matching) -> None:
    for one in [one for one in found.left[0] if one in found.left[1]]:
        found.take(one, one, Match(certainty=Certainty.CERTAIN, score=1.0, reason="The identifier is the same."))
    folded = Match(
        certainty=Certainty.CERTAIN,
        score=1.0,
        reason="The identifier is the same, written in other letters (capital or small).",
    )
    found.unique(lambda one: one.id.casefold(), folded)


def _by_links(found: Matching) -> None:
    """Match what the links of either version say; here alone a standard may have several counterparts."""
    ends = tuple({one.casefold(): one for one in side.by_id} for side in (found.old, found.new))
    matched = (set(found.numbers[0]), set(found.numbers[1]))
    for link in (*found.old.links, *found.new.links):
        for old_id, new_id, match in _said(link, ends):
            # A link between two standards that both versions have is about something else than the versions.
            if old_id not in matched[0] or new_id not in matched[1]:
                found.take(old_id, new_id, match)


def _said(link: StandardLink, ends: tuple[Mapping[str, str], ...]) -> Iterator[tuple[str, str, Match]]:
    """Yield the pair that a link names, if it does.

    CASE 1.1: the origin of ``replacedBy`` is superseded by the destination; the origin of ``exactMatchOf`` is
    derived from the destination.
    """
    forward = {"replacedBy": True, "exactMatchOf": False}.get(link.type)
    if forward is None:
        return
    words = "was replaced by this one" if forward else "is the original of this one"
    for straight in (True, False):
        old_end, new_end = link.origin_id, link.destination_id
        if forward is not straight:
            old_end, new_end = new_end, old_end
        old_id, new_id = ends[0].get(old_end.casefold()), ends[1].get(new_end.casefold())
        if old_id is not None and new_id is not None:
            yield old_id, new_id, _link_match(words, straight=straight)


def _link_match(words: str, *, straight: bool) -> Match:
    if straight:
        return Match(certainty=Certainty.CERTAIN, score=0.98, reason=f"The publisher says that the old one {words}.")
    reason = "The publisher links the two, but the other way round, as if the newer version were the older one."
    return Match(certainty=Certainty.LIKELY, score=0.8, reason=reason)


def _by_code_and_wording(found: Matching) -> None:
    match = Match(certainty=Certainty.CERTAIN, score=0.97, reason="Code and wording are the same.")
    found.unique(lambda one: (_code(one), _text(one)) if _code(one) and _text(one) else None, match)
    _below_parents(found, lambda one: (_code(one), _text(one)) if _code(one) and _text(one) else None, match)


def _by_wording(found: Matching) -> None:
    placed = Match(
        certainty=Certainty.CERTAIN, score=0.95, reason="The wording is the same, at the same place in the tree."
    )
    alone = Match(
        certainty=Certainty.LIKELY, score=0.9, reason="The wording is the same, and no other standard has it."
    )
    graded = Match(
        certainty=Certainty.LIKELY, score=0.85, reason="The wording and the grades are the same, and no other has both."
    )
    _below_parents(found, _text, placed)
    found.unique(_telling, alone)
    found.unique(lambda one: (_telling(one), frozenset(one.grades)) if _telling(one) else None, graded)
    _below_parents(found, _text, placed)


def _by_code(found: Matching) -> None:
    """Match by code where the wording is near, or where one version gives none."""
    found.each([_code] * 2, _same_code)
    for _ in range(ROUNDS):
        keys = [_below(found, side, _code) for side in (0, 1)]
        if not found.each(keys, _same_code):
            break
    found.each([_codes(found.left[0], found.left[1]), _codes(found.left[1], found.left[0])], _same_alias)


def _by_near_wording(found: Matching) -> None:
    for _ in range(ROUNDS):
        groups = [found.parents(side) for side in (0, 1)]
        if not _near(found, groups, least=SAME_PLACE, place=" below the same parent standard"):
            break
    _near(found, [lambda _one: True] * 2, least=ANYWHERE, place="")
    _near(found, [lambda one: frozenset(one.grades)] * 2, least=ANYWHERE, place=" in the same grades")


def _near(found: Matching, groups: Sequence[Key], *, least: float, place: str) -> int:
    """Match wordings that are each other's nearest within a group; return how many."""
    old, new = (_wordings(side.values(), group) for side, group in zip(found.left, groups, strict=True))
    count = 0
    for where in [one for one in old if one in new and one not in {TOP, ELSEWHERE}]:
        for near in nearest(old[where], new[where], least=least, margin=MARGIN):
            found.take(near.old, near.new, _near_match(near.score, place))
            count += 1
    return count


def _wordings(standards: Iterable[Standard], group: Key) -> dict[Any, dict[str, str]]:
    """Return by group and identifier the wordings that are alone in their group."""

    def key(one: Standard) -> Any:
        return (group(one), _text(one)) if _text(one) else None

    found: dict[Any, dict[str, str]] = {}
    for (where, text), one in _alone(standards, key).items():
        found.setdefault(where, {})[one.id] = text
    return found


def _near_match(score: float, place: str) -> Match:
    likely = score >= 0.7 or (bool(place) and score >= ANYWHERE)  # noqa: PLR2004  # seven parts of ten are shared
    reason = f"The wording is {score:.0%} alike{place}, and no other comes near."
    certainty = Certainty.LIKELY if likely else Certainty.POSSIBLE
    return Match(certainty=certainty, score=round(0.85 * score, 2), reason=reason)


def _same_code(old: Standard, new: Standard) -> Match | None:
    return _by_name("The code is the same", old, new)


def _same_alias(old: Standard, new: Standard) -> Match | None:
    return _by_name("One version knows it by the other's code", old, new)


def _by_name(known: str, old: Standard, new: Standard) -> Match | None:
    if not _text(old) or not _text(new):
        return Match(certainty=Certainty.LIKELY, score=0.8, reason=f"{known}; one of the versions gives no wording.")
    alike = _alike(old, new)
    if alike < RENUMBERED:
        return None
    certainty = Certainty.CERTAIN if alike >= ANYWHERE else Certainty.LIKELY
    return Match(
        certainty=certainty,
        score=round(0.7 + 0.27 * alike, 2),
        reason=f"{known}, and the wording is {alike:.0%} alike.",
    )


def _renumbered(old: Standard, new: Standard) -> Match:
    reason = f"The code is the same, but the wording is only {_alike(old, new):.0%} alike: it may stand for another."
    return Match(certainty=Certainty.POSSIBLE, score=0.35, reason=reason)


def _below_parents(found: Matching, key: Key, match: Match) -> None:
    """Match what is alone under its key among the children of a matched pair, level by level."""
    for _ in range(ROUNDS):
        if not found.each([_below(found, side, key) for side in (0, 1)], lambda _old, _new: match):
            break


def _below(found: Matching, side: int, key: Key) -> Key:
    parent = found.parents(side)

    def below(one: Standard) -> Any:
        value, pair = key(one), parent(one)
        return (pair, value) if value and pair != ELSEWHERE else None

    return below


def _codes(own: Mapping[str, Standard], others: Mapping[str, Standard]) -> Key:
    """Return what tells a standard by the code that the other version knows, be it an alias here or there."""
    names: Counter[str] = Counter()
    for one in others.values():
        names.update({fold_code(code) for code in (one.code, *one.aliases)} - {""})

    def known(one: Standard) -> str:
        codes = {fold_code(code) for code in (one.code, *one.aliases)} - {""}
        return min((code for code in codes if names[code] == 1), default="")

    return known if own else (lambda _one: "")


def _alone(standards: Iterable[Standard], key: Key) -> dict[Any, Standard]:
    """Return the standards that have a key to themselves, by it."""
    found: dict[Any, Standard | None] = {}
    for one in standards:
        if value := key(one):
            found[value] = None if value in found else one
    return {value: one for value, one in found.items() if one is not None}


def _code(one: Standard) -> str:
    return fold_code(one.code)


def _text(one: Standard) -> str:
    return " ".join(wording(one).casefold().split())


def _telling(one: Standard) -> str:
    text = _text(one)
    return text if len(re.findall(r"[^\W_]+", text)) >= TELLING else ""


def _alike(old: Standard, new: Standard) -> float:
    """Return how much of words and neighbouring words two wordings share, each weighing the same (Dice)."""
    one, other = parts_of(wording(old)), parts_of(wording(new))
    return 2 * len(one & other) / (len(one) + len(other) or 1)
