"""Words of a list that a text says of the student's work, and not of what the work is about."""

from __future__ import annotations

import re
from itertools import takewhile

from workbench.checks.language.kept import remembered
from workbench.checks.language.lists import found_in
from workbench.checks.language.reading import Sentence, read, words

_ABOUT = frozenset({"how", "if", "what", "when", "where", "whether", "who", "whom", "whose", "why"})
"""Words that open a clause about the subject matter: "explains why a plan failed"."""
_CONDITION = frozenset({"if", "when", "where"})
"""Those that open a condition where they open a sentence: "When prompted, names a claim"."""
_FOCUS = frozenset({"even", "only"})
"""Words that may stand before a condition."""
_ENDS = re.compile(r"[.;:]|\bbut\b|, (?:though|although|lacking|with|without)\b", re.IGNORECASE)
"""What leads back to the work: "explains why a plan failed, with little evidence"."""
_THIRD = frozenset({"VVZ", "VDZ", "VHZ", "VBZ"})
_FINITE = _THIRD | {"VVB", "VDB", "VHB", "VBB", "VM0"}
_STUDENT = frozenset({"student", "learner"})
"""Who may stand before the verb of the main clause; an article may stand before them."""


@remembered
def said(
    text: str, phrases: tuple[str, ...], but: tuple[str, ...] = (), *, conditions: bool = False
) -> tuple[str, ...]:
    """Return the words and phrases of a list that a text says of the work, as written in small letters, each once.

    Those that are part of a phrase of ``but`` are left out, and so are those in a clause about the subject matter.
    Those in a condition that opens a sentence ("When writing an essay, ...") count where ``conditions`` says so.
    """
    apart = [(start, start + len(phrase)) for phrase, start in found_in(text, but)]
    found = (
        _whole(text, phrase, start)
        for phrase, start in found_in(text, phrases)
        if not any(low <= start < high for low, high in apart) and not _is_about(text, start, conditions=conditions)
    )
    return tuple(dict.fromkeys(found))


def _whole(text: str, phrase: str, start: int) -> str:
    """Return a phrase with the letters before it, so that "can't" is shown and not its "n't"."""
    while start and text[start - 1].isalpha():
        start, phrase = start - 1, text[start - 1] + phrase
    return phrase.lower()


def _is_about(text: str, start: int, *, conditions: bool) -> bool:
    """Tell whether this place is in a clause about the subject matter that nothing has ended before it."""
    opened = [word.start for word in words(text) if word.start < start and word.text.lower() in _ABOUT]
    if not opened or _ENDS.search(text, opened[-1], start):
        return False
    sentence = next((one for one in read(text) if one[0].start <= opened[-1] <= one[-1].start), ())
    condition = _condition(sentence)
    if conditions and opened[-1] == condition:
        return False
    may_end = condition >= 0 and _has_verb(sentence, condition)
    return not any(
        (word.text == "," and may_end and _goes_on(sentence, at + 1))
        or (word.lemma == "and" and _is_students(sentence, opened[-1], at))
        for at, word in enumerate(sentence)
        if opened[-1] < word.start < start
    )


def _condition(sentence: Sentence) -> int:
    """Return where a condition begins that opens a sentence ("Even when prompted, ..."); below 0 where none does."""
    first = next((word for word in sentence if word.is_word and word.text.lower() not in _FOCUS), None)
    return first.start if first and first.text.lower() in _CONDITION else -1


def _has_verb(sentence: Sentence, condition: int) -> bool:
    """Tell whether a condition has its verb before the first comma; otherwise something is put in or listed there."""
    inside = takewhile(lambda word: word.text != ",", (word for word in sentence if word.start > condition))
    return any(word.tag.startswith("V") for word in inside)


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Tell whether the main clause begins here: with a verb, adverbs and the student before it left out."""
    word = next((one for one in sentence[at:] if one.tag not in {"AV0", "AT0"} and one.lemma not in _STUDENT), None)
    return word is not None and (word.tag in _FINITE or word.text.lower() == "cannot")


def _is_students(sentence: Sentence, opened: int, at: int) -> bool:
    """Tell whether "and" at a place joins an act of the student to the first one, and none of what a clause is about.

    The form of the verbs tells ("explains how cells divide and lacks ..."), or "it", which in a passive clause is what
    the clause is about and so not who acts ("says where evidence is used and never cites it").
    """
    after = [word for word in sentence[at + 1 :] if word.tag not in {"AV0", "XX0"}]
    inside = [word.tag for word in sentence[:at] if word.start > opened]
    if not after or not {after[0].tag, sentence[0].tag} <= _THIRD or not any(tag[0] == "V" for tag in inside):
        return False
    object_ = after[2 if after[0].tag == "VDZ" else 1 :][:1]
    return _THIRD.isdisjoint(inside) or ("VVN" in inside and any(one.text.lower() in {"it", "them"} for one in object_))
