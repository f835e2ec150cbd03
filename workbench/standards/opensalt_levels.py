"""OpenSALT's smart levels: “1.2.3” is the third below the second below the first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.standards.columns import Header, whole_number


def place_by_level(header: Header, row: Sequence[str]) -> dict[str, Any]:
    """Return where a row hangs, as its smart level says: its key, the key above, its place among its siblings."""
    level = header.cell(row, "smartLevel").strip(".")
    above, _, last = level.rpartition(".")
    return {"key": level, "under": above, "place": whole_number(last)}
