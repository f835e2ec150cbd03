"""Grades as spans on one line from before kindergarten to grade 12, so that K, 3, 9-10 and HS have an order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

PRE, KINDERGARTEN, LAST = -1, 0, 12


class Band(NamedTuple):
    """A span of grades, both ends included: -1 is before kindergarten, 0 kindergarten, then 1 to 12."""

    first: int
    last: int

    @property
    def label(self) -> str:
        """Return the span as people write it.

        >>> [Band(0, 0).label, Band(3, 3).label, Band(9, 10).label, Band(-1, 0).label]
        ['K', '3', '9-10', 'PK-K']
        """
        ends = [{PRE: "PK", KINDERGARTEN: "K"}.get(one, str(one)) for one in self]
        return "-".join(dict.fromkeys(ends))

    def within(self, other: Band) -> bool:
        """Say whether every grade of this span is in the other."""
        return other.first <= self.first and self.last <= other.last

    def overlaps(self, other: Band) -> bool:
        """Say whether the two have a grade in common."""
        return self.first <= other.last and other.first <= self.last


NAMED = {
    "PK": Band(PRE, PRE),
    "PS": Band(PRE, PRE),
    "PREK": Band(PRE, PRE),
    "K": Band(KINDERGARTEN, KINDERGARTEN),
    "KG": Band(KINDERGARTEN, KINDERGARTEN),
    "KINDERGARTEN": Band(KINDERGARTEN, KINDERGARTEN),
    "MS": Band(6, 8),
    "MIDDLE SCHOOL": Band(6, 8),
    "HS": Band(9, LAST),
    "GHS": Band(9, LAST),
    "HIGH SCHOOL": Band(9, LAST),
}
"""Names of spans, in capital letters and without a hyphen after "pre"."""
GRADE = r"(PRE-?K|PK|KG|K|0?[1-9]|1[0-2])"
WRITTEN = re.compile(rf"(?:GRADES?|GR\.?|G)?\s*{GRADE}(?:\s*(?:-|–|TO|THROUGH)\s*{GRADE})?", re.IGNORECASE)


def band_of(text: str) -> Band | None:
    """Return the span that a grade, a span or a heading such as "Grade 5" names, or None.

    >>> [band_of(text) for text in ("KG", "09", "Grade 9-10", "HS", "K–5", "Geometry", "10-9", "13")]
    [Band(first=0, last=0), Band(first=9, last=9), Band(first=9, last=10), Band(first=9, last=12), Band(first=0, last=5), None, None, None]
    """  # noqa: E501  # the answer of one call
    plain = " ".join(text.split()).upper()
    if plain in NAMED or plain.replace("-", "") in NAMED:
        return NAMED.get(plain) or NAMED[plain.replace("-", "")]
    found = WRITTEN.fullmatch(plain)
    if found is None:
        return None
    first, last = (_grade(one) for one in (found[1], found[2] or found[1]))
    return Band(first, last) if first <= last else None


def _grade(text: str) -> int:
    named = NAMED.get(text.upper().replace("-", ""))
    return named.first if named else int(text)


def span_of(grades: Iterable[str]) -> Band | None:
    """Return the span from the lowest to the highest of some grades, or None where none can be read.

    >>> span_of(("9", "10", "11", "12")), span_of(()), span_of(("09,10",))
    (Band(first=9, last=12), None, Band(first=9, last=10))
    """
    parts = (part for grade in grades for part in re.split(r"[,;|]", grade))
    bands = [band for part in parts if (band := band_of(part)) is not None]
    return Band(min(band.first for band in bands), max(band.last for band in bands)) if bands else None
