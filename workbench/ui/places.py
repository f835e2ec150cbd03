"""Where in the rooms a thing is to be found."""

from __future__ import annotations

from workbench.model import Framework, PriorityStandard, Thing

ROOM_OF = {
    "district": "beliefs",
    "design_question": "beliefs",
    "belief": "beliefs",
    "practice": "beliefs",
    "attribute": "beliefs",
    "competency": "competencies",
    "indicator": "competencies",
    "target": "competencies",
    "scale": "criteria",
    "criterion": "criteria",
    "habit": "criteria",
    "verification_rule": "criteria",
    "assessment": "courses",
    "item": "courses",
    "experience": "courses",
    "unit": "courses",
    "support": "courses",
    "pathway": "courses",
    "part": "courses",
    "alignment": "alignment",
    "priority_standard": "standards",
}
SHOWN_IN_OWNER = frozenset({"target", "criterion", "item", "unit", "support", "part", "alignment"})
"""Kinds without a page of their own: they stand on the page of what they belong to."""


def room_of_kind(kind: str) -> str:
    """Return the key of the room where things of a kind are written."""
    return ROOM_OF.get(kind, "start")


def place_of(framework: Framework, thing: Thing) -> tuple[str, str]:
    """Return the room of a thing and the id to select there."""
    if thing.kind == "translation" and (owner := framework.find(thing.owner_id)):
        return place_of(framework, owner)
    if isinstance(thing, PriorityStandard):
        return room_of_kind(thing.kind), f"set {thing.set_id}"
    selected = thing.owner_id if thing.kind in SHOWN_IN_OWNER else thing.id
    return room_of_kind(thing.kind), selected
