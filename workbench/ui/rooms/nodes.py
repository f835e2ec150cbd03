"""Nodes of an outline, and the page of a thing that rooms share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workbench.localize import ENGLISH, _, language
from workbench.localize.lazy import capital
from workbench.model import Framework, Thing
from workbench.ui.actions import card_actions, thing_actions
from workbench.ui.fields import fields_of, options_of, reference_kinds
from workbench.ui.guides import GUIDES, guide_of
from workbench.ui.panes.discussion import talk_words
from workbench.ui.view import Given, State
from workbench.ui.words import count_words, short_name, term


def node(given: Given, thing: Thing, children: Sequence[State] = (), **shown: Any) -> State:
    """Return the node of a thing. It carries the findings of all that belongs to it, unless that has its own node."""
    own = count_words(given.findings_of(thing, owned=not children))
    return {
        "id": thing.id,
        "code": thing.code,
        "name": capital(short_name(thing)),
        "ready": thing.ready,
        "counts": own,
        **talk_words(given, thing, owned=not children),
        "children": list(children),
        "insert": {"kind": thing.kind, "owner": thing.owner_id, "after": thing.id},
        **shown,
    }


def heading(name: str, children: Sequence[State], *, key: str = "") -> State:
    """Return a heading of the outline, open, with the things under it."""
    return {
        "id": f"group {key or name}",
        "code": "",
        "name": name,
        "group": True,
        "open": True,
        "children": list(children),
    }


def by_heading(things: Iterable[Thing], field: str, unnamed: str) -> dict[str, list[Thing]]:
    """Return things grouped by the text of one field, in the order in which the groups are first met."""
    groups: dict[str, list[Thing]] = {}
    for thing in things:
        groups.setdefault(str(getattr(thing, field) or "") or unnamed, []).append(thing)
    return groups


def page(
    given: Given,
    thing: Thing,
    blocks: Sequence[State],
    *,
    where: Sequence[str] = (),
    actions: list[State] | None = None,
) -> State:
    """Return the editor's state for one thing: its head, its blocks, its actions, what its references may name."""
    fields = [field for block in blocks for field in fields_in(block)]
    return {
        "id": thing.id,
        "kind": thing.kind,
        "title": capital(short_name(thing)),
        "where": " · ".join(
            part for part in (thing.code, *where, _("Ready for review") if thing.ready else _("Draft")) if part
        ),
        "guide": guide_of(thing.kind),
        "blocks": list(blocks),
        "actions": thing_actions(given.framework, thing) if actions is None else actions,
        "options": options_of(given, sorted(reference_kinds(fields) - {"*"})),
    }


def fields_in(block: State) -> list[State]:
    """Return the fields that a block shows."""
    return [*block.get("fields", ()), *(field for item in block.get("items", ()) for field in item.get("fields", ()))]


def fields_block(given: Given, thing: Thing, *paths: str, title: str = "", **shown: Any) -> State:
    """Return a block of fields of one thing."""
    return {
        "type": "fields",
        "key": f"{thing.id} {paths[0]}",
        "title": title,
        "fields": fields_of(given, thing, *paths),
        **shown,
    }


def cards_block(given: Given, owner: Thing, kind: str, paths: Sequence[str], *, title: str, **shown: Any) -> State:
    """Return a block with a card for each thing of ``kind`` that belongs to ``owner``."""
    framework = given.framework
    things = [thing for thing in framework.owned(owner.id) if thing.kind == kind and thing.owner_id == owner.id]
    last = things[-1].id if things else ""
    add = {"kind": kind, "owner": owner.id, "after": last}
    button = {"label": add_label(framework, kind), "do": {"add": {**add, "stay": True}}}
    return {
        "type": "cards",
        "key": f"{owner.id} {kind}",
        "title": title,
        "items": [card(given, thing, paths, number) for number, thing in enumerate(things, 1)],
        "add": button if things else None,
        "empty": empty_place(framework, kind, button),
        **shown,
    }


def card(given: Given, thing: Thing, paths: Sequence[str], number: int) -> State:
    """Return one thing as a card with its fields; what has no title of its own is called by its number."""
    numbered = f"{capital(term(given.framework, thing.kind))} {number}"
    return {
        "id": thing.id,
        "code": thing.code,
        "title": capital(short_name(thing)) if getattr(thing, "title", "") else numbered,
        "counts": count_words(given.findings_of(thing)),
        "fields": fields_of(given, thing, *paths),
        "actions": card_actions(given.framework, thing),
    }


def link(given: Given, thing: Thing, says: str = "") -> State:
    """Return one thing as a line that leads to it."""
    return {
        "id": thing.id,
        "code": thing.code,
        "name": capital(short_name(thing)),
        "says": says,
        "counts": count_words(given.findings_of(thing)),
        "do": {"go": {"id": thing.id}},
    }


def shortcut(room: str, identifier: str, name: str, says: str) -> State:
    """Return a line that leads to the same thing in another room."""
    return {"id": room, "code": "", "name": name, "says": says, "do": {"go": {"room": room, "id": identifier}}}


def section(kind: str, key: str, title: str, **shown: Any) -> State:
    """Return a block of a page: ``kind`` is how it is drawn, ``key`` tells it from the others of the page."""
    return {"type": kind, "key": key, "title": title, **shown}


def empty_place(framework: Framework, kind: str, add: State | None = None) -> State:
    """Return what an empty place says: what belongs there, why, and one example."""
    guide = GUIDES[kind]
    what = " ".join((_("No {thing} here yet.", thing=term(framework, kind)), _(guide.what)))
    return {"what": what, "why": _(guide.why), "example": _(guide.example), "add": add}


def add_button(framework: Framework, kind: str, **wish: Any) -> State:
    """Return a button of the outline that adds a thing of ``kind``."""
    return {"label": add_label(framework, kind), "do": {"add": {"kind": kind, **wish}}}


def add_label(framework: Framework, kind: str) -> str:
    """Return what a button says that adds a thing of ``kind``."""
    return _("Add {a_thing}", a_thing=with_article(term(framework, kind)))


def with_article(noun: str) -> str:
    """Return a noun with "a" or "an" before it; in other languages as it is, where the article goes by its gender."""
    if language() != ENGLISH:
        return noun
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
