"""The framework as JSON: readable by people, and canonical for hashing.

Fields at their default are left out, so that a later version of the workbench with more fields
writes the same bytes for the same content, and an edition's hash still holds in ten years.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.errors import BadEdit, UnknownName, WorkbenchError
from workbench.model.framework import KINDS, Framework, kind_of, table_names
from workbench.model.order import spread
from workbench.model.table import Table
from workbench.model.thing import Thing


def to_json(framework: Framework) -> dict[str, list[dict[str, Any]]]:
    """Return the tables that hold something, by name, each a list of things in order."""
    return {
        cls.table: [thing.to_json() for thing in framework.table(cls.kind).ordered()]
        for cls in KINDS.values()
        if framework.table(cls.kind)
    }


def canonical_bytes(value: Any) -> bytes:
    """Return a JSON value as bytes that depend on nothing but its content: sorted keys, no spaces, UTF-8."""
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", errors="surrogatepass")


def from_json(data: Mapping[str, Any]) -> Framework:
    """Return the framework that ``to_json`` wrote, or that a person wrote by hand.

    Things without an order key are ordered as listed. Raises BadEdit that names table and position.
    """
    tables: dict[str, Any] = {}
    seen: dict[str, str] = {}
    for name, entries in data.items():
        if name not in table_names():
            raise UnknownName.of("section of a framework", name, table_names())
        if not isinstance(entries, list):
            raise BadEdit(f"The section “{name}” must be a list.")
        things = list(_things(name, entries))
        for thing in things:
            if thing.id in seen:
                raise BadEdit(f"The identifier “{thing.id}” stands in “{seen[thing.id]}” and again in “{name}”.")
            seen[thing.id] = name
        tables[name] = Table(things)
    return Framework(**tables)


def _things(name: str, entries: list[Any]) -> Iterator[Thing]:
    cls = kind_of(table_names()[name])
    for place, (entry, order) in enumerate(zip(entries, spread(len(entries)), strict=True), start=1):
        if not isinstance(entry, dict):
            raise BadEdit(f"Entry {place} of “{name}” must be an object with fields.")
        try:
            yield cls.from_json({"order": order, **entry})
        except WorkbenchError as error:
            raise BadEdit(f"Entry {place} of “{name}”: {error}") from error
