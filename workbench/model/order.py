"""Fractional order keys: a key between any two, so that moving one thing changes one field.

Keys are digits after a radix point in base 36, compared as text; none ends in the zero digit, so
there is always room below.
"""

from __future__ import annotations

from collections.abc import Sequence

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def between(low: str, high: str) -> str:
    """Return a key after ``low`` and before ``high``; an empty ``high`` is the end.

    Raises ValueError where ``low`` is not before ``high``.
    """
    if high and low >= high:
        raise ValueError(f"no order key between {low!r} and {high!r}")
    shared = 0
    while high and low[shared : shared + 1].ljust(1, "0") == high[shared : shared + 1]:
        shared += 1
    head, low, high = (high or low)[:shared], low[shared:], high[shared:]
    first = DIGITS.index(low[0]) if low else 0
    last = DIGITS.index(high[0]) if high else len(DIGITS)
    if last - first > 1:
        return head + DIGITS[(first + last) // 2]
    if high and len(high) > 1:
        return head + high[0]
    return head + DIGITS[first] + between(low[1:], "")


def spread(count: int) -> list[str]:
    """Return ``count`` increasing keys of equal length, evenly spread."""
    width = 1
    while len(DIGITS) ** width <= count + 1:
        width += 1
    step = len(DIGITS) ** width / (count + 1)
    return [_digits(round(step * (place + 1)), width) for place in range(count)]


def _digits(value: int, width: int) -> str:
    out = ""
    for _ in range(width):
        value, digit = divmod(value, len(DIGITS))
        out = DIGITS[digit] + out
    return out.rstrip("0")


def insert(keys: Sequence[str], place: int) -> tuple[str, dict[int, str]]:
    """Return a key for a newcomer at ``place`` among sorted ``keys``, and new keys for those that must yield.

    Two people who insert at the same moment can leave equal keys; then, and only then, the later
    siblings are given new keys, named by their index.
    """
    low = keys[place - 1] if place else ""
    high = keys[place] if place < len(keys) else ""
    if place == len(keys) or low < high:
        return between(low, high), {}
    after = next((key for key in keys[place:] if key > low), "")
    moved: dict[int, str] = {}
    newcomer = latest = between(low, after)
    for index in range(place, len(keys)):
        if keys[index] > low:
            break
        latest = between(latest, after)
        moved[index] = latest
    return newcomer, moved
