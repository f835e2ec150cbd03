"""A change: one field of one thing, from one value to another; and how a framework takes it.

Everything is a field, presence too: adding a thing is ``exists`` from None to True with its other
fields, removing it is the same backwards, so undoing is turning changes round.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model.fields import FieldSpec, Form, Json
from workbench.model.framework import Framework, kind_of
from workbench.model.thing import Thing

EXISTS = "exists"


@dataclass(frozen=True, slots=True)
class Change:
    """``field`` of thing ``id`` goes from ``old`` to ``new`` (JSON values; None is the empty value).

    A field that holds texts by key changes one key at a time: ``field`` is then "descriptors.3".
    """

    kind: str
    id: str
    field: str
    old: Json
    new: Json

    @property
    def name_and_key(self) -> tuple[str, str]:
        """Return the field's name and the key behind the dot, or an empty key."""
        name, _, key = self.field.partition(".")
        return name, key

    def spec(self) -> FieldSpec:
        """Return the spec of the changed field; raise UnknownName."""
        return kind_of(self.kind).spec(self.name_and_key[0])

    def inverse(self) -> Change:
        """Return the change that takes this one back."""
        return replace(self, old=self.new, new=self.old)


def invert(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes that take ``changes`` back, last first."""
    return tuple(change.inverse() for change in reversed(changes))


def changes_of(thing: Thing) -> tuple[Change, ...]:
    """Return the changes that add ``thing``: that it exists, then each filled field."""
    found = [Change(thing.kind, thing.id, EXISTS, None, True)]
    for name, spec, value in thing.filled():
        if spec.form is Form.TEXTS:
            found += (Change(thing.kind, thing.id, f"{name}.{key}", None, entry) for key, entry in value.items())
        else:
            found.append(Change(thing.kind, thing.id, name, None, spec.encode(value)))
    return tuple(found)


def field_value(thing: Thing, field: str) -> Json:
    """Return the JSON value of ``field`` (or of "field.key"); None where it is at its default."""
    name, _, key = field.partition(".")
    value = getattr(thing, name, None)
    spec = thing.spec(name)
    if key:
        return value.get(key) if value is not None else None
    default = type(thing)(id=thing.id)
    return None if value == getattr(default, name) else spec.encode(value)


def apply(framework: Framework, changes: Iterable[Change]) -> Framework:
    """Return the framework with ``changes`` made, whatever the values were before.

    Raises BadEdit where a change speaks of a thing that is not there, or gives a value that the field cannot hold.
    """
    ordered = sorted(changes, key=lambda change: change.kind)
    for kind, of_kind in groupby(ordered, key=lambda change: change.kind):
        table = framework.table(kind)
        by_id: dict[str, list[Change]] = {}
        for change in of_kind:
            by_id.setdefault(change.id, []).append(change)
        kept: list[Thing] = []
        gone: list[str] = []
        for identifier, own in by_id.items():
            thing = _changed(table.get(identifier), own)
            if thing is None:
                gone.append(identifier)
            else:
                kept.append(thing)
        framework = framework.having(kind, kept, gone)
    return framework


def _changed(thing: Thing | None, changes: list[Change]) -> Thing | None:
    """Return one thing with its changes made, or None where it ends up removed."""
    existence = [change.new for change in changes if change.field == EXISTS]
    if existence and not existence[-1]:
        return None
    first = changes[0]
    cls = kind_of(first.kind)
    if thing is None:
        if not existence:
            raise BadEdit(
                _("The {kind} that was changed is no longer there. Undo its removal first.", kind=_(cls.noun))
            )
        thing = cls(id=first.id)
    values: dict[str, Any] = {}
    for change in changes:
        name, key = change.name_and_key
        if name == EXISTS:
            continue
        spec = cls.spec(name)
        if key:
            texts = values.get(name, getattr(thing, name))
            if spec.form is not Form.TEXTS or not isinstance(change.new, str | None):
                raise BadEdit(
                    _(
                        "“{field}” cannot hold {value} under “{key}”.",
                        field=_(spec.label),
                        value=repr(change.new),
                        key=key,
                    )
                )
            values[name] = texts.having(key, spec.decode_entry(change.new or ""))
        else:
            values[name] = getattr(cls(id=first.id), name) if change.new is None else spec.decode(change.new)
    return replace(thing, **values)
