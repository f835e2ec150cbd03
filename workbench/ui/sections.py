"""Ready marks of a thing with what stands on its page, and of a whole section of a room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from workbench.localize import N_, _
from workbench.model import Framework, Thing, kind_of
from workbench.ui.view import State

ON_ITS_PAGE = {
    "indicator": ("target",),
    "habit": ("criterion",),
    "experience": ("unit", "support"),
    "pathway": ("part",),
    "assessment": ("item",),
}
"""Kinds that have no ready mark to set by themselves: they are marked with what they stand under."""
SCORED = ("indicator", "habit")
LABELS = (N_("Mark ready for review"), N_("Back to draft"))


def marked_by(framework: Framework, thing: Thing, room: str = "") -> tuple[Thing, ...]:
    """Return what the ready mark of a thing is set on in a room.

    The room of criteria marks the criteria of an indicator, that of alignment the alignments of a thing; elsewhere it
    is the thing with what has no page of its own.
    """
    if room == "criteria" and thing.kind != "verification_rule":
        return tuple(framework.criteria_of(thing.id)) if thing.kind in SCORED else ()
    if room == "alignment":
        return tuple(framework.alignments_of(thing.id))
    if thing.kind == "district":  # Names and settings are in force as they stand.
        return ()
    return (thing, *(one for kind in ON_ITS_PAGE.get(thing.kind, ()) for one in _of(framework, kind, thing.id)))


def _of(framework: Framework, kind: str, owner: str) -> Iterable[Thing]:
    return framework.table(kind).by(kind_of(kind).owner_field(), owner)


def all_ready(framework: Framework, thing: Thing, room: str = "") -> bool:
    """Tell whether everything that the mark of a thing is set on is ready; what holds nothing is not."""
    found = marked_by(framework, thing, room)
    return bool(found) and all(one.ready for one in found)


def ready_button(things: Sequence[Thing]) -> State:
    """Return the action that marks ``things`` ready, or takes them back where they all are."""
    # What was added to a page since is asked to be marked as well, by the same button.
    ready = all(one.ready for one in things)
    wish = {"ids": [one.id for one in things], "value": not ready}
    return {"label": _(LABELS[ready]), "primary": not ready, "do": {"ready": wish}}


def sections(framework: Framework, nodes: Iterable[State], room: str) -> list[State]:
    """Return each heading of an outline with how much under it is ready, and what marks the whole of it."""
    found = []
    for group in nodes:
        things = [one for thing in _below(framework, group) for one in marked_by(framework, thing, room)]
        if group.get("group") and things:
            done, name = sum(one.ready for one in things), group["name"]
            button = ready_button(things)
            whole = _("Mark all of it ready for review") if button["primary"] else _("Take all of it back to draft")
            found.append({
                "key": group["id"], "name": name, "says": _("{done} of {all} ready", done=done, all=len(things)),
                "label": _("Mark all ready") if button["primary"] else _(LABELS[True]),
                "label_full": f"{name}: {whole}", "do": button["do"],
            })  # fmt: skip
    return found


def _below(framework: Framework, node: State) -> Iterator[Thing]:
    for child in node["children"]:
        if thing := framework.find(child["id"]):
            yield thing
        yield from _below(framework, child)
