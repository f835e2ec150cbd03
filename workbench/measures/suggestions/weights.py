"""What was learnt once, from public alignments, and ships with us: how much each sign counts, and a vocabulary."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from workbench.resources import resource_folder

SIGNS = (
    "words",
    "frequency",
    "letters",
    "heading_words",
    "kin_frequency",
    "kin_letters",
    "leaf",
    "grade_span",
    "length",
)
"""What speaks for a standard by its text alone; ``texts.py`` says how each is counted."""

MEMORY_SIGNS = ("accepted", "accepted_kin", "accepted_heading", "rejected")
"""What speaks for or against a standard by what the district decided before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A factor for each sign, and for pairs of a term of ours and a term of standards (``vocabulary``)."""

    signs: Mapping[str, float]
    memory: Mapping[str, float]
    vocabulary: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


@cache
def load_weights() -> Weights:
    """Return what ships; ``standards_data/suggestions/README.md`` tells where it comes from."""
    path = resource_folder("standards_data") / "suggestions" / "weights.json"
    data = json.loads(path.read_text(encoding="utf-8"))
    return Weights(signs=data["signs"], memory=data["memory"], vocabulary=data["vocabulary"])
