"""Which kinds of things have codes of the district's own, and among which others a code tells a thing apart."""

from __future__ import annotations

from workbench.checks.wording import folded
from workbench.model.framework import KINDS
from workbench.model.thing import Thing

UNDER_OWNER = frozenset({"practice", "target", "criterion", "item", "unit", "support", "part"})
"""Kinds that are read under their owner, so that two owners may use the same codes."""
CODED = tuple(kind for kind in KINDS if kind not in {"district", "alignment", "priority_standard", "translation"})
CODED_TABLES = tuple(sorted(KINDS[kind].table for kind in CODED))


def code_key(thing: Thing) -> tuple[str, str]:
    """Return what no two things of one kind may share: the owner, where they are read under it, and the code."""
    return (thing.owner_id if thing.kind in UNDER_OWNER else "", folded(thing.code))
