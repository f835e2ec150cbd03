"""Find anything by a word or a code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TypeAlias

from workbench.localize import _, ngettext
from workbench.localize.lazy import capital
from workbench.model import Form, Framework, Thing, kind_of
from workbench.project.kept import Kept
from workbench.ui.places import ROOM_OF, place_of
from workbench.ui.rooms import ROOMS
from workbench.ui.view import State
from workbench.ui.words import short_name, term

FOUND = 20
WRITTEN = (Form.TEXT, Form.LINE, Form.TEXTS, Form.WORDS)
"""The forms of the fields whose words are looked at; what is chosen from a list is no text of a thing."""
NO_TEXT = frozenset({"order", "source_id", "set_id", "standard_id", "rule_set", "settings", "terms"})
"""Fields that hold no text of a thing: marks for machines, and what has pages of its own in the room of settings."""
Read: TypeAlias = tuple[Thing, str, str, str]
"""A thing with its code, its name and all of its texts, as they are compared."""


def find_state(framework: Framework, words: str, kept: Kept | None = None) -> State:
    """Return what fits all of ``words``, best first, and how many fit, in words.

    The texts of a framework are read once for as long as it stays as it is, where ``kept`` holds them.
    """
    wanted = words.casefold().split()
    if not wanted:
        return {"found": [], "found_says": ""}
    tables = tuple(framework.table(kind) for kind in ROOM_OF)
    read = (kept or Kept()).take("found in", tables, None, lambda: _texts(framework))
    scored = [(score, one[0]) for one in read if (score := _score(one, wanted))]
    scored.sort(key=lambda pair: -pair[0])
    found = ngettext("{n} thing found.", "{n} things found.", len(scored))
    says = found if scored else _("Nothing fits these words.")
    return {"found": [_result(framework, thing) for _score, thing in scored[:FOUND]], "found_says": says}


def _texts(framework: Framework) -> list[Read]:
    return [
        (one, one.code.casefold(), one.name.casefold(), " ".join(_words(one)).casefold())
        for one in framework.things()
        if one.kind in ROOM_OF
    ]


def _words(thing: Thing) -> Iterator[str]:
    """Yield each text of a thing, those by level or grade too."""
    for name in _names(thing.kind):
        value = getattr(thing, name)
        if isinstance(value, str):
            yield value
        else:
            yield from value.values() if isinstance(value, Mapping) else value


@cache
def _names(kind: str) -> tuple[str, ...]:
    specs = kind_of(kind).specs()
    return tuple(name for name, one in specs.items() if one.form in WRITTEN and not one.choices and name not in NO_TEXT)


def _score(read: Read, wanted: list[str]) -> int:
    """Return how well a thing fits: its code, its name, any of its texts; 0 where it does not."""
    _thing, code, name, text = read
    if code and code == " ".join(wanted):
        return 4
    if all(word in f"{code} {name}" for word in wanted):
        return 3 if name.startswith(wanted[0]) or code.startswith(wanted[0]) else 2
    return 1 if all(word in text or word in code for word in wanted) else 0


def _result(framework: Framework, thing: Thing) -> State:
    room, _at = place_of(framework, thing)
    says = _("{thing}, in {room}", thing=capital(term(framework, thing.kind)), room=_(ROOMS[room].title))
    return {"id": thing.id, "code": thing.code, "name": capital(short_name(thing)), "says": says}
