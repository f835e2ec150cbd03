"""The words that differ between two texts, for people to look at."""

from __future__ import annotations

import difflib

from workbench.model.merge import split_words

Parts = list[list[str]]
"""Pieces of text, each with what became of it: "same", "del" or "ins"."""


def word_diff(old: str, new: str) -> Parts:
    """Return how ``old`` became ``new``, word by word; a text wholly replaced is two pieces.

    >>> word_diff("keeps some others constant", "keeps all others constant")
    [['same', 'keeps '], ['del', 'some'], ['ins', 'all'], ['same', ' others constant']]
    """
    before, after = split_words(old), split_words(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    parts: Parts = []
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            _put(parts, "same", "".join(before[a:b]))
            continue
        _put(parts, "del", "".join(before[a:b]))
        _put(parts, "ins", "".join(after[c:d]))
    return parts


def _put(parts: Parts, kind: str, text: str) -> None:
    if text:
        parts.append([kind, text])
