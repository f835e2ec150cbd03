"""What published lists say of a verb: its mean level of Bloom's taxonomy, and the levels where it is named.

A hint and no more: the lists disagree widely, and what follows a verb decides how demanding it is.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from workbench.resources import resource_folder

TOP_BAND = 4.5
"""From here up the lists mix two versions of Bloom's taxonomy (Newton, Da Silva and Peters 2020): one band."""


@cache
def _lists() -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads((resource_folder("standards_data") / "words" / "verbs.json").read_bytes())
    return found


def mean_level(lemma: str) -> float | None:
    """Return the mean level, 1 to 6, over 47 lists of Bloom's taxonomy; None for a verb that is not among them."""
    level: float | None = _lists()["mean"]["verbs"].get(lemma)
    return level


def bloom_levels(lemma: str) -> tuple[str, ...]:
    """Return the levels of the revised taxonomy at which a published list names the verb, lowest first."""
    return _levels("bloom").get(lemma, ())


def webb_levels(lemma: str) -> tuple[str, ...]:
    """Return the depths of knowledge ("1" to "4") at which a list that circulates names the verb."""
    return _levels("dok").get(lemma, ())


def is_known_verb(lemma: str) -> bool:
    """Tell whether one of the lists names the verb."""
    return lemma in _lists()["mean"]["verbs"] or lemma in _levels("bloom") or lemma in _levels("dok")


@cache
def _levels(key: str) -> Mapping[str, tuple[str, ...]]:
    named: dict[str, tuple[str, ...]] = {}
    for level, verbs in _lists()[key]["levels"].items():
        for verb in verbs:
            named[verb] = (*named.get(verb, ()), level)
    return named
