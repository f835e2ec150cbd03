"""Three-way merge of one field: what stood there, what another made of it, what this person made of it.

Texts merge by words, lists of ids as sets, everything else as a whole. What cannot be merged is a
``Conflict`` with all three values, for the person to decide; nothing is chosen for them.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass

from workbench.model.changes import EXISTS, Change
from workbench.model.fields import Form, Json

Hunk = tuple[int, int, list[str]]
"""Words base[start:end] are replaced by the list."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two people changed the same words: ``base`` stood there, ``theirs`` is there now, ``mine`` is not."""

    kind: str
    id: str
    field: str
    base: Json
    theirs: Json
    mine: Json


def merge_change(change: Change, current: Json) -> Change | Conflict | None:
    """Return ``change`` as it applies to the field's ``current`` value; None where nothing is left to do."""
    if current == change.new:
        return None
    if current == change.old:
        return change
    merged = None if change.field == EXISTS else _merge_values(change, current)
    if merged is None:
        return Conflict(change.kind, change.id, change.field, change.old, current, change.new)
    return None if merged == current else Change(change.kind, change.id, change.field, current, merged)


def _merge_values(change: Change, current: Json) -> Json:
    """Return the merged value, or None where there is none."""
    form = change.spec().form
    if form in (Form.REFS, Form.WORDS):
        return merge_lists(_as_list(change.old), _as_list(current), _as_list(change.new))
    if form in (Form.TEXT, Form.LINE, Form.TEXTS) and change.field != "order":
        return merge_texts(str(change.old or ""), str(current or ""), str(change.new or ""))
    return None


def _as_list(value: Json) -> list[str]:
    return list(value) if isinstance(value, list) else []


def merge_lists(base: list[str], theirs: list[str], mine: list[str]) -> list[str]:
    """Return ``theirs`` without what I took out and with what I added, at the end."""
    kept = [item for item in theirs if item in mine or item not in base]
    return kept + [item for item in mine if item not in base and item not in theirs]


def merge_texts(base: str, theirs: str, mine: str) -> str | None:
    """Return both edits of ``base`` in one text, or None where they touch the same or neighbouring words."""
    words = split_words(base)
    hunks = sorted([*_hunks(words, theirs), *_hunks(words, mine)])
    out: list[str] = []
    place = 0
    last: Hunk | None = None
    for start, end, replacement in hunks:
        if last == (start, end, replacement):
            continue
        if last is not None and start <= last[1]:
            return None
        out += [*words[place:start], *replacement]
        place, last = end, (start, end, replacement)
    return "".join(out + words[place:])


def split_words(text: str) -> list[str]:
    """Return words and the spaces between them; joined they are the text."""
    return re.findall(r"\s+|[^\W_]+|[\W_]", text)


def _hunks(words: list[str], other: str) -> list[Hunk]:
    changed = split_words(other)
    matcher = difflib.SequenceMatcher(None, words, changed, autojunk=False)
    return [(a, b, changed[c:d]) for tag, a, b, c, d in matcher.get_opcodes() if tag != "equal"]
