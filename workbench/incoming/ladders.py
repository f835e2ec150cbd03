"""Rows of several kinds that stand under each other by their codes: SC.1, below it SC.1a, SC.1b."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.incoming.reading import CHAINS

SIGNS = " .-:_/"


def begins(code: str, start: str) -> bool:
    """Tell whether ``code`` stands under ``start``.

    >>> [begins(one, "SC.1") for one in ("SC.1a", "SC.1.2", "SC.10", "SC.1")]
    [True, True, False, False]
    """
    if not start or not code.startswith(start) or len(code) == len(start):
        return False
    last, following = start[-1], code[len(start)]
    return following in SIGNS or last in SIGNS or (last.isdigit() != following.isdigit())


def depths(codes: Sequence[str]) -> list[int]:
    """Return how deep each code stands below those before it."""
    found: list[int] = []
    way: list[str] = []
    for code in codes:
        while way and not begins(code, way[-1]):
            way.pop()
        found.append(len(way))
        way.append(code)
    return found


def ladder_by_code(kind: str, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the kinds of a table whose codes stand under each other, the highest first; empty where they do not."""
    if not all(codes) or not codes:
        return ()
    deep = max(depths(codes)) + 1
    chains = [chain for chain in CHAINS if kind in chain and len(chain) >= deep > 1]
    return tuple(chains[0][:deep]) if chains else ()
