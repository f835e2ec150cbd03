"""How standards and sets are named: their wording, their place, one line of a standard, and JSON of either."""

from __future__ import annotations

from typing import Any

from workbench.model import Standard, StandardSet

DEEPEST = 50
"""Levels above a standard that are looked at."""


def wording(standard: Standard) -> str:
    """Return the text by which a standard is compared."""
    return standard.statement or standard.label


def shown(standard: Standard) -> dict[str, Any]:
    """Return what to show of a standard, as JSON values."""
    return {
        "id": standard.id,
        "code": standard.code,
        "statement": wording(standard),
        "grades": list(standard.grades),
    }


def version(found: StandardSet) -> dict[str, Any]:
    """Return what tells one version of a set from another, as JSON values."""
    return {"id": found.id, "title": found.title, "version": found.version, "standards": len(found.standards)}


def chain_above(found: StandardSet, standard: Standard, *, deepest: int = DEEPEST) -> tuple[Standard, ...]:
    """Return what stands above a standard, nearest first, at most ``deepest`` of them: a tree may be a circle."""
    chain: list[Standard] = []
    here = found.by_id.get(standard.parent_id)
    while here is not None and len(chain) < deepest:
        chain.append(here)
        here = found.by_id.get(here.parent_id)
    return tuple(chain)


def place_of(found: StandardSet, standard: Standard, *, deepest: int = 4) -> str:
    """Return the names of what stands above a standard, nearest last, at most ``deepest`` of them; empty at the top."""
    chain = chain_above(found, standard, deepest=deepest)
    more = chain and chain[-1].parent_id in found.by_id
    return " / ".join([*(["…"] if more else []), *(short_name(one) for one in reversed(chain))])


def short_name(standard: Standard, *, width: int = 60, code: bool = True) -> str:
    """Return a standard's name, behind its code unless told otherwise, in one line of about ``width`` characters."""
    name = " ".join(standard.name.split())
    name = name if len(name) <= width else f"{name[: width - 1].rstrip()}…"
    return " ".join(filter(None, dict.fromkeys((standard.code if code else "", name)))) or standard.id
