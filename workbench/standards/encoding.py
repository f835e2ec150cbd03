"""In which encoding a text was written: told by its bytes, and where several fit, by what they make of it."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte order marks, the longer before those that begin like them."""

NAMES = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with a byte order mark",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16 without a byte order mark",
    "utf-16-be": "UTF-16 without a byte order mark",
    "utf-32": "UTF-32",
    "cp1252": "Windows-1252",
    "mac_roman": "MacRoman",
}
"""What people call an encoding."""

SAMPLE = 65536
"""Bytes that are looked at where statistics decide."""
SEEN = 4000
"""Characters outside ASCII that are weighed, at most."""
PLAUSIBLE = 0.3
"""The mean weight, of 1 at best, below which a text is not of western Europe."""

DASHES = "\N{EN DASH}\N{EM DASH}"
OPENING = "\N{LEFT SINGLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}"
CLOSING = "\N{RIGHT SINGLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}"
SIGNS = "\N{HORIZONTAL ELLIPSIS}\N{BULLET}\N{NO-BREAK SPACE}\N{MIDDLE DOT}°§©®™«»¿¡×÷½¼¾±ªº€£"
"""Signs that both encodings have and people use."""
WORDS = "aAIoOuUyYeE"
"""Letters that are words by themselves."""


def tell_encoding(content: bytes) -> str:
    """Return the name of the codec that ``content`` was written with.

    UTF-8 is certain where it fits. Windows-1252 and MacRoman fit nearly everything, so the characters decide
    that each makes of the bytes: a dash between two numbers is likelier than a capital Ñ.
    """
    for mark, codec in MARKS.items():
        if content.startswith(mark):
            return codec
    if codec := _wide(content[:SAMPLE]):
        return codec
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _narrow(content)
    return "utf-8"


def _wide(sample: bytes) -> str:
    """Return the codec of UTF-16 without a mark: there all zero bytes stand on one side of the pairs."""
    zeros = {"utf-16-le": sample[1::2].count(0), "utf-16-be": sample[::2].count(0)}
    codec = max(zeros, key=lambda one: zeros[one])
    if zeros[codec] < len(sample) / 100 or min(zeros.values()) > zeros[codec] / 10:
        return ""
    text = sample.decode(codec, "ignore")
    return codec if any(sign in text for sign in ",;\t|\r\n") else ""


def _narrow(content: bytes) -> str:
    """Return the likeliest one-byte codec; charset-normalizer is asked where the text is not western."""
    weight, codec = max((_weight(content, codec), codec) for codec in ("mac_roman", "cp1252"))
    if weight >= PLAUSIBLE:
        return codec
    from charset_normalizer import from_bytes

    best = from_bytes(_around_foreign(content)).best()
    return best.encoding if best else codec


def _around_foreign(content: bytes) -> bytes:
    """Return the lines that have bytes outside ASCII: statistics need to see those."""
    lines = re.findall(rb"[^\r\n]*[\x80-\xff][^\r\n]*[\r\n]*", content)
    return b"".join(lines)[:SAMPLE]


def _weight(content: bytes, codec: str) -> float:
    """Return how plausible the characters outside ASCII are where they stand, from -1 to 1."""
    weights = [_likely(*around) for around in _neighbourhoods(content, codec)]
    return sum(weights) / len(weights) if weights else 0.0


def _neighbourhoods(content: bytes, codec: str) -> Iterator[tuple[str, str, str]]:
    """Yield (two characters before, character, two after) for characters outside ASCII; blanks at the ends."""
    for found, _ in zip(re.finditer(rb"[\x80-\xff]", content), range(SEEN), strict=False):
        place = found.start()
        before = content[max(0, place - 2) : place].decode(codec, "replace")
        text = content[place : place + 3].decode(codec, "replace")
        yield before.rjust(2), text[0], text[1:].ljust(2)


@lru_cache(maxsize=8192)
def _likely(earlier: str, here: str, later: str) -> float:
    """Return how likely a character is between two and two others, from -1 to 1."""
    before, after = earlier[1], later[0]
    category = unicodedata.category(here)
    if here == "\N{REPLACEMENT CHARACTER}" or category == "Cc":
        return -1.0
    if category == "Ll":
        if here == "œ" and after != "u":
            return -0.5
        return _likely_letter(before, after)
    if category == "Lu":
        return 0.7 if (before.isupper() or not before.isalnum()) and after.isalpha() else -1.0
    if here in DASHES:
        return _likely_dash(earlier, later)
    return _likely_sign(before, here, after)


def _likely_dash(earlier: str, later: str) -> float:
    """Return how likely a dash is: best between its like, and not where a word of one letter would be left over."""
    before, after = earlier[1], later[0]
    if before.isalpha() and after.isalpha():
        left_over = (before, earlier[0]), (after, later[1])
        torn = any(not beyond.isalpha() and letter not in WORDS for letter, beyond in left_over)
        return -0.5 if torn else 0.9
    return 0.9 if _alike(before, after) else 0.5


def _likely_sign(before: str, here: str, after: str) -> float:
    """Return how likely a sign is: quotation marks have their sides, and a word holds hardly any other sign."""
    if here in OPENING:
        return -0.2 if before.isalnum() or after.isspace() else 0.9
    if here in CLOSING:
        return -0.2 if before.isspace() else 0.9
    if before.isalpha() and after.isalpha():
        return -1.0
    return 0.5 if here in SIGNS else -0.2


def _likely_letter(before: str, after: str) -> float:
    """Return how likely a small letter with an accent is: best inside a word, and not among its like."""
    if after.isupper() or before.isdigit() or after.isdigit():
        return -1.0
    if _foreign_letter(before) and _foreign_letter(after):
        return -1.0
    if before.isalpha() and after.isalpha():
        return 0.8
    return 0.4 if before.isalpha() else 0.2


def _foreign_letter(sign: str) -> bool:
    return sign.isalpha() and not sign.isascii()


def _alike(before: str, after: str) -> bool:
    """Return whether a sign stands between two numbers or two spaces."""
    kinds = (str.isdigit, str.isspace)
    return any(kind(before) and kind(after) for kind in kinds)
