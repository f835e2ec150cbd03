"""Three-way merge of one field: what stood there, what another made of it, what this person made of it.

Texts merge by words, lists of ids as sets, everything else as a whole. What cannot be merged is a
``Conflict`` with all three values, for the person to decide; nothing is chosen for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from workbench.model.changes import EXISTS, Change
from workbench.model.fields import Form, Json
from workbench.model.pieces import differences, split_pieces

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


# What was merged before a write began need not be merged once more while others wait for its end.
@lru_cache(maxsize=32)
def merge_texts(base: str, theirs: str, mine: str) -> str | None:
    """Return both edits of ``base`` in one text, or None where they touch the same or neighbouring words.

    Nothing is made up: each word of the text stands in theirs or in mine, and between what they changed and what I
    changed stands a word that neither did.
    """
    words, their, my = map(split_pieces, (base, theirs, mine))
    their_hunks, my_hunks = _hunks(words, their), _hunks(words, my)
    if their_hunks is None or my_hunks is None:
        return None
    merged = _laid_together(words, sorted([*their_hunks, *my_hunks]))
    made_up = merged is not None and not {*their, *my}.issuperset(split_pieces(merged))
    return None if made_up else merged


def _laid_together(words: list[str], hunks: list[Hunk]) -> str | None:
    out: list[str] = []
    place = 0
    last: Hunk | None = None
    for start, end, replacement in hunks:
        if last == (start, end, replacement):
            continue
        if last is not None and not "".join(words[place:start]).strip():
            return None
        out += [*words[place:start], *replacement]
        place, last = end, (start, end, replacement)
    return "".join(out + words[place:])


def _hunks(words: list[str], changed: list[str]) -> list[Hunk] | None:
    spans = differences(words, changed)
    return None if spans is None else [(a, b, changed[c:d]) for a, b, c, d in spans]
