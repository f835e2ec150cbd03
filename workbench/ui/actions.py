"""What people ask of a room besides writing in a field, as changes of the framework."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from workbench.localize import _, ngettext
from workbench.model import Change, Criterion, Framework, Thing, add, dependants, kind_of, move
from workbench.ui.sections import marked_by, ready_button
from workbench.ui.view import State
from workbench.ui.words import counted_kind, in_list, short_name

Changes = tuple[Change, ...]


def added(framework: Framework, wish: State, mint: Callable[[], str]) -> tuple[Thing, Changes]:
    """Return a new thing and the changes that add it.

    ``wish``: kind, owner (an id, where the kind has one), after (a sibling's id), preset (values of fields).
    """
    cls = kind_of(wish["kind"])
    values: dict[str, Any] = dict(wish.get("preset") or {})
    if name := cls.owner_field():
        values[name] = wish.get("owner", "")
    thing = cls.from_json({"id": mint(), **values})
    if isinstance(thing, Criterion) and not thing.scale_id:
        thing = replace(thing, scale_id=usual_scale(framework, thing.subject_id))
    if not thing.code:
        thing = replace(thing, code=next_code([sibling.code for sibling in framework.siblings(thing)]))
    return thing, add(framework, thing, after=wish.get("after"))


def usual_scale(framework: Framework, subject_id: str) -> str:
    """Return the id of the scale that a new criterion takes: its neighbours', else the first; "" without one."""
    beside = [criterion.scale_id for criterion in framework.criteria_of(subject_id) if criterion.scale_id]
    return next(iter([*beside, *framework.scales]), "")


def next_code(codes: Sequence[str]) -> str:
    """Return the code that follows the last of ``codes``, or "" where nothing can be told from it.

    >>> next_code(["SC.1a", "SC.1b"]), next_code(["B1", "B2"]), next_code(["", ""])
    ('SC.1c', 'B3', '')
    """
    taken = set(codes)
    code = next((one for one in reversed(codes) if one), "")
    while code and code in taken:
        if digits := re.search(r"[0-9]+$", code):
            code = code[: digits.start()] + str(int(digits[0]) + 1).zfill(len(digits[0]))
        elif re.search(r"[a-yA-Y]$", code):
            code = code[:-1] + chr(ord(code[-1]) + 1)
        else:
            return ""
    return code


def moved(framework: Framework, identifier: str, by: int) -> Changes:
    """Return the changes that move a thing up (-1) or down (1) among its siblings; none at the end."""
    thing = framework.get(identifier)
    ids = [sibling.id for sibling in framework.siblings(thing)]
    if thing.kind in GROUPED:
        # Only those that stand under the same heading are neighbours to the eye.
        ids = [one for one in ids if heading_of(framework.get(one)) == heading_of(thing)]
    place = ids.index(identifier)
    target = place + by
    if not 0 <= target < len(ids):
        return ()
    others = [sibling.id for sibling in framework.siblings(thing) if sibling.id != identifier]
    at = others.index(ids[target]) + (1 if by > 0 else 0)
    return move(framework, identifier, after=others[at - 1] if at else "")


GROUPED = {"competency": ("reach", "area"), "experience": ("route", "department"), "assessment": ("purpose",)}
"""Kinds that rooms show under headings, and the fields that tell the heading."""


def heading_of(thing: Thing) -> tuple[object, ...]:
    """Return what tells the heading under which rooms show a thing among its siblings."""
    return tuple(getattr(thing, name) for name in GROUPED.get(thing.kind, ()))


def removal_words(framework: Framework, identifier: str) -> str:
    """Return what else removing a thing touches, as a sentence; empty where it touches nothing else."""
    touched = dependants(framework, identifier)
    parts = []
    if touched.owned:
        parts.append(_("Also removes {things}.", things=_by_kind(framework, touched.owned)))
    pointing = {thing.id: thing for thing, _field in touched.pointing}
    if pointing:
        things = _by_kind(framework, tuple(pointing.values()))
        parts.append(
            ngettext("{things} no longer names it.", "{things} no longer name it.", len(pointing), things=things)
        )
    return " ".join(parts)


def _by_kind(framework: Framework, things: Sequence[Thing]) -> str:
    counts: dict[str, int] = {}
    for thing in things:
        counts[thing.kind] = counts.get(thing.kind, 0) + 1
    return in_list(counted_kind(framework, n, kind) for kind, n in counts.items())


def thing_actions(framework: Framework, thing: Thing) -> list[State]:
    """Return the row of actions for a thing; its ready mark is set on what has no page of its own, too."""
    return [
        ready_button(marked_by(framework, thing)),
        {"label": _("Duplicate"), "do": {"duplicate": thing.id}},
        {"label": _("Move up"), "do": {"move": {"id": thing.id, "by": -1}}},
        {"label": _("Move down"), "do": {"move": {"id": thing.id, "by": 1}}},
        {"label": _("Remove"), "do": {"remove": thing.id}, "says": removal_words(framework, thing.id)},
    ]


def card_actions(framework: Framework, thing: Thing) -> list[State]:
    """Return the small actions on a card inside another thing."""
    return [
        {"label": _("Up"), "do": {"move": {"id": thing.id, "by": -1}}},
        {"label": _("Down"), "do": {"move": {"id": thing.id, "by": 1}}},
        {"label": _("Remove"), "do": {"remove": thing.id}, "says": removal_words(framework, thing.id)},
    ]


def removed_words(framework: Framework, identifier: str) -> str:
    """Return what was just removed, as a sentence; ask before removing."""
    thing = framework.get(identifier)
    subject = framework.find(thing.owner_id) if thing.kind == "alignment" else None
    if subject:  # An alignment has no name of its own; its rationale, which stands for one, says nothing here.
        return _("Removed an alignment of “{name}”.", name=short_name(subject))
    name, owned = short_name(thing), dependants(framework, identifier).owned
    if owned:
        return _("Removed “{name}” with {things}.", name=name, things=_by_kind(framework, owned))
    return _("Removed “{name}”.", name=name)
