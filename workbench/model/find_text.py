"""Find and replace in all that people wrote: where words stand, and the changes that put others in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model.changes import Change, field_value
from workbench.model.fields import FieldSpec, Form
from workbench.model.framework import Framework
from workbench.model.thing import PLACE_FIELDS, Thing

APART = frozenset({"translation", "alignment"})
"""Kinds in which nothing is replaced: a translation is in another language, an alignment names standards."""
AROUND = 40
"""Characters of the text before and after a hit that are shown."""
MOST = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One place where the words stand: in ``path`` ("field" or "field.key") of a thing.

    ``number`` counts the hits within that text; ``before``, ``found`` and ``after`` show it.
    """

    kind: str
    id: str
    path: str
    number: int
    before: str
    found: str
    after: str

    @property
    def key(self) -> str:
        """What tells the hit from all others."""
        return f"{self.id}/{self.path}/{self.number}"


def pattern_of(words: str, *, whole: bool = False, case: bool = False) -> re.Pattern[str]:
    """Return the pattern of plain ``words``; raise BadEdit where there are none."""
    if not words.strip():
        raise BadEdit(_("Type the words to look for."))
    start, end = (
        (r"(?<!\w)" if words[0].isalnum() else "", r"(?!\w)" if words[-1].isalnum() else "") if whole else ("", "")
    )
    return re.compile(f"{start}{re.escape(words)}{end}", 0 if case else re.IGNORECASE)


def hits(framework: Framework, words: str, *, whole: bool = False, case: bool = False) -> tuple[Hit, ...]:
    """Return where ``words`` stand, in the order of the framework, at most ``MOST``.

    ``whole``: not within a longer word; ``case``: in the same capital and small letters.
    """
    pattern = pattern_of(words, whole=whole, case=case)
    found: list[Hit] = []
    for thing in framework.things():
        if thing.kind in APART:
            continue
        for path, text in texts_of(thing):
            for number, one in enumerate(pattern.finditer(text)):
                if len(found) >= MOST:
                    return tuple(found)
                found.append(_hit(thing, path, number, text, one))
    return tuple(found)


def _hit(thing: Thing, path: str, number: int, text: str, found: re.Match[str]) -> Hit:
    start, end = found.span()
    before, after = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    return Hit(
        kind=thing.kind,
        id=thing.id,
        path=path,
        number=number,
        before=f"…{before}" if start > AROUND else before,
        found=found[0],
        after=f"{after}…" if len(text) > end + AROUND else after,
    )


def texts_of(thing: Thing) -> Iterator[tuple[str, str]]:
    """Yield (path, text) of each field of a thing that people write in words."""
    for name, spec, value in thing.filled():
        if name in (*PLACE_FIELDS, "code"):
            continue
        if spec.form in (Form.TEXT, Form.LINE):
            yield name, value
        elif _is_keyed_prose(spec):
            yield from ((f"{name}.{key}", text) for key, text in value.items())


def _is_keyed_prose(spec: FieldSpec) -> bool:
    return (
        spec.form is Form.TEXTS and not spec.by_id and spec.choices is None and spec.name not in ("terms", "settings")
    )


def in_place_of(found: str, words: str, by: str) -> str:
    """Return ``by`` with the capital letters of ``found``, a hit in other letters than the ``words`` that were typed.

    What stands exactly as it was typed is replaced exactly as typed, so that "DOK" may become "depth of knowledge".

    >>> [in_place_of(one, "students", "learners") for one in ("students", "Students", "STUDENTS")]
    ['learners', 'Learners', 'LEARNERS']
    >>> in_place_of("students", "Students", "Learners"), in_place_of("A", "a", "one")
    ('learners', 'One')
    """
    if found == words:
        return by
    if found.isupper() and sum(letter.isalpha() for letter in found) > 1:
        return by.upper()
    return (by[:1].upper() if found[:1].isupper() else by[:1].lower()) + by[1:]


def replaced(
    framework: Framework, words: str, by: str, *, leave: Collection[str] = (), whole: bool = False, case: bool = False
) -> tuple[Change, ...]:
    """Return the changes that put ``by`` in the place of ``words``, but for the hits whose keys are in ``leave``.

    Where capital and small letters do not matter, the new words are written in those of the hit.
    """
    pattern = pattern_of(words, whole=whole, case=case)
    texts: dict[tuple[str, str], None] = {
        (one.id, one.path): None for one in hits(framework, words, whole=whole, case=case)
    }
    changes = []
    for identifier, path in texts:
        thing = framework.get(identifier)
        old = str(field_value(thing, path) or "")
        left = {key.rpartition("/")[2] for key in leave if key.startswith(f"{identifier}/{path}/")}
        new = _without(pattern, old, lambda hit: by if case else in_place_of(hit, words, by), left)
        if new != old:
            changes.append(Change(thing.kind, identifier, path, old, new or None))
    return tuple(changes)


def _without(pattern: re.Pattern[str], text: str, by: Callable[[str], str], leave: Collection[str]) -> str:
    """Return ``text`` with each hit but those numbered in ``leave`` replaced by what ``by`` makes of it."""
    pieces, at = [], 0
    for number, one in enumerate(pattern.finditer(text)):
        pieces += [text[at : one.start()], one[0] if str(number) in leave else by(one[0])]
        at = one.end()
    return "".join([*pieces, text[at:]])
