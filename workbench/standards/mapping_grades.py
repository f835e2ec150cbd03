"""Grades as tables write them, in many languages -> the grades that we write: “PK”, “K”, “1” ... “12”."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from workbench.standards.mapping_words import words

HIGHEST = 13
"""The last year of school that a number is read as; England and New Zealand count to 13."""

LADDER = ("PK", "K", *(str(number) for number in range(1, HIGHEST + 1)))
HIGH_SCHOOL = ("9", "10", "11", "12")

NAMED = {
    **dict.fromkeys(("k", "kg", "kinder", "kindergarten", "kindergarden"), "K"),
    **dict.fromkeys(("pk", "prek", "prekindergarten", "preschool"), "PK"),
    **{
        word: str(number)
        for number, word in enumerate(
            ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
            start=1,
        )
    },
    "twelfth": "12",
}
RANGE = words("- – — ~ 〜 to through thru a ao aos ate al bis au から")
BETWEEN = words(", ; | / & + 、 ・ and y e et und the")
NOUNS = words(
    "grade grades gr year years yr level levels ano anos grado grados curso cursos serie series"
    " annee annees classe classes klasse klassen klassenstufe jahrgang jahrgangsstufe classi anno anni"
    " 学年 年級 年级 年生 年 k kindergarten"
)
NOISE = NOUNS | words(". ( ) [ ] : de des du do da en del from o os の 第")
TOKENS = re.compile(
    r"(?P<number>\d+(?:\.\d+)*)(?:er|re|ro|do|to|mo|vo|no|eme|e|o|a|st|nd|rd|th)?(?![^\W\d_])"
    r"|学年|年級|年级|年生|から|[第年の]|\d+|[^\W\d_第年の学]+|[^\w\s]"
)


@lru_cache(maxsize=4096)
def read_grades(text: str) -> tuple[str, ...] | None:
    """Return the grades that ``text`` names, each once in its order; None where part of it cannot be told.

    >>> read_grades("9-12"), read_grades("1º ao 3º"), read_grades("Pre-K|K|1"), read_grades("Grade 3")
    (('9', '10', '11', '12'), ('1', '2', '3'), ('PK', 'K', '1'), ('3',))
    >>> read_grades("第3学年"), read_grades("HS"), read_grades("Secondary") is None
    (('3',), ('9', '10', '11', '12'), True)
    """
    plain = _plain(text)
    if plain in {"hs", "high school"}:
        return HIGH_SCHOOL
    found: dict[str, None] = {}
    last = low = ""
    for match in TOKENS.finditer(plain):
        token = match.group("number") or match.group()
        grade = _grade(token)
        if grade:
            climb = LADDER[LADDER.index(low) : LADDER.index(grade) + 1] if low else (grade,)
            if not climb:
                return None
            found.update(dict.fromkeys(climb))
            last, low = grade, ""
        elif token in RANGE and last and not low:
            low = last
        elif token not in BETWEEN and token not in NOISE:
            return None
    return None if low else tuple(found) or None


def names_grade(text: str) -> bool:
    """Return whether a text names grades and nothing else, in words that mean no other number.

    >>> names_grade("Grade 7"), names_grade("第3学年"), names_grade("1st"), names_grade("Grade 7 sets")
    (True, True, False, False)
    """
    return (
        len(text) < 60
        and bool(NOUNS & {one.group() for one in TOKENS.finditer(_plain(text))})
        and bool(read_grades(text))
    )


def _plain(text: str) -> str:
    """Return ``text`` without case, accents and ordinal signs; “º” must go before NFKC makes it an “o”."""
    bare = re.sub(r"(?<=\d)\.?[ºª°]", " ", text.strip().casefold())
    # A spreadsheet program makes one number of “09,10”, where a comma parts the decimals.
    bare = re.sub(r"^(\d\d)\.(\d\d)$", r"\1,\2", bare)
    flat = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", bare))
    plain = "".join(mark for mark in flat if not unicodedata.combining(mark))
    return re.sub(r"\bpre[- ](?=k|school)", "pre", plain)


def _grade(token: str) -> str:
    if token.isascii() and token[0].isdigit():
        whole = token.removesuffix(".0")
        return str(int(whole)) if whole.isdecimal() and len(whole) <= 2 and 0 < int(whole) <= HIGHEST else ""
    return NAMED.get(token, "")
