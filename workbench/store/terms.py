"""The words of a text as the search knows them, the same for what is kept and for what is asked.

Case and diacritics are folded. Writing without spaces between words (Chinese, Japanese, Thai ...) is cut into single
characters and pairs of neighbours, so that any part of it can be found.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from workbench.model import Standard, grade_keys

INDEXED = 20_000
"""Characters of a statement that can be found; nobody looks for what comes later."""
MARK = "\ue000"
"""Begins the words that stand for a grade, a kind, a leaf. Of private use, so that no typed word begins with it."""
LEAF = f"{MARK}l"
LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "\u0131": "i", "æ": "ae", "œ": "oe"})
"""Letters that do not come apart into a letter and a mark."""
# Accents, the points of Hebrew, the vowel marks of Arabic.
POINTS = re.compile("[\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0640]")
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003134f"
)
# The vowels of Indian writing are marks that belong to the word.
WORD = re.compile(rf"[{UNSPACED}]+|(?:[^\W_{UNSPACED}]|[\u0900-\u0963\u0966-\u0dff])+")
FIRST_UNSPACED = re.compile(rf"[{UNSPACED}]")


def fold(text: str) -> str:
    """Return a text without case and diacritics."""
    if text.isascii():
        return text.lower()
    parts = POINTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFKC", parts).casefold().translate(LETTERS)


def words_of(text: str, *, single: bool = False) -> Iterator[str]:
    """Yield the words of a folded text; of unspaced writing the pairs, and with ``single`` each character too."""
    for run in WORD.findall(text):
        if not FIRST_UNSPACED.match(run):
            yield run
            continue
        if single or len(run) == 1:
            yield from run
        yield from (run[start : start + 2] for start in range(len(run) - 1))


def indexed_text(standard: Standard, marks: Iterable[str]) -> str:
    """Return what of a standard can be found by words, as words between spaces or ASCII punctuation."""
    text = fold(" ".join((standard.code, *standard.aliases, standard.label, standard.statement[:INDEXED])))
    words = text if text.isascii() else " ".join(words_of(text, single=True))
    return " ".join((words, *marks))


def marks_of(standard: Standard, grades: Iterable[str], *, leaf: bool) -> tuple[str, ...]:
    """Return the words that stand for a standard's grades and kind, and for being a leaf."""
    return (*grade_marks(tuple(grades)), *kind_marks(standard.kind), *((LEAF,) if leaf else ()))


@lru_cache(maxsize=10_000)
def grade_marks(grades: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that stand for grades, spans filled, once each."""
    keys = dict.fromkeys(key for grade in grades for key in grade_keys(grade))
    return tuple(f"{MARK}g{''.join(WORD.findall(key))}" for key in keys)


@lru_cache(maxsize=10_000)
def kind_marks(kind: str) -> tuple[str, ...]:
    """Return the word that stands for a kind; none for an empty one."""
    folded = "".join(WORD.findall(fold(kind)))
    return (f"{MARK}k{folded}",) if folded else ()
