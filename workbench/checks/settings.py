"""What a district sets for the checks: the ranges and thresholds of rules, and how grave a finding is.

A district writes a range as "4-8" in ``District.settings`` under the key of the range, a threshold as "2.5" under
its own, and a severity as "note" under "severity.RUB004"; "off" there turns the rule off. Word lists are set
likewise (``checks/language/lists.py``).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.localize.lazy import lazy_gettext as _
from workbench.model.framework import Framework
from workbench.model.record import Severity


@dataclass(frozen=True, slots=True)
class Range:
    """From ``low`` to ``high``, both included; ``label`` is what people read, ``source`` where the range is from."""

    label: str
    low: int
    high: int
    source: str = ""

    def __contains__(self, number: int) -> bool:
        """Tell whether ``number`` is in the range."""
        return self.low <= number <= self.high

    @property
    def words(self) -> str:
        """Return how a message speaks of the range: "4 to 8", or the number where it is only one."""
        return _("{low} to {high}", low=self.low, high=self.high) if self.low < self.high else str(self.low)


_WIDEST = (
    "Sources disagree: Great Schools Partnership's own materials give 8 to 10 indicators in one place and 5 to 10 in "
    "another, published district maps stop at 4. This is the widest that any of them recommends, with 3 as the least "
    "of which one can speak as of a set."
)

RANGES: Mapping[str, Range] = {
    "cross_curricular_competencies": Range("Cross-curricular competencies", 4, 8, _WIDEST),
    "area_competencies": Range("Competencies of a content area", 3, 8, _WIDEST),
    "indicators_per_competency": Range("Indicators of a competency", 3, 10, _WIDEST),
    "levels": Range(
        "Levels of a scoring scale",
        3,
        5,
        "Great Schools Partnership, design guide for scoring criteria: often four. Moskal (2000): a few levels that "
        "are described well serve better than many.",
    ),
    "statement_words": Range(
        "Words of a competency or an indicator",
        5,
        35,
        "Ours, after New Hampshire's competency validation rubric: neither too specific nor too abstract.",
    ),
    "opportunities_per_indicator": Range(
        "Summative assessments of an indicator in a pathway",
        2,
        99,
        "Ours, after the eighth of Great Schools Partnership's principles: several opportunities. The least counts.",
    ),
}


@dataclass(frozen=True, slots=True)
class Threshold:
    """A number that a rule holds something against; ``label`` is what people read, ``source`` where it is from.

    ``most`` is the greatest that makes sense: 1 for a share, of which people think in percent.
    """

    label: str
    default: float
    source: str
    most: float = math.inf


THRESHOLDS: Mapping[str, Threshold] = {
    "demand_leap": Threshold(
        "Leap in demand between two levels",
        2.0,
        "Ours: on the mean levels of Newton, Da Silva and Peters (2020) the design guide's own example of a leap, "
        "from describing to evaluating, is 3.64.",
    ),
    "demand_fall": Threshold(
        "Fall in demand between two levels",
        1.3,
        "Ours: verbs of much the same demand, such as organize and explain, lie up to 1.26 apart in the mean levels "
        "of Newton, Da Silva and Peters (2020).",
    ),
    "reading_grade": Threshold(
        "Reading grade of the levels of a criterion",
        14.0,
        "Ours: students up to grade 12 read scoring criteria, and the terms of a subject, which they learn, add to it.",
    ),
    "similar_statements": Threshold(
        "Likeness of two indicators, 0 to 1",
        0.85,
        "Ours: at this share of common words two indicators of published frameworks ask for the same.",
        most=1,
    ),
}

SEVERITY = "severity."
OFF = "off"
SEVERITIES = (*(str(one) for one in Severity), OFF)
"""What a district may write for the severity of a rule."""

_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?")
_WRITTEN = re.compile(r"\s*([0-9]{1,4})\s*(?:[-–]|to)\s*([0-9]{1,4})\s*")


def range_of(framework: Framework, key: str) -> Range:
    """Return the range that holds for this district; the default where it has set none that can be read."""
    default = RANGES[key]
    return read_range(framework.district.settings.get(key, ""), default.label) or default


def threshold_of(framework: Framework, key: str) -> float:
    """Return the threshold that holds for this district; the default where it has set none that can be read."""
    limit, written = THRESHOLDS[key], read_number(framework.district.settings.get(key, ""))
    return limit.default if written is None or written > limit.most else written


def read_number(text: str) -> float | None:
    """Return the number written as "2", "2.5" or "0.85"; None where it is not one."""
    return float(text) if _NUMBER.fullmatch(text.strip()) else None


def read_range(text: str, label: str) -> Range | None:
    """Return the range written as "4-8" or "4 to 8"; None where it is not one."""
    found = _WRITTEN.fullmatch(text)
    if found is None or int(found[1]) > int(found[2]):
        return None
    return Range(label, int(found[1]), int(found[2]))


def written_severities(framework: Framework) -> Iterator[tuple[str, str, str]]:
    """Yield (key of the setting, code of the rule, what is written) for each severity that this district has set."""
    for key, written in framework.district.settings.items():
        if key.startswith(SEVERITY):
            yield key, key.removeprefix(SEVERITY).strip().upper(), written.strip().lower()


def severities(framework: Framework) -> dict[str, Severity | None]:
    """Return the severities that this district has set, by the code of the rule; None turns a rule off.

    What cannot be read is left out, and the rule unreadable-range says so.
    """
    return {
        code: None if written == OFF else Severity(written)
        for _key, code, written in written_severities(framework)
        if written in SEVERITIES
    }
