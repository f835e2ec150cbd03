"""Where in the rooms a thing is to be found."""

from __future__ import annotations

from workbench.model import Framework, PriorityStandard, Thing

ROOM_OF = {
    "district": "settings",
    "design_question": "beliefs",
    "belief": "beliefs",
    "practice": "beliefs",
    "attribute": "beliefs",
    "competency": "competencies",
    "indicator": "competencies",
    "target": "competencies",
    "scale": "settings",
    "criterion": "criteria",
    "habit": "habits",
    "verification_rule": "criteria",
    "assessment": "assessments",
    "item": "assessments",
    "experience": "courses",
    "unit": "courses",
    "support": "courses",
    "pathway": "courses",
    "part": "courses",
    "alignment": "alignment",
    "priority_standard": "standards",
}
ALSO_IN = {
    "criteria": ("competency", "indicator"),
    "alignment": ("competency", "indicator", "experience", "pathway", "assessment"),
}
"""Kinds that a room shows besides those that are written there."""
SHOWN_IN_OWNER = frozenset({"target", "criterion", "item", "unit", "support", "part", "alignment"})
"""Kinds without a page of their own: they stand on the page of what they belong to."""
STRAYING = ("practice", "indicator", "target", "criterion", "item", "unit", "support", "part")
"""Kinds whose things are shown by themselves where what they belonged to is not here."""


def is_stray(framework: Framework, thing: Thing) -> bool:
    """Tell whether a thing belongs to nothing that is here: it would stand on no page, so it gets one of its own."""
    return thing.kind in STRAYING and framework.find(thing.owner_id) is None


def room_of_kind(kind: str) -> str:
    """Return the key of the room where things of a kind are written."""
    return ROOM_OF.get(kind, "start")


def place_of(framework: Framework, thing: Thing) -> tuple[str, str]:
    """Return the room of a thing and the id to select there."""
    if thing.kind == "translation" and (owner := framework.find(thing.owner_id)):
        return place_of(framework, owner)
    if isinstance(thing, PriorityStandard):
        return room_of_kind(thing.kind), f"set {thing.set_id}"
    if is_stray(framework, thing):
        return room_of_kind(thing.kind), thing.id
    owner = framework.find(thing.owner_id)
    if thing.kind == "criterion" and owner:  # A criterion stands where what it scores is scored.
        return ("habits" if owner.kind == "habit" else "criteria"), owner.id
    selected = thing.owner_id if thing.kind in SHOWN_IN_OWNER else thing.id
    return room_of_kind(thing.kind), selected


def place_in(framework: Framework, thing: Thing, room: str) -> tuple[str, str]:
    """Return where to go for a thing when ``room`` is asked for: there, if it is shown there, else its own place."""
    return (room, thing.id) if thing.kind in ALSO_IN.get(room, ()) else place_of(framework, thing)
