"""From the fields of a thing to the cells of a row.

Columns are read from the field specs, so a field that is added to the model comes into the workbook
by itself. What is said in another way is named in ``SAID_OTHERWISE``, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from workbench.model import FieldSpec, Form, Thing
from workbench.model.values import natural_key
from workbench.publish.publication import Publication
from workbench.publish.workbook_cells import Cell, Head, Sheet, lines

SAID_OTHERWISE = {
    "order": "the order of the rows says it",
    "source_id": "a column of its own, only where a file brought identifiers",
}
"""Fields without a column of their own on every sheet."""

WIDTHS = {Form.TEXT: 44, Form.TEXTS: 36, Form.REFS: 28, Form.REF: 24, Form.NUMBER: 11, Form.DECIMAL: 11, Form.FLAG: 11}
"""Width of a column by the form of its field, in characters; 18 for the rest, 12 for a code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Col:
    """A column: its heading, its width, and what it says of a thing."""

    head: str
    width: int
    says: Callable[[Thing], Cell]


def sheet_of(title: str, columns: Sequence[Col], things: Iterable[Thing]) -> Sheet:
    """Return the sheet of ``things``, a row each, their identifiers in the last column."""
    listed = list(things)
    kept = [*columns, Col(head="Identifier", width=42, says=lambda thing: thing.id)]
    if any(thing.source_id for thing in listed):
        kept.insert(-1, Col(head="Identifier in the file it came from", width=42, says=lambda thing: thing.source_id))
    return Sheet(
        title=title,
        heads=tuple(Head(text=one.head, width=one.width) for one in kept),
        rows=tuple(tuple(one.says(thing) for one in kept) for thing in listed),
    )


def field_columns(given: Publication, cls: type[Thing], *, skip: Iterable[str] = ()) -> list[Col]:
    """Return a column for each field of ``cls``, the code first and the ready mark last."""
    specs = [spec for name, spec in cls.specs().items() if name not in {*SAID_OTHERWISE, *skip}]
    specs.sort(key=lambda spec: (spec.name != "code", spec.name == "ready"))
    return [field_column(given, spec) for spec in specs]


def field_column(given: Publication, spec: FieldSpec) -> Col:
    """Return the column of one field."""
    width = WIDTHS.get(spec.form, 12 if spec.name == "code" else 18)
    return Col(head=spec.label, width=width, says=lambda thing: shown(given, spec, thing))


def key_columns(spec: FieldSpec, heads: Mapping[str, str]) -> list[Col]:
    """Return a column for each key of a field that holds texts by key."""

    def column(key: str, head: str) -> Col:
        return Col(head=head, width=32, says=lambda thing: getattr(thing, spec.name, {}).get(key))

    return [column(key, head) for key, head in heads.items()]


def keys_of(things: Iterable[Thing], field: str) -> list[str]:
    """Return the keys that any of ``things`` uses, in natural order ("2" before "10")."""
    return sorted({key for thing in things for key in getattr(thing, field)}, key=lambda key: (natural_key(key), key))


def shown(given: Publication, spec: FieldSpec, thing: Thing) -> Cell:  # noqa: PLR0911  # one return a form reads best
    """Return what a cell says of one field."""
    value = getattr(thing, spec.name)
    match spec.form:
        case Form.FLAG:
            return "yes" if value else None
        case Form.CHOICE:
            return None if value is None else str(value)
        case Form.WORDS:
            return ", ".join(value) or None
        case Form.REF:
            return label_of(given, value) or None
        case Form.REFS:
            return lines([label_of(given, one) for one in value]) or None
        case Form.TEXTS:
            pairs = [(label_of(given, key) if spec.by_id else key, text) for key, text in value.items()]
            return lines([f"{key}: {text}" for key, text in pairs]) or None
        case Form.NUMBER | Form.DECIMAL:
            found: Cell = value
            return found
        case _:
            return str(value) or None


def label_of(given: Publication, identifier: str) -> str:
    """Return a thing's code and name; what is no longer there keeps its identifier, so that nothing vanishes."""
    thing = given.framework.find(identifier) if identifier else None
    if thing is None:
        return identifier
    return f"{thing.code}: {thing.name}" if thing.code and thing.name != thing.code else thing.name


def under_owners(things: Iterable[Thing], owners: Sequence[Iterable[Thing]]) -> list[Thing]:
    """Return things in the order of their owners, orphans last; ``owners`` are in order themselves."""
    places = {owner.id: place for place, owner in enumerate(one for table in owners for one in table)}
    return sorted(things, key=lambda thing: places.get(thing.owner_id, len(places)))
