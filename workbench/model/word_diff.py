"""The words that differ between two texts, for people to look at."""

from __future__ import annotations

import difflib

from workbench.model.merge import split_words

Parts = list[list[str]]
"""Pieces of text, each with what became of it: "same", "del" or "ins"."""


def word_diff(old: str, new: str) -> Parts:
    """Return how ``old`` became ``new``, word by word; neighbouring changes are one piece gone and one come.

    >>> word_diff("keeps some others constant", "keeps all others constant")
    [['same', 'keeps '], ['del', 'some'], ['ins', 'all'], ['same', ' others constant']]
    >>> word_diff("one thing", "another matter")
    [['del', 'one thing'], ['ins', 'another matter']]
    """
    before, after = split_words(old), split_words(new)
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    parts: Parts = []
    gone = come = ""
    for tag, a, b, c, d in matcher.get_opcodes():
        kept = "".join(before[a:b])
        if tag == "equal" and (kept.strip() or not (gone or come) or b == len(before)):
            parts += [*_changed(gone, come), ["same", kept]]
            gone = come = ""
        else:
            # A space between two changed words belongs to the change.
            gone += kept
            come += "".join(after[c:d])
    return parts + _changed(gone, come)


def _changed(gone: str, come: str) -> Parts:
    return [[kind, text] for kind, text in (("del", gone), ("ins", come)) if text]
