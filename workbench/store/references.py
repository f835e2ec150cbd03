"""References that a change set would leave without a thing to point at, as conflicts.

The model sees to that within one framework; here one person removes what another points at meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model import EXISTS, Conflict, Form, Framework, Thing, field_value


def new_references(before: Framework, after: Framework) -> set[str]:
    """Return the ids that things of ``after`` point at and did not in ``before``."""
    return {target for _, target in _pointers(after)} - {target for _, target in _pointers(before)}


def _pointers(framework: Framework) -> set[tuple[str, str]]:
    return {(thing.id, target) for thing in framework.things() for _, target in thing.refers_to()}


def lost_targets(kinds: Mapping[str, str]) -> tuple[Conflict, ...]:
    """Return a conflict for each thing (id: kind) that a change set needs and another person removed."""
    return tuple(Conflict(kind, identifier, EXISTS, True, None, True) for identifier, kind in sorted(kinds.items()))


def new_dependants(framework: Framework, removed: set[str]) -> tuple[Conflict, ...]:
    """Return a conflict for each reference in ``framework`` to a thing that a change set is about to remove."""
    return tuple(
        Conflict(thing.kind, thing.id, field, None, field_value(thing, _path(thing, field, target)), None)
        for thing in framework.things()
        if thing.id not in removed
        for field, target in thing.refers_to()
        if target in removed
    )


def _path(thing: Thing, field: str, target: str) -> str:
    return f"{field}.{target}" if thing.spec(field).form is Form.TEXTS else field
