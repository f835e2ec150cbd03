"""What a code says: its grade, its strand, and the number that recurs from grade to grade.

Publishers write the grade first (``1.OA.A.1``, ``9-10.RL.1``, ``K-LS1-1``), second (``RL.K.1``, ``M.G3.C1OA.TA``)
or into the category (``HSA.SSE.A.1``, ``A-SSE.A.1``); a letter between domain and number is the cluster, which does
not count in the numbering.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import NamedTuple

from workbench.model.standards import PREFIXES
from workbench.standards.bands import Band, band_of

TOKEN = re.compile(r"(?:K|\d{1,2})[-–]\d{1,2}(?![^\W_])|[^\W_]+")
CATEGORY = re.compile(r"HS([A-Z])")
WORD = re.compile(r"[^\W\d_]")
CLUSTER = re.compile("[A-J]")
NUMBER = re.compile(r"\d+[a-z]*", re.IGNORECASE)
FURTHEST = 3
"""A grade stands among the first three parts of a code."""


class CodeParts(NamedTuple):
    """A code taken apart; ``anchor`` is empty for the code of a strand itself."""

    band: Band | None
    strand: str
    anchor: str


def parts_of_code(code: str, known: Band | None = None) -> CodeParts | None:
    """Return the parts of a code, or None where it names no strand; ``known``: the grades that the standard gives.

    >>> [parts_of_code(code)[1:] for code in ("K.OA.A.1", "RL.11-12.1", "HSF.IF.C.7.c", "F-IF.C.7c", "HS-LS1-2")]
    [('OA', '1'), ('RL', '1'), ('F-IF', '7c'), ('F-IF', '7c'), ('LS1', '2')]
    """
    band, tokens = _without_grade(_tokens(PREFIXES.sub("", code.strip())), known)
    if not tokens or not WORD.match(tokens[0]) or band_of(tokens[0]):
        return None
    whole = 2 if _two_part(tokens) else 1
    return CodeParts(band or known, "-".join(tokens[:whole]), _anchor(tokens[whole:], band or known))


def _two_part(tokens: list[str]) -> bool:
    """Say whether the first letter is a category, which names a strand together with the domain behind it."""
    domain, further = [*tokens[1:], "", ""][:2]
    long = len(domain) > 1 and WORD.match(domain) is not None
    # Before a cluster, a domain of one letter is a domain all the same: N-Q.A.1, G-C.A.1.
    return len(tokens[0]) == 1 and (long or (domain.isalpha() and CLUSTER.fullmatch(further) is not None))


def _tokens(code: str) -> list[str]:
    found: list[str] = []
    for token in TOKEN.findall(code):
        # "2-1" is no span of grades but two numbers.
        found += [token] if token.isalnum() or band_of(token) else re.split("[-–]", token)
    return found


def _without_grade(tokens: list[str], known: Band | None) -> tuple[Band | None, list[str]]:
    """Return the grade that a code names, unless the standard's own contradicts it, and the other parts."""
    for place, token in enumerate(tokens[:FURTHEST]):
        category = CATEGORY.fullmatch(token) if place == 0 else None
        band = Band(9, 12) if category else band_of(token)
        if band is not None and _stands_for_grade(band, token, place, len(tokens), known):
            return band, [*tokens[:place], *([category[1]] if category else []), *tokens[place + 1 :]]
    return None, tokens


def _stands_for_grade(band: Band, token: str, place: int, count: int, known: Band | None) -> bool:
    """Say whether a part that could be a grade is one: a bare number may be that of the standard."""
    if not (token.isdecimal() or token.upper() == "K"):
        return known is None or band.overlaps(known)
    early = place < count - 1 and (known is not None or place < FURTHEST - 1)
    return early and (known is None or known.within(band))


def _anchor(tokens: list[str], band: Band | None) -> str:
    """Return what is left of a code without clusters and without the grade said again (TA.3.OA.A.3 in grade 3)."""
    kept = [
        token
        for token, following in zip_longest(tokens, tokens[1:], fillvalue="")
        if not (band is not None and band_of(token) == band and WORD.match(following))
    ]
    number = next((place for place, token in enumerate(kept) if NUMBER.fullmatch(token)), len(kept))
    if number == len(kept):
        return ".".join(kept)
    heads = [token for token in kept[:number] if not CLUSTER.fullmatch(token)]
    return ".".join((*heads, "".join(kept[number:])))
