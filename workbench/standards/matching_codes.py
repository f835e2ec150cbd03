"""Standards matched by code and by the same wording."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from workbench.model import Standard, fold_code
from workbench.standards.bands import span_of
from workbench.standards.matching_state import Key, Matching, alike, code_of, holds, telling_text, text_of
from workbench.standards.set_change import Certainty, Match
from workbench.standards.strand_codes import CodeParts, parts_of_code

SAME_PARTS = "The codes name the same grade, strand and number"
CATEGORY = re.compile("[A-Z]-[A-Z]+")
NEAR = 0.55
"""Nearness from which a code with another wording is certainly the same standard."""
RENUMBERED = 0.3
"""Nearness under which a code is taken to stand for something else now."""

PART = 0.8
"""How much of the shorter wording must be in the longer one to be a part of it."""


def match_by_code_and_wording(found: Matching) -> None:
    """Match what has code and wording for itself, in the whole set or below its parent.

    Publishers write one code in several orders (RL.K.1, K.RL.1; HSA-SSE.A.1, A-SSE.1), so grade, strand and number
    tell as much as the code.
    """
    match = Match(certainty=Certainty.CERTAIN, score=0.97, reason="Code and wording are the same.")

    def both(one: Standard) -> tuple[str, str] | None:
        return (code_of(one), text_of(one)) if code_of(one) and text_of(one) else None

    def parts(one: Standard) -> tuple[Any, str] | None:
        named = _parts(one)
        return (named, text_of(one)) if named and text_of(one) else None

    found.unique(both, match)
    found.below(both, lambda _old, _new: match)
    found.unique(parts, replace(match, score=0.95, reason=f"{SAME_PARTS}, and the wording is the same."))


def match_by_wording(found: Matching) -> None:
    """Match what has its wording for itself: below its parent, in the whole set, or in its grades."""
    placed = Match(
        certainty=Certainty.CERTAIN, score=0.95, reason="The wording is the same, at the same place in the tree."
    )
    alone = Match(
        certainty=Certainty.LIKELY, score=0.9, reason="The wording is the same, and no other standard has it."
    )
    graded = Match(
        certainty=Certainty.LIKELY, score=0.85, reason="The wording and the grades are the same, and no other has both."
    )
    found.below(text_of, lambda _old, _new: placed)
    found.unique(telling_text, alone)
    found.unique(lambda one: (telling_text(one), frozenset(one.grades)) if telling_text(one) else None, graded)
    found.below(text_of, lambda _old, _new: placed)


def match_by_code(found: Matching) -> None:
    """Match by code where the wording is near, or where one version gives none."""
    found.each([code_of, code_of], _same_code)
    found.below(code_of, _same_code)
    found.each([_parts, _parts], _same_parts)
    old, new = (side.values() for side in found.left)
    found.each([_known_code(new), _known_code(old)], _same_alias)


def _same_code(old: Standard, new: Standard) -> Match | None:
    return _by_name("The code is the same", old, new)


def _same_parts(old: Standard, new: Standard) -> Match | None:
    return _by_name(SAME_PARTS, old, new)


def _same_alias(old: Standard, new: Standard) -> Match | None:
    return _by_name("One version knows it by the other's code", old, new)


def _by_name(known: str, old: Standard, new: Standard) -> Match | None:
    if not text_of(old) or not text_of(new):
        return Match(certainty=Certainty.LIKELY, score=0.8, reason=f"{known}; one of the versions gives no wording.")
    near = alike(old, new)
    if near < RENUMBERED:
        # Publishers add examples and limits behind a wording.
        reason = f"{known}, and one wording is part of the other."
        return Match(certainty=Certainty.LIKELY, score=0.75, reason=reason) if holds(old, new) >= PART else None
    certainty = Certainty.CERTAIN if near >= NEAR else Certainty.LIKELY
    return Match(
        certainty=certainty,
        score=round(0.7 + 0.27 * near, 2),
        reason=f"{known}, and the wording is {near:.0%} alike.",
    )


def match_reused_code(found: Matching) -> None:
    """Match by code alone what nothing else matched: the weakest match there is."""
    found.each([code_of, code_of], _reused_code)


def _reused_code(old: Standard, new: Standard) -> Match:
    reason = f"The code is the same, but the wording is only {alike(old, new):.0%} alike: it may stand for another."
    return Match(certainty=Certainty.POSSIBLE, score=0.35, reason=reason)


def _parts(one: Standard) -> CodeParts | None:
    """Return grade, strand and number of a code, where it has all three.

    A category such as A-SSE is of high school, whether its publisher says so or not.
    """
    parts = parts_of_code(one.code, span_of(one.grades)) if one.code else None
    if parts is None or not parts.anchor:
        return None
    if CATEGORY.fullmatch(parts.strand):
        return parts._replace(band=None)
    return parts if parts.band is not None else None


def _known_code(others: Iterable[Standard]) -> Key:
    """Return what tells a standard by the one code that the other version knows, be it an alias here or there."""
    names = Counter(code for one in others for code in _codes(one))
    return lambda one: min((code for code in _codes(one) if names[code] == 1), default="")


def _codes(one: Standard) -> set[str]:
    return {fold_code(code) for code in (one.code, *one.aliases)} - {""}
