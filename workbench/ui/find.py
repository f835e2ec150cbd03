"""Find anything by a word or a code."""

from __future__ import annotations

from workbench.localize import _, ngettext
from workbench.localize.lazy import capital
from workbench.model import Framework, Thing
from workbench.ui.places import ROOM_OF, place_of
from workbench.ui.rooms import ROOMS
from workbench.ui.view import State
from workbench.ui.words import short_name, term

FOUND = 20
SEARCHED = ("title", "statement", "question", "element", "description", "definition", "explanation", "area")


def find_state(framework: Framework, words: str) -> State:
    """Return what fits all of ``words``, best first, and how many fit, in words."""
    wanted = words.casefold().split()
    if not wanted:
        return {"found": [], "found_says": ""}
    scored = [(score, thing) for thing in framework.things() if (score := _score(thing, wanted))]
    scored.sort(key=lambda pair: -pair[0])
    found = ngettext("{n} thing found.", "{n} things found.", len(scored))
    says = found if scored else _("Nothing fits these words.")
    return {"found": [_result(framework, thing) for _score, thing in scored[:FOUND]], "found_says": says}


def _score(thing: Thing, wanted: list[str]) -> int:
    """Return how well a thing fits: its code, its name, any of its texts; 0 where it does not."""
    if thing.kind not in ROOM_OF:
        return 0
    code, name = thing.code.casefold(), thing.name.casefold()
    if code and code == " ".join(wanted):
        return 4
    if all(word in f"{code} {name}" for word in wanted):
        return 3 if name.startswith(wanted[0]) or code.startswith(wanted[0]) else 2
    text = " ".join(str(getattr(thing, field, "")) for field in SEARCHED).casefold()
    return 1 if all(word in f"{code} {text}" for word in wanted) else 0


def _result(framework: Framework, thing: Thing) -> State:
    room, _at = place_of(framework, thing)
    says = _("{thing}, in {room}", thing=capital(term(framework, thing.kind)), room=_(ROOMS[room].title))
    return {"id": thing.id, "code": thing.code, "name": capital(short_name(thing)), "says": says}
