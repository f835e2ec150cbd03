"""The words that differ between two texts, for people to look at."""

from __future__ import annotations

from workbench.model.pieces import differences, split_pieces

Parts = list[list[str]]
"""Pieces of text, each with what became of it: "same", "del" or "ins"."""


def word_diff(old: str, new: str) -> Parts:
    """Return how ``old`` became ``new``, word by word; neighbouring changes are one piece gone and one come.

    Texts that are too long to be compared are one such change.

    >>> word_diff("keeps some others constant", "keeps all others constant")
    [['same', 'keeps '], ['del', 'some'], ['ins', 'all'], ['same', ' others constant']]
    >>> word_diff("one thing", "another matter")
    [['del', 'one thing'], ['ins', 'another matter']]
    """
    before, after = split_pieces(old), split_pieces(new)
    spans = differences(before, after)
    if spans is None:
        return _told(("del", old), ("ins", new))
    parts: Parts = []
    place = 0
    for a, b, c, d in spans:
        gone, come = "".join(before[a:b]), "".join(after[c:d])
        parts += _told(("same", "".join(before[place:a])), ("del", gone), ("ins", come))
        place = b
    return parts + _told(("same", "".join(before[place:])))


def _told(*parts: tuple[str, str]) -> Parts:
    return [[kind, text] for kind, text in parts if text]
