"""Grades as files write them ("09", "K", "Grade 9", "9-12", "HS"), brought to one spelling for matching."""

from __future__ import annotations

import re

KINDERGARTEN = {"k": 0, "kg": 0, "kindergarten": 0, "pk": -1, "prek": -1, "prekindergarten": -1}
HIGH_SCHOOL = {"hs": (9, 12), "highschool": (9, 12)}
WORDS = re.compile(r"\b(grades?|gr|years?)\b\.?", re.IGNORECASE)
SPAN = re.compile(r"^(.+?)(?:\s*[-–—]\s*|\s+to\s+)(.+)$")
OLDEST = 13
"""Spans are filled up to here; school ends at 12 or 13 everywhere."""


def grade_keys(text: str) -> tuple[str, ...]:
    """Return the grades that ``text`` names, a span filled, each in one spelling; what is no number stays a word.

    >>> grade_keys("09"), grade_keys("Grade K"), grade_keys("9-12"), grade_keys("Key Stage 3")
    (('9',), ('k',), ('9', '10', '11', '12'), ('keystage3',))
    """
    plain = WORDS.sub(" ", text).strip().casefold()
    joined = re.sub(r"[\W_]", "", plain)
    first, last = _ends(plain, joined)
    if first is None or last is None or not first <= last <= max(first, OLDEST):
        return (joined,) if joined else ()
    return tuple(_spelling(number) for number in range(first, last + 1))


def grade_order(text: str) -> tuple[int, int, str]:
    """Return what grades are sorted by: pre-kindergarten, K, 1 to 12, a span after its first grade, words last.

    >>> sorted(["HS", "10", "K", "9-12", "2"], key=grade_order)
    ['K', '2', '9-12', 'HS', '10']
    """
    plain = WORDS.sub(" ", text).strip().casefold()
    first, last = _ends(plain, re.sub(r"[\W_]", "", plain))
    return (OLDEST + 1 if first is None else first, last or 0, text)


def _ends(plain: str, joined: str) -> tuple[int | None, int | None]:
    if joined in HIGH_SCHOOL:
        return HIGH_SCHOOL[joined]
    span = SPAN.match(plain)
    # "Pre-K" has a hyphen and is no span.
    if span and joined not in KINDERGARTEN:
        return _number(span[1]), _number(span[2])
    return _number(joined), _number(joined)


def _number(text: str) -> int | None:
    folded = re.sub(r"[\W_]", "", text)
    if folded in KINDERGARTEN:
        return KINDERGARTEN[folded]
    return int(folded) if folded.isdecimal() and len(folded) <= len("12") else None


def _spelling(number: int) -> str:
    return {0: "k", -1: "pk"}.get(number, str(number))
