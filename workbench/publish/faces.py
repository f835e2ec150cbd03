"""Which characters the faces of a PDF can show, and what stands in for the others.

A character without a face, or a control character, makes the PDF/UA writer refuse the whole document.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

import fontpkg_atkinson_hyperlegible
import fontpkg_noto_sans
import fontpkg_noto_sans_arabic

FOLDERS = tuple(
    Path(package.ROOT) / "files"
    for package in (fontpkg_atkinson_hyperlegible, fontpkg_noto_sans, fontpkg_noto_sans_arabic)
)
STAND_IN = "\N{WHITE SQUARE}"
EMBEDDED = ((0x2190, 0x21FF), (0x2200, 0x22FF), (0x2500, 0x257F), (0x2580, 0x259F), (0x25A0, 0x25FF), (0x2713, 0x2718))
"""Ranges that the compiler's own faces show: arrows, mathematical operators, lines, blocks, shapes, ticks."""
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060")
"""Characters that only say how others are set."""
LAST_DRAWN = 0x17F
DRAWN = frozenset("–—\N{LEFT SINGLE QUOTATION MARK}’“”•…×\N{REPLACEMENT CHARACTER}")
"""Latin letters up to Extended-A, and what else a picture may hold: every one of them is in the first face."""
LONGEST_WORD = 22
"""Characters after which a word may break anywhere: it must fit a narrow column."""


@cache
def known() -> frozenset[int]:
    """Return the code points that some face shows."""
    found = {code for first, last in EMBEDDED for code in range(first, last + 1)}
    for folder in FOLDERS:
        for face in sorted(folder.glob("*.ttf")):
            found |= _characters(face.read_bytes())
    return frozenset(code for code in found if unicodedata.category(chr(code)) not in ("Cc", "Cf", "Co", "Cs", "Cn"))


def _characters(font: bytes) -> set[int]:
    """Return the code points of a font's character map (OpenType ``cmap``, formats 4 and 12)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[12 + 16 * i : 16 + 16 * i]: struct.unpack_from(">I", font, 20 + 16 * i)[0] for i in range(count)}
    start = tables[b"cmap"]
    maps = struct.unpack_from(">H", font, start + 2)[0]
    found: set[int] = set()
    for index in range(maps):
        at = start + struct.unpack_from(">I", font, start + 8 + 8 * index)[0]
        kind = struct.unpack_from(">H", font, at)[0]
        if kind == 12:  # noqa: PLR2004  # the format's number
            found |= _format_12(font, at)
        elif kind == 4:  # noqa: PLR2004  # the format's number
            found |= _format_4(font, at)
    return found


def _format_12(font: bytes, at: int) -> set[int]:
    groups = struct.unpack_from(">I", font, at + 12)[0]
    spans = (struct.unpack_from(">II", font, at + 16 + 12 * index) for index in range(groups))
    return {code for first, last in spans for code in range(first, last + 1)}


def _format_4(font: bytes, at: int) -> set[int]:
    segments = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{segments}H", font, at + 14)
    starts = struct.unpack_from(f">{segments}H", font, at + 16 + 2 * segments)
    return {code for first, last in zip(starts, ends, strict=True) for code in range(first, last + 1) if code < 0xFFFF}  # noqa: PLR2004


def shown(text: str) -> tuple[str, frozenset[str]]:
    """Return ``text`` as the faces can show it, and the characters for which something else stands.

    Line breaks stay, tabs become spaces; a character without a face becomes a square; a control character goes.
    """
    if text.isascii() and text.isprintable():
        return text, frozenset()
    faces, lost, kept = known(), set[str](), list[str]()
    for char in unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").expandtabs(4)):
        if char == "\n" or char in INVISIBLE or ord(char) in faces:
            kept.append(char)
        elif unicodedata.category(char) == "Zs":
            kept.append(" ")
        elif unicodedata.category(char) in ("Zl", "Zp"):
            kept.append("\n")
        else:
            lost.add(char)
            kept.append("" if unicodedata.category(char)[0] == "C" else STAND_IN)
    return "".join(kept), frozenset(lost)


def drawable(text: str) -> tuple[str, bool]:
    """Return text of a picture as the PDF can hold it, and whether anything had to give way to a square.

    Inside a picture the writer joins no letters and puts together no accents: it refuses the whole document.
    """
    plain = unicodedata.normalize("NFC", text)
    found = "".join(char if ord(char) <= LAST_DRAWN or char in DRAWN else STAND_IN for char in plain)
    return found, found != plain


def breakable(text: str) -> str:
    """Return ``text`` with places to break in words that fit no narrow column; they take no room."""
    if all(len(word) <= LONGEST_WORD for word in text.split()):
        return text
    return " ".join(_broken(word) for word in text.split(" "))


def _broken(word: str) -> str:
    if len(word) <= LONGEST_WORD or "\n" in word:
        return "\n".join(map(_broken, word.split("\n"))) if "\n" in word else word
    pieces = [word[at : at + LONGEST_WORD // 2] for at in range(0, len(word), LONGEST_WORD // 2)]
    return "\u200b".join(pieces)
