"""Words of a list that a text says of the student's work, and not of what the work is about."""

from __future__ import annotations

import re

from workbench.checks.language.kept import remembered
from workbench.checks.language.lists import found_in
from workbench.checks.language.reading import words

_ABOUT = frozenset({"how", "if", "what", "when", "where", "whether", "who", "whom", "whose", "why"})
"""Words that open a clause about the subject matter: "explains why a plan failed"."""
_ENDS = re.compile(r"[.;:]|\bbut\b|, (?:though|although|lacking|with|without)\b", re.IGNORECASE)
"""What leads back to the work: "explains why a plan failed, with little evidence"."""


@remembered
def said(text: str, phrases: tuple[str, ...], but: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the words and phrases of a list that a text says of the work, as written in small letters, each once.

    Those that are part of a phrase of ``but`` are left out, and so are those in a clause about the subject matter.
    """
    apart = [(start, start + len(phrase)) for phrase, start in found_in(text, but)]
    found = (
        _whole(text, phrase, start)
        for phrase, start in found_in(text, phrases)
        if not any(low <= start < high for low, high in apart) and not _is_about(text, start)
    )
    return tuple(dict.fromkeys(found))


def _whole(text: str, phrase: str, start: int) -> str:
    """Return a phrase with the letters before it, so that "can't" is shown and not its "n't"."""
    while start and text[start - 1].isalpha():
        start, phrase = start - 1, text[start - 1] + phrase
    return phrase.lower()


def _is_about(text: str, start: int) -> bool:
    """Tell whether this place is in a clause about the subject matter that nothing has ended before it."""
    opened = [word.start for word in words(text) if word.start < start and word.text.lower() in _ABOUT]
    return bool(opened) and not _ENDS.search(text, opened[-1], start)
