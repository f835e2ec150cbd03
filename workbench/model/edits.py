"""What people do to a framework, as changes: set a field, add, remove, move, reorder, duplicate.

Each returns the changes and leaves the framework alone; ``apply`` makes them. New ids are handed in,
since the model has no random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.errors import BadEdit
from workbench.localize import N_, _
from workbench.model.changes import Change, changes_of, field_value, invert
from workbench.model.fields import FieldSpec, Form
from workbench.model.framework import Framework
from workbench.model.order import insert
from workbench.model.thing import Thing
from workbench.model.values import Texts

Changes = tuple[Change, ...]
IN_USE = N_("The identifier of this {kind} is already in use.")


def set_field(framework: Framework, identifier: str, field: str, value: Any) -> Changes:
    """Return the changes that put ``value`` (Python or JSON) into ``field``, or "field.key".

    Empty when the value is there already. Raises UnknownName for an unknown thing or field, BadEdit for a bad value.
    """
    thing = framework.get(identifier)
    name, _dot, key = field.partition(".")
    spec = thing.spec(name)
    if spec.form is Form.TEXTS:
        texts = spec.decode({key: value} if key else value)
        keys = {key} if key else {*texts, *getattr(thing, name)}
        pairs = {f"{name}.{one}": texts.get(one) for one in sorted(keys)}
    else:
        if key:
            raise BadEdit(_("“{field}” has no part “{key}”.", field=_(spec.label), key=key))
        decoded = spec.decode(value)
        pairs = {name: field_value(replace(thing, **{name: decoded}), name)}
    _check_references(framework, thing, name, value)
    found = (Change(thing.kind, identifier, path, field_value(thing, path), new) for path, new in pairs.items())
    return tuple(change for change in found if change.old != change.new)


def _check_references(framework: Framework, thing: Thing, name: str, value: Any) -> None:
    spec = thing.spec(name)
    if not spec.targets or "*" in spec.targets or not value or spec.form is Form.TEXTS:
        return
    for identifier in [value] if spec.form is Form.REF else value:
        found = framework.find(identifier)
        if found is None or found.kind not in spec.targets:
            raise BadEdit(
                _(
                    "“{field}” of “{thing}” must name something that is in the framework.",
                    field=_(spec.label),
                    thing=thing.name,
                )
            )


def add(framework: Framework, thing: Thing, *, after: str | None = None) -> Changes:
    """Return the changes that add ``thing`` behind the sibling ``after``; at the end without it, first for "".

    Raises BadEdit where its id is taken.
    """
    if framework.find(thing.id) is not None:
        raise BadEdit(_(IN_USE, kind=_(thing.noun)))
    order, others = _place(framework, thing, after)
    return (*changes_of(replace(thing, order=order)), *others)


def add_many(framework: Framework, things: Iterable[Thing]) -> Changes:
    """Return the changes that add ``things``, which carry their own order keys and may refer to each other."""
    changes: list[Change] = []
    for thing in things:
        if framework.find(thing.id) is not None:
            raise BadEdit(_(IN_USE, kind=_(thing.noun)))
        changes += changes_of(thing)
    return tuple(changes)


def _place(framework: Framework, thing: Thing, after: str | None) -> tuple[str, Changes]:
    siblings = [sibling for sibling in framework.siblings(thing) if sibling.id != thing.id]
    place = len(siblings)
    if after is not None:
        ids = [sibling.id for sibling in siblings]
        place = ids.index(after) + 1 if after in ids else 0 if after == "" else place
    order, moved = insert([sibling.order for sibling in siblings], place)
    others = (
        Change(thing.kind, siblings[index].id, "order", siblings[index].order or None, key)
        for index, key in moved.items()
    )
    return order, tuple(others)


def move(framework: Framework, identifier: str, *, after: str | None = None, owner: str | None = None) -> Changes:
    """Return the changes that put a thing behind ``after``, under another ``owner`` where one is named.

    Raises UnknownName for an unknown thing; BadEdit where the owner is of the wrong kind.
    """
    thing = framework.get(identifier)
    changes: Changes = ()
    moved = thing
    if owner is not None and owner != thing.owner_id:
        field: dict[str, Any] = {type(thing).owner_field(): owner}
        changes = set_field(framework, identifier, type(thing).owner_field(), owner)
        moved = replace(thing, **field)
    order, others = _place(framework, moved, after)
    if order != thing.order:
        changes = (*changes, Change(thing.kind, identifier, "order", thing.order or None, order))
    return (*changes, *others)


@dataclass(frozen=True, slots=True)
class Dependants:
    """What a removal touches: things that go with it, and (thing, field) that only point at it."""

    owned: tuple[Thing, ...]
    pointing: tuple[tuple[Thing, str], ...]


def dependants(framework: Framework, identifier: str) -> Dependants:
    """Return what refers to a thing, directly or through what it owns."""
    owned = tuple({thing.id: thing for thing in framework.owned(identifier)}.values())
    gone = {identifier, *(thing.id for thing in owned)}
    pointing = {
        (thing.id, name): (thing, name)
        for target in sorted(gone)
        for thing, name in framework.referrers(target)
        if thing.id not in gone
    }
    return Dependants(owned, tuple(pointing.values()))


def remove(framework: Framework, identifier: str) -> Changes:
    """Return the changes that remove a thing with all it owns and take it out of what points at it."""
    thing = framework.get(identifier)
    touched = dependants(framework, identifier)
    gone = {identifier, *(owned.id for owned in touched.owned)}
    changes: list[Change] = []
    for other, name in touched.pointing:
        spec = other.spec(name)
        value = getattr(other, name)
        if spec.form is Form.TEXTS:
            keys = [key for key in value if key in gone]
            changes += (Change(other.kind, other.id, f"{name}.{key}", value[key], None) for key in keys)
        elif spec.form is Form.REFS:
            kept = [target for target in value if target not in gone]
            changes.append(Change(other.kind, other.id, name, list(value), kept or None))
        else:
            changes.append(Change(other.kind, other.id, name, value, None))
    for owned in (*reversed(touched.owned), thing):
        changes += invert(changes_of(owned))
    return tuple(changes)


def duplicate(framework: Framework, identifier: str, mint: Callable[[], str]) -> tuple[str, Changes]:
    """Return the id of a copy of a thing and the changes that add it, with all it owns, behind the original.

    ``mint`` returns a new id at each call. References to other things stay; references inside the copy follow it.
    """
    thing = framework.get(identifier)
    originals = (thing, *dict.fromkeys(framework.owned(identifier)))
    new_ids = {original.id: mint() for original in originals}
    changes: list[Change] = []
    for original in originals:
        copy = replace(with_ids(original, new_ids), source_id="", ready=False)
        changes += add(framework, copy, after=identifier) if original is thing else changes_of(copy)
    return new_ids[identifier], tuple(changes)


def with_ids(thing: Thing, new_ids: Mapping[str, str]) -> Thing:
    """Return ``thing`` with its id and its references exchanged for those in ``new_ids``, where they are there."""
    values: dict[str, Any] = {name: _follow(getattr(thing, name), spec.form, new_ids) for name, spec in _points(thing)}
    return replace(thing, id=new_ids.get(thing.id, thing.id), **values)


def _points(thing: Thing) -> list[tuple[str, FieldSpec]]:
    return [(name, spec) for name, spec in thing.specs().items() if spec.targets]


def _follow(value: Any, form: Form, new_ids: Mapping[str, str]) -> Any:
    match form:
        case Form.REF:
            return new_ids.get(value, value)
        case Form.REFS:
            return tuple(new_ids.get(target, target) for target in value)
        case _:
            return Texts({new_ids.get(key, key): entry for key, entry in value.items()})
