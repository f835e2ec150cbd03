"""What a cell can hold, and what has to be mended so that it holds a text.

A cell of a workbook holds 32,767 UTF-16 units (Excel's limit, ECMA-376 has none) and no control characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import east_asian_width

LONGEST = 32_767
"""UTF-16 units in one cell."""
LINE = 15
TALLEST = 409
"""Points of a line of text, and of the tallest row that Excel can show."""

UNWRITABLE = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML 1.0 cannot hold."""
ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
"""What spreadsheet programs would read as the code of a character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """How many characters were replaced, texts were too long for one cell, and texts were put behind an apostrophe."""

    replaced: int = 0
    continued: int = 0
    guarded: int = 0

    def __add__(self, other: Mended) -> Mended:
        """Return the counts of both together."""
        return Mended(
            replaced=self.replaced + other.replaced,
            continued=self.continued + other.continued,
            guarded=self.guarded + other.guarded,
        )


def clean(text: str) -> str:
    """Return ``text`` as a cell can hold it: line ends as one, unwritable characters replaced."""
    one_end = text.replace("\r\n", "\n").replace("\r", "\n")
    return UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", one_end)


def escaped(text: str) -> str:
    """Return a clean text as it is written into the file.

    >>> escaped("_x0041_")
    '_x005F_x0041_'
    """
    return ESCAPE.sub("_x005F_", text)


def units(text: str) -> int:
    """Return the length of ``text`` in UTF-16 units, in which spreadsheet programs count."""
    return len(text) + sum(character > "\uffff" for character in text)


def pieces(text: str, longest: int = LONGEST) -> tuple[str, ...]:
    """Return a clean text in pieces that fit into a cell each.

    >>> pieces("abcde", 2)
    ('ab', 'cd', 'e')
    """
    if 2 * len(text) <= longest or units(text) <= longest:
        return (text,)
    found, start, room = [], 0, longest
    for place, character in enumerate(text):
        size = units(character)
        if size > room:
            found.append(text[start:place])
            start, room = place, longest
        room -= size
    return (*found, text[start:])


def lines_in(value: object, width: int) -> int:
    """Return about how many lines a value takes in a cell that is ``width`` characters wide.

    >>> lines_in("some words", 5), lines_in(12, 5)
    (3, 1)
    """
    # Words are not cut, so a tenth of a line is lost.
    room = max(1, width * 9 // 10)
    texts = str(value if value is not None else "").split("\n")
    return sum(max(1, -(-_columns(text) // room)) for text in texts)


def _columns(text: str) -> int:
    """Return how wide a text is; characters of East Asia are two wide."""
    return len(text) if text.isascii() else sum(1 + (east_asian_width(one) in "WF") for one in text)
