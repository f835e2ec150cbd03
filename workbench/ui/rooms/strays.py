"""Things that belong to nothing: what they belonged to is not here, so that they would stand on no page of a room.

A file from elsewhere may hold some. Their room lists them last, and their page asks what they belong to.
"""

from __future__ import annotations

from workbench.localize import _
from workbench.localize.lazy import capital
from workbench.model import Criterion, Thing, kind_of
from workbench.ui.places import SHOWN_IN_OWNER, STRAYING, is_stray, room_of_kind
from workbench.ui.rooms.criteria_grid import criteria_grid
from workbench.ui.rooms.nodes import fields_block, heading, node, page
from workbench.ui.view import Given, State
from workbench.ui.words import term

FIELDS = {
    "target": ("statement", "form"),
    "item": ("prompt", "primary_id", "dok"),
    "unit": ("title", "weeks", "summary"),
    "support": ("form", "statement"),
    "part": ("title", "choose", "experience_ids"),
}
"""What the page of such a thing shows besides, where its kind has no page of its own."""


def stray_nodes(given: Given, room: str) -> list[State]:
    """Return a heading for each kind of a room of which some belong to nothing, with those."""
    found = []
    for kind in STRAYING:
        if room_of_kind(kind) != room:
            continue
        things = [one for one in given.framework.table(kind).ordered() if is_stray(given.framework, one)]
        # Insert would add another one that belongs to nothing.
        rest = {"insert": None} if kind in SHOWN_IN_OWNER else {}
        nodes = [node(given, one) | rest for one in things]
        name = _("{things} that belong to nothing yet", things=capital(term(given.framework, kind, 2)))
        found += [heading(name, nodes, key=f"stray {kind}")] if nodes else []
    return found


def stray_page(given: Given, thing: Thing, own: State) -> State:
    """Return the page of a thing that belongs to nothing: first what it belongs to, then what is written in it.

    ``own`` is the page that its room makes of it, where its kind has pages.
    """
    says = _("This belongs to nothing yet, so it stands on no other page and counts nowhere.")
    place = fields_block(given, thing, kind_of(thing.kind).owner_field(), title=_("Where it belongs"), says=says)
    if thing.kind not in SHOWN_IN_OWNER:
        blocks, actions = [place, *own["blocks"]], own["actions"]
        return {**page(given, thing, blocks, actions=actions), "where": own["where"]}
    if isinstance(thing, Criterion):
        return page(given, thing, [place, criteria_grid(given, thing, [thing], thing.scale_id)])
    return page(given, thing, [place, fields_block(given, thing, *FIELDS[thing.kind])])
