"""Texts in pieces that are changed as a whole, and what differs between two of them.

What stands between two blanks is one piece, however it is written: “2.5”, “8:30”, “co-operate”, a word whose vowels
are marks of their own, a picture joined of several. Only punctuation before and after it stands apart.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

Span: TypeAlias = tuple[int, int, int, int]
"""Pieces ``[a:b]`` of the one text stand where the other has ``[c:d]``."""
BOUND = 50_000
"""Words, of both texts, up to which differences are looked for; more take longer than anybody should wait."""


def split_pieces(text: str) -> list[str]:
    """Return words, the punctuation around them and the white space between; joined they are the text.

    >>> split_pieces("(about 2.5 credits)")
    ['(', 'about', ' ', '2.5', ' ', 'credits', ')']
    """
    found: list[str] = []
    for run in re.findall(r"\s+|\S+", text):
        found += [run] if run.isalnum() or run.isspace() else _apart(run)
    return found


def _apart(run: str) -> list[str]:
    """Return a word without the punctuation at its ends, and each sign of that by itself."""
    start, end = 0, len(run)
    while start < end and _stands_apart(run, start):
        start += 1
    while end > start and _stands_apart(run, end - 1):
        end -= 1
    return [*run[:start], *([run[start:end]] if start < end else []), *run[end:]]


def _stands_apart(run: str, place: int) -> bool:
    # A sign that carries a mark is one with it: what follows would be drawn alone.
    marked = place + 1 < len(run) and unicodedata.category(run[place + 1]) in {"Mn", "Mc", "Me", "Cf"}
    return unicodedata.category(run[place]).startswith("P") and not marked


def differences(before: Sequence[str], after: Sequence[str]) -> list[Span] | None:
    """Return where the pieces of two texts differ, in order; None where the texts are too long to be compared."""
    olds, news = _words(before), _words(after)
    start = _common(olds, news)
    end = _common(olds[start:][::-1], news[start:][::-1])
    old, new = olds[start : len(olds) - end], news[start : len(news) - end]
    if len(old) + len(new) > BOUND:
        return None
    at, to = (_places(pieces)[start:] for pieces in (before, after))
    # The most frequent words of a long text are no anchors, or comparing would take minutes.
    codes = difflib.SequenceMatcher(None, old, new).get_opcodes()
    found = ((at[a], at[b], to[c], to[d]) for tag, a, b, c, d in codes if tag != "equal")
    return [_trimmed(before, after, span) for span in found]


def _begins(pieces: Sequence[str]) -> Iterator[int]:
    """Yield where a word begins that has the white space after it: half as many, and blanks are no anchors."""
    return (place for place, piece in enumerate(pieces) if not place or not piece.isspace())


def _places(pieces: Sequence[str]) -> list[int]:
    return [*_begins(pieces), len(pieces)]


def _words(pieces: Sequence[str]) -> list[str]:
    return ["".join(pieces[start:end]) for start, end in pairwise(_places(pieces))]


def _common(olds: Sequence[str], news: Sequence[str]) -> int:
    """Return with how many equal words both begin."""
    pairs = enumerate(zip(olds, news, strict=False))
    return next((place for place, (old, new) in pairs if old != new), min(len(olds), len(news)))


def _trimmed(before: Sequence[str], after: Sequence[str], span: Span) -> Span:
    """Return a span without the equal pieces at its ends, such as a word that only got a blank behind it."""
    a, b, c, d = span
    while a < b and c < d and before[a] == after[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and before[b - 1] == after[d - 1]:
        b, d = b - 1, d - 1
    # Words that came or went take along the blank before them, and not the one after.
    changed, end = (after, d) if a == b else (before, b)
    if (a == b or c == d) and a and before[a - 1].isspace() and changed[end - 1] == before[a - 1]:
        return a - 1, b - 1, c - 1, d - 1
    return a, b, c, d
