"""New codes for a whole list by a scheme, as a preview of old and new; references are by identifier and stay."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model.changes import Change
from workbench.model.framework import Framework
from workbench.model.thing import Thing

PARTS = re.compile(r"\{(owner|area|n+|a|A)\}")
LETTERS = 26


@dataclass(frozen=True, slots=True)
class NewCode:
    """One thing with the code it has and the one it would get."""

    thing: Thing
    new: str


def renumbered(framework: Framework, kind: str, scheme: str) -> tuple[NewCode, ...]:
    """Return the codes that ``scheme`` gives to the things of a kind, in their order.

    ``{owner}`` is the code of what it belongs to, ``{area}`` the beginning of its content area or department, ``{n}``
    its number among its siblings ("{nn}" with two digits), ``{a}`` and ``{A}`` a letter in place of the number. Numbers
    begin anew for each owner, and for each area where the scheme names it. Raises BadEdit for a scheme that gives one
    code to all, or holds anything else in braces.
    """
    if re.search(r"[{}]", PARTS.sub("", scheme)):
        raise BadEdit(
            _("A scheme may hold {owner}, {area}, {n}, {nn}, {a} and {A}; anything else in braces is not known.")
        )
    if not re.search(r"\{(n+|a|A)\}", scheme):
        raise BadEdit(
            _("Put {n} for a number or {a} for a letter into the scheme; otherwise all codes would be the same.")
        )
    counts: dict[str, int] = {}
    found = []
    for thing in _in_order(framework, kind):
        group = f"{thing.owner_id}/{_area(thing) if '{area}' in scheme else ''}"
        counts[group] = counts.get(group, 0) + 1
        found.append(NewCode(thing, _code(framework, thing, scheme, counts[group])))
    return tuple(found)


def _in_order(framework: Framework, kind: str) -> Iterator[Thing]:
    yield from framework.table(kind).ordered()


def _code(framework: Framework, thing: Thing, scheme: str, number: int) -> str:
    owner = framework.find(thing.owner_id) if thing.owner_id else None

    def part(found: re.Match[str]) -> str:
        name = found[1]
        if name == "owner":
            return owner.code if owner else ""
        if name == "area":
            return _area(thing)
        if name in ("a", "A"):
            return _letters(number).upper() if name == "A" else _letters(number)
        return str(number).zfill(len(name))

    return PARTS.sub(part, scheme)


def _area(thing: Thing) -> str:
    """Return the first letters of the area that a thing is of: two of one word, else one of each.

    >>> from workbench.model import Competency
    >>> _area(Competency(id="c", area="Science")), _area(Competency(id="c", area="World languages"))
    ('SC', 'WL')
    """
    words = re.findall(r"[^\W_]+", str(getattr(thing, "area", "") or getattr(thing, "department", "") or ""))
    return ("".join(word[0] for word in words) if len(words) > 1 else "".join(words)[:2]).upper()


def _letters(number: int) -> str:
    """Return a, b ... z, aa, ab ..."""
    text = ""
    while number:
        number, place = divmod(number - 1, LETTERS)
        text = chr(ord("a") + place) + text
    return text


def code_changes(codes: tuple[NewCode, ...]) -> tuple[Change, ...]:
    """Return the changes that give each thing its new code."""
    return tuple(
        Change(one.thing.kind, one.thing.id, "code", one.thing.code or None, one.new or None)
        for one in codes
        if one.thing.code != one.new
    )
