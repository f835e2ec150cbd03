"""The words of a text, folded, in any language."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 10_000
"""Characters of one text that are read; the rest of a longer one changes no suggestion."""

STEM = 6
"""Letters by which words are compared: "sentence" and "sentences" are one. Measured as good as a stemmer here."""

# Ideographs and kana are written without spaces, so each is a word.
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_IDEOGRAPH}]|(?:(?![{_IDEOGRAPH}])[^\W_])+")


def words(text: str) -> list[str]:
    """Return the words of ``text`` in order, without case and accents.

    >>> words("Élèves: it's 9-10, 読む")
    ['eleves', 'it', 's', '9', '10', '読', 'む']
    """
    cut = text[:LONGEST]
    if not cut.isascii():
        apart = unicodedata.normalize("NFKD", cut)
        cut = unicodedata.normalize("NFC", "".join(one for one in apart if not unicodedata.combining(one)))
    return _WORD.findall(cut.casefold())


def term(word: str) -> str:
    """Return what stands for a folded word and its kin in the index."""
    return word[:STEM]
