"""Grades as people write them, and codes that differ in the grade alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_TO = re.compile(r"\s*(?:-|\u2013|\u2014|to|through)\s*", re.IGNORECASE)
_NAMES = {"kg": "K", "k": "K", "kindergarten": "K", "pk": "PK"}
HIGHEST = 20


def grade_set(texts: Iterable[str]) -> frozenset[str]:
    """Return the single grades that ``texts`` name: "09", "9-10", "K-2", "Grade 3"; what is no grade is left out.

    >>> sorted(grade_set(["K-2", "09"]))
    ['1', '2', '9', 'K']
    """
    return frozenset(one for text in texts for part in re.split(r"[,;/|&]|\band\b", text) for one in _span(part))


@lru_cache(maxsize=4096)
def _span(text: str) -> tuple[str, ...]:
    bare = re.sub(r"(?i)\bpre-?k\b", "pk", text)
    bare = re.sub(r"(?i)\bgrades?\b|\byears?\b|(?<=\d)(st|nd|rd|th)\b", "", bare).strip()
    ends = [_number(one) for one in _TO.split(bare)]
    if not all(one is not None for one in ends):
        return ()
    numbers = [one for one in ends if one is not None]
    return tuple(_name(one) for one in range(min(numbers), max(numbers) + 1))


def _number(text: str) -> int | None:
    name = _NAMES.get(text.casefold())
    if name:
        return 0 if name == "K" else -1
    # Only ASCII digits: int() also reads others, and a code may hold any.
    found = int(text) if re.fullmatch(r"[0-9]{1,2}", text) else HIGHEST + 1
    return found if 0 < found <= HIGHEST else None


def in_order(grades: Iterable[str]) -> tuple[str, ...]:
    """Return single grades from the youngest to the oldest."""
    known = set(grades)
    return tuple(one for one in map(_name, range(-1, HIGHEST + 1)) if one in known)


def _name(number: int) -> str:
    return {0: "K", -1: "PK"}.get(number, str(number))


def family_key(code: str, grades: frozenset[str]) -> str:
    """Return ``code`` without the part that names its grade; empty where no part does.

    >>> family_key("RL.9-10.4", frozenset({"9", "10"}))
    'RL..4'
    """
    parts = code.split(".")
    for place, part in enumerate(parts):
        if (found := grade_set([part])) and found <= grades:
            return ".".join([*parts[:place], "", *parts[place + 1 :]])
    return ""
