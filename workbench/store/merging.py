"""What becomes of a change set on the framework as it now is: changes to make, or conflicts.

Pure: framework in, values out. ``now`` need hold no more than the things that the changes name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby

from workbench.errors import BadEdit
from workbench.model import (
    EXISTS,
    Change,
    Conflict,
    Form,
    Framework,
    Json,
    Thing,
    apply,
    changes_of,
    field_value,
    invert,
    kind_of,
    merge_change,
)
from workbench.model.fields import unreadable

Merged = tuple[tuple[Change, ...], tuple[Conflict, ...]]
MARKS = ("order", "source_id", "ready")
"""Fields without words of anybody: moving or marking a thing and removing it do not stand in each other's way."""


def merge_set(changes: Iterable[Change], now: Framework) -> Merged:
    """Return the changes as they apply to ``now``, and what cannot be merged.

    Raises BadEdit or UnknownName for a value that its field cannot hold.
    """
    merged: list[Change] = []
    conflicts: list[Conflict] = []
    for (kind, identifier), own in _by_thing(_collapse(changes)):
        for found in _merge_thing(own, now.table(kind).get(identifier)):
            if isinstance(found, Conflict):
                conflicts.append(found)
            else:
                merged.append(found)
    return ((), tuple(conflicts)) if conflicts else (_settle(merged, now), ())


def _collapse(changes: Iterable[Change]) -> list[Change]:
    """Return one change a field, from the first old value to the last new one, in the form the log keeps."""
    net: dict[tuple[str, str, str], Change] = {}
    for change in changes:
        plain = _plain(change)
        key = (change.kind, change.id, change.field)
        net[key] = replace(net[key], new=plain.new) if key in net else plain
    return [change for change in net.values() if change.old != change.new]


def _plain(change: Change) -> Change:
    """Return the change with both values as ``field_value`` would tell them."""
    if not change.id or unreadable(change.id):
        raise BadEdit(f"The identifier {change.id!r} cannot be stored; give the {kind_of(change.kind).noun} another.")
    if change.field == EXISTS:
        return replace(change, old=bool(change.old) or None, new=bool(change.new) or None)
    old, new = _plain_value(change, change.old), _plain_value(change, change.new)
    return change if (old, new) == (change.old, change.new) else replace(change, old=old, new=new)


def _plain_value(change: Change, value: Json) -> Json:
    if value is None:
        return None
    name, key = change.name_and_key
    spec = change.spec()
    if (spec.form is Form.TEXTS) != bool(key) or (key and not isinstance(value, str)):
        raise BadEdit(f"“{spec.label}” cannot be changed as “{change.field}”.")
    if key:
        return spec.decode({key: value}).get(key)  # type: ignore[no-any-return]  # Texts hold texts
    decoded = spec.decode(value)
    return None if decoded == getattr(_blank(change.kind), name) else spec.encode(decoded)


@cache
def _blank(kind: str) -> Thing:
    return kind_of(kind)(id="blank")


def _by_thing(changes: Sequence[Change]) -> Iterator[tuple[tuple[str, str], list[Change]]]:
    # The order of the changes within a thing stays: sorted() is stable.
    ordered = sorted(changes, key=lambda change: (change.kind, change.id))
    for key, own in groupby(ordered, key=lambda change: (change.kind, change.id)):
        yield key, list(own)


def _merge_thing(changes: list[Change], thing: Thing | None) -> Iterator[Change | Conflict]:
    presence = next((change for change in changes if change.field == EXISTS), None)
    if presence is not None and presence.new is None:
        if thing is not None:
            yield from _remove(changes, thing)
    elif thing is None and presence is None:
        # What was removed meanwhile takes no text; that it loses a reference or a mark is nothing lost.
        written = (change for change in changes if change.new is not None and change.field not in MARKS)
        yield from (_against(change, None) for change in written)
    else:
        known = thing or kind_of(changes[0].kind)(id=changes[0].id)
        for change in changes:
            current = (thing is not None or None) if change.field == EXISTS else field_value(known, change.field)
            found = merge_change(change, current)
            if found is not None:
                yield found


def _remove(changes: list[Change], thing: Thing) -> Iterator[Change | Conflict]:
    """Take away all that the thing holds now, unless the remover has not seen some of it."""
    seen = {change.field: change for change in changes}
    whole = invert(changes_of(thing))
    for change in whole:
        mine = seen.get(change.field)
        if change.field in (*MARKS, EXISTS):
            continue
        if mine is None:
            yield _against(replace(change, old=None), change.old)
        else:
            found = merge_change(mine, change.old)
            left = found.new if isinstance(found, Change) else None
            if isinstance(found, Conflict) or left:
                yield _against(mine, change.old)
    yield from whole


def _against(change: Change, theirs: Json) -> Conflict:
    return Conflict(change.kind, change.id, change.field, change.old, theirs, change.new)


def _settle(merged: list[Change], now: Framework) -> tuple[Change, ...]:
    """Return the merged changes with the values that the things come to hold, empty changes left out."""
    after = apply(now, merged)
    settled = ((change, _held(after, change)) for change in merged)
    return tuple(
        change if change.new == held else replace(change, new=held) for change, held in settled if change.old != held
    )


def _held(framework: Framework, change: Change) -> Json:
    thing = framework.table(change.kind).get(change.id)
    if change.field == EXISTS:
        return thing is not None or None
    return None if thing is None else field_value(thing, change.field)
