"""Standards matched by nearly the same wording, below the same parent, anywhere, or in the same grades."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.model import Standard
from workbench.standards.matching_state import ELSEWHERE, ROUNDS, TOP, Key, Matching, alone, text_of
from workbench.standards.near_text import nearest
from workbench.standards.set_change import Certainty, Match

SAME_PLACE, ANYWHERE = 0.4, 0.55
"""How near a wording must be below the same parent, and anywhere (see near_text)."""
LIKELY = 0.7
"""How near it must be, away from its parent, to be more than possible."""
MARGIN = 0.06
"""How far the second nearest wording must be behind."""


def match_by_near_wording(found: Matching) -> None:
    """Match wordings that are each other's nearest; below the same parent less is asked of them."""
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
        return (group(one), text_of(one)) if text_of(one) else None

    found: dict[Any, dict[str, str]] = {}
    for (where, text), one in alone(standards, key).items():
        found.setdefault(where, {})[one.id] = text
    return found


def _near_match(score: float, place: str) -> Match:
    likely = score >= LIKELY or (bool(place) and score >= ANYWHERE)
    reason = f"The wording is {score:.0%} alike{place}, and no other comes near."
    certainty = Certainty.LIKELY if likely else Certainty.POSSIBLE
    return Match(certainty=certainty, score=round(0.85 * score, 2), reason=reason)
