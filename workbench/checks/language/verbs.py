"""The verbs that lead a statement or a descriptor, and what its opening is like.

Found by grammar: the first word after the opening where the tagger sees a verb, and the verbs of the same form that
"and", "or", a comma or a semicolon joins to it. What stands in a clause below ("that", "how", "to" ...) is not looked
at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import islice

from workbench.checks.language.kept import remembered
from workbench.checks.language.reading import Sentence, Word, read
from workbench.checks.language.verb_levels import is_known_verb
from workbench.localize import N_

_BASE = frozenset({"VVB", "VVI", "VDB", "VDI", "VHB", "VHI", "VBI"})
_THIRD = frozenset({"VVZ", "VDZ", "VHZ", "VBZ"})
_BELOW = frozenset({"CJS", "CJT", "DTQ", "AVQ", "PNQ", "TO0"})
"""Tags of the words that open a clause below the main one."""
_NOUNS, _ARTICLES = frozenset({"NN0", "NN1", "NN2", "NP0"}), frozenset({"AT0", "DPS", "DT0"})
_NUMBERS = frozenset({"CRD", "ORD"})
_ENDS = frozenset({":", "e.g", "e.g.", "i.e", "i.e."})
"""What ends the part of a sentence where main verbs are looked for."""
_WHO = r"(?:all |each |every |the |a )?(?:students?|learners?|graduates?|pupils?|child(?:ren)?|scholars?)"
_ABLE = r"(?:(?:be able|is able|are able|am able) to )?"

BULLET = re.compile(r"^(?:\W+|(?:\d+(?:\.\d+)*[.)]?|[a-z][.)])\s+(?=[A-Z]))+")
"""What stands before the text of an item in a list: a bullet, a number, a letter."""
_HEADING = re.compile(r"^[^:.?!]{2,50}: ?(?=[A-Z])")
_CONDITION = re.compile(
    r"(?:given|for|with|without|in|at|when|using|from|after|before|within|based|through|by)\b", re.IGNORECASE
)
"""Words that open what comes before the verb: "Given two figures, decide ...", "With support, retell ..."."""


class Opening(Enum):
    """How a statement begins, in the words with which a message names it."""

    BARE = N_("the verb")
    THIRD_PERSON = N_("“explains”, “uses” and the like")
    STUDENTS = N_("“Students will”")
    I_CAN = N_("“I can”")
    QUESTION = N_("a question")
    OTHER = N_("something other than a verb")


_OPENINGS = (
    (Opening.QUESTION, re.compile(r"how (?:well )?(?:can|do|does|am|is|are|might|will) (?:i|we|you) ", re.IGNORECASE)),
    (Opening.I_CAN, re.compile(rf"(?:as an? [\w ]{{2,30}}, )?(?:i|we) (?:can|will|am able to) {_ABLE}", re.IGNORECASE)),
    (
        Opening.STUDENTS,
        re.compile(rf"(?:{_WHO} (?:will|can|should|must|shall) {_ABLE}|t?[sl]wbat |t[sl]w )", re.IGNORECASE),
    ),
    (Opening.STUDENTS, re.compile(rf"{_WHO} (?:are|is) able to ", re.IGNORECASE)),
    (Opening.STUDENTS, re.compile(rf"{_WHO} (?=[a-z]+s\b)", re.IGNORECASE)),
    (Opening.I_CAN, re.compile(r"(?:i|we) ", re.IGNORECASE)),
    (Opening.QUESTION, re.compile(r"(?=(?:how|what|which|why|when|where|who)\b.*\?$)", re.IGNORECASE)),
    (Opening.BARE, re.compile(r"(?:can|will|(?:be |is |are )?able to) ", re.IGNORECASE)),
)
_BEFORE_A_VERB = (
    (
        Opening.STUDENTS,
        re.compile(
            r"(?:all |the )?(?:students|learners|graduates|pupils|children|scholars) (?=[a-z]+\b)", re.IGNORECASE
        ),
    ),
    (Opening.BARE, re.compile(r"To (?=[a-z]+\b)")),
)
"""Openings only where a verb follows at once ("Students analyze ..."); "Students with disabilities ..." has none.
Without a capital "to" tells what for: "With support, to write, use ..."."""


@dataclass(frozen=True, slots=True)
class Lead:
    """How a text opens, its main verbs in order, and the words of the sentence they stand in, after the opening."""

    opening: Opening
    verbs: tuple[Word, ...]
    words: Sentence

    @property
    def lemma(self) -> str:
        """Return the lemma of the first verb; empty where none was found."""
        return self.verbs[0].lemma if self.verbs else ""


@remembered
def lead(text: str) -> Lead:
    """Return how a text opens and the verbs that lead its first sentence."""
    line = BULLET.sub("", " ".join(text.split()))
    first = _lead(line)
    return (
        first
        if first.opening is not Opening.OTHER
        else next((one for one in islice(_later(line), 12) if one.verbs), first)
    )


def _later(line: str) -> Iterator[Lead]:
    """Yield how a text opens behind a heading ("Craft: Analyze ..."), or behind a condition, at best after a comma."""
    if heading := _HEADING.match(line):
        yield _lead(line[heading.end() :])
    if _CONDITION.match(line):
        yield from (_lead(line[comma.end() :]) for comma in re.finditer(", ", line))
        yield from (_lead(line[word.start :]) for word in read(line)[0] if word.tag in _BASE)


def _lead(line: str) -> Lead:
    opening, rest = next(
        ((kind, line[found.end() :]) for kind, pattern in _OPENINGS if (found := pattern.match(line))), (None, line)
    )
    if opening is None:
        many = (_led(kind, line[found.end() :]) for kind, pattern in _BEFORE_A_VERB if (found := pattern.match(line)))
        return next((one for one in many if one.verbs), None) or _led(opening, rest)
    return _led(opening, rest)


def _led(opening: Opening | None, rest: str) -> Lead:
    words = _with_compound(next(iter(read(rest)), ()), rest)
    verbs = tuple(_main_verbs(words))
    return Lead(opening or _opening(verbs), verbs, words)


def _with_compound(words: Sentence, text: str) -> Sentence:
    """Return the words with a verb like "self-assess" or "fact-check" at the beginning as one.

    The last part tells whether it is one, read as what begins a text. After a number ("two-step equations") it is none.
    """
    last = 0
    while [word.text for word in words[last + 1 : last + 2]] == ["-"] and last + 2 < len(words):
        last += 2
    if not last or words[0].tag in _NUMBERS or words[0].lemma == "non":
        return words
    at = words[last].start
    first, *others = next(iter(read(text[at:])), words)
    if not _leads((first, *others), 0):
        return words
    before = text[words[0].start : at]
    tag = "VVZ" if _form(first) is _THIRD else "VVI"
    verb = Word(before + first.text, before.lower() + first.lemma, tag, words[0].start)
    return (verb, *(word._replace(start=word.start + at) for word in others))


def _opening(verbs: tuple[Word, ...]) -> Opening:
    if not verbs:
        return Opening.OTHER
    return Opening.THIRD_PERSON if _form(verbs[0]) is _THIRD else Opening.BARE


def _main_verbs(words: Sentence) -> Iterator[Word]:
    start = next((at for at, word in enumerate(words) if word.tag != "AV0"), len(words))
    first = words[start] if start < len(words) else None
    if first is None or not _leads(words, start):
        return
    yield first
    form, inside, due = _form(first), 0, start
    for at in range(start + 1, len(words)):
        inside += (words[at].text == "(") - (words[at].text == ")")
        if inside > 0:
            continue
        if words[at].text == ";":
            due = _verb_behind(words, at, form)
        if words[at].tag in _BELOW or words[at].text in _ENDS or due < 0:
            return
        if at == due or (words[at].tag in form and _is_joined(words, at)):
            yield words[at]


def _verb_behind(words: Sentence, semicolon: int, form: frozenset[str]) -> int:
    """Return where a verb of a form follows a semicolon, but for "and" and adverbs at once; below 0 where none does."""
    at = next((at for at in range(semicolon + 1, len(words)) if words[at].tag not in {"AV0", "CJC"}), len(words))
    if at == len(words) or not is_known_verb(words[at].lemma) or not _leads(words, at):
        return -1
    return at if _form(words[at]) is form else -1


def _leads(words: Sentence, at: int) -> bool:
    """Tell whether this word is a verb: as tagged, or a noun in the place of one ("Models a", "Graph linear")."""
    word, after = words[at], words[at + 1] if at + 1 < len(words) else None
    if word.tag in _BASE | _THIRD:
        return True
    if word.tag not in _NOUNS or after is None:
        return False
    if after.tag in _ARTICLES | {"AVQ"} or (is_known_verb(word.lemma) and after.tag in {"AJ0", *_NOUNS}):
        return True
    # A noun has no adjective behind it ("Factor quadratic expressions"), and no verb in this form ("Sight read music").
    further = words[at + 2].tag if at + 2 < len(words) else ""
    return word.tag == "NN1" and after.tag in {"AJ0", "VVB", "VVI"} and after.text[-1] != "s" and further in _NOUNS


def _form(word: Word) -> frozenset[str]:
    return _THIRD if word.tag in _THIRD or (word.tag in _NOUNS and word.text.lower().endswith("s")) else _BASE


def _is_joined(words: Sentence, at: int) -> bool:
    """Tell whether "and", "or" or a comma stands before the word, adverbs between them left out."""
    before = at - 1
    while before > 0 and words[before].tag == "AV0":
        before -= 1
    return words[before].tag == "CJC" or words[before].text == ","
