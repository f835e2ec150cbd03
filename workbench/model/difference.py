"""The changes that lead from one framework to another."""

from __future__ import annotations

from workbench.model.changes import Change, changes_of, field_value, invert
from workbench.model.fields import Form
from workbench.model.framework import KINDS, Framework
from workbench.model.thing import Thing


def difference(before: Framework, after: Framework) -> tuple[Change, ...]:
    """Return the changes that, applied to ``before``, give ``after``; kind by kind, in the order of ``after``."""
    found: list[Change] = []
    for kind in KINDS:
        old, new = before.table(kind), after.table(kind)
        for thing in new.ordered():
            earlier = old.get(thing.id)
            found += changes_of(thing) if earlier is None else _changed_fields(earlier, thing)
        for thing in old.ordered():
            if thing.id not in new:
                found += invert(changes_of(thing))
    return tuple(found)


def _changed_fields(old: Thing, new: Thing) -> list[Change]:
    if old == new:
        return []
    paths: list[str] = []
    for name, spec in new.specs().items():
        if spec.form is Form.TEXTS:
            paths += (f"{name}.{key}" for key in {**getattr(old, name), **getattr(new, name)})
        else:
            paths.append(name)
    changes = (Change(new.kind, new.id, path, field_value(old, path), field_value(new, path)) for path in paths)
    return [change for change in changes if change.old != change.new]
