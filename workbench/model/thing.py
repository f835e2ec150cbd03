"""What every part of a framework has in common: an identifier, a place, a code, a ready mark."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar, Self, cast

from workbench.errors import BadEdit, UnknownName
from workbench.model.fields import FieldSpec, Form, Json, flag, line, spec_of

PLACE_FIELDS = ("order", "source_id")
"""Fields that a person never types into."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """One part of a framework.

    ``id`` is ours and opaque; ``code`` is what people write and may change; ``order`` is a fractional
    key among its siblings; ``source_id`` is the identifier it had in the file it came from, verbatim.
    """

    kind: ClassVar[str] = ""
    table: ClassVar[str] = ""
    noun: ClassVar[str] = ""
    named_by: ClassVar[tuple[str, ...]] = ("title", "statement")

    id: str
    order: str = line("Order")
    code: str = line("Code")
    ready: bool = flag("Ready for review")
    source_id: str = line("Identifier in the file it came from")

    @classmethod
    def specs(cls) -> Mapping[str, FieldSpec]:
        """Return the fields by name, ``id`` left out."""
        return _specs(cast("Any", cls))

    @classmethod
    def spec(cls, name: str) -> FieldSpec:
        """Return one field's spec; raise UnknownName."""
        found = cls.specs().get(name)
        if found is None:
            raise UnknownName.of(f"field of a {cls.noun}", name, cls.specs())
        return found

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """Return the thing that ``to_json`` wrote; raise BadEdit or UnknownName with what is wrong."""
        identifier = data.get("id")
        if not isinstance(identifier, str) or not identifier:
            raise BadEdit(f"A {cls.noun} has no identifier.")
        values = {name: cls.spec(name).decode(value) for name, value in data.items() if name != "id"}
        return cls(id=identifier, **values)

    def to_json(self) -> dict[str, Json]:
        """Return the fields that differ from their defaults, ``id`` first."""
        data: dict[str, Json] = {"id": self.id}
        data.update((name, spec.encode(value)) for name, spec, value in self.filled())
        return data

    def filled(self) -> Iterator[tuple[str, FieldSpec, Any]]:
        """Yield name, spec and Python value of each field that differs from its default."""
        defaults = _defaults(cast("Any", type(self)))
        for name, spec in self.specs().items():
            value = getattr(self, name)
            if value != defaults[name]:
                yield name, spec, value

    @property
    def name(self) -> str:
        """Return what to call the thing in a sentence: its title, or its statement, or its code."""
        for name in self.named_by:
            if shown := str(getattr(self, name, "") or "").strip():
                return shown
        return self.code or f"unnamed {self.noun}"

    @property
    def owner_id(self) -> str:
        """Return the id of the thing that this one lives and dies with, or an empty text."""
        name = self.owner_field()
        return str(getattr(self, name)) if name else ""

    @classmethod
    def owner_field(cls) -> str:
        """Return the name of the field that points at the owner, or an empty text."""
        return _owner_field(cast("Any", cls))

    def refers_to(self) -> Iterator[tuple[str, str]]:
        """Yield (field, id) for each thing that this one points at."""
        for name, spec in reference_specs(cast("Any", type(self))):
            value = getattr(self, name)
            if spec.form is Form.REF:
                if value:
                    yield name, value
            else:
                yield from ((name, target) for target in value)


# mypy takes a dataclass's own __hash__ for its metaclass's, so the caches below are typed Any.
@cache
def _specs(cls: Any) -> Mapping[str, FieldSpec]:
    return {f.name: spec_of(f) for f in dataclasses.fields(cls) if f.name != "id"}


@cache
def _defaults(cls: Any) -> Mapping[str, Any]:
    return {f.name: f.default for f in dataclasses.fields(cls) if f.name != "id"}


@cache
def _owner_field(cls: Any) -> str:
    return next((name for name, spec in cls.specs().items() if spec.owner), "")


@cache
def reference_specs(cls: Any) -> tuple[tuple[str, FieldSpec], ...]:
    """Return (name, spec) of the fields of ``cls`` that point at other things."""
    return tuple((name, spec) for name, spec in cls.specs().items() if spec.targets)
