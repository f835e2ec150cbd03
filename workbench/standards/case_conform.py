"""Objects of older or odd CASE packages -> objects that CASE 1.1 takes; what has to change is counted."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from workbench.standards import case_values
from workbench.standards.case_fields import derived_id, node_id
from workbench.standards.case_names import Names, urn
from workbench.standards.case_shapes import RENAMED, REPEATED, REQUIRED, SHAPES
from workbench.standards.case_values import NOTHING, SIMPLE
from workbench.standards.report import Account, Fate

LINKS = {"link", "links", "node"}
"""The kinds of values that hold fields of their own and no extensions."""
OURS = "workbench"
"""The name in an object's extensions under which stands what CASE has no field for."""


class Conforming:
    """Makes the objects of one package legal. What is legal already comes out as it went in."""

    def __init__(self, names: Names, document_id: str, at: str, account: Account) -> None:
        self.names, self.document_id, self.at, self.account = names, document_id, at, account

    def conform(
        self, entry: Mapping[str, Any], kind: str, where: str, *, nodes: Mapping[str, Any] = MappingProxyType({})
    ) -> dict[str, Any]:
        """Return the object of CASE's class ``kind`` ("CFItem") that says what ``entry`` says.

        A field that CASE 1.1 does not have, or whose value it does not take, goes to the object's extensions.
        ``nodes`` are the ends of an association, by their names.
        """
        shape = SHAPES[kind]
        found: dict[str, Any] = {}
        rest: dict[str, Any] = {}
        for name, value in entry.items():
            if value is None:
                self.note(Fate.REPAIRED, "fields without a value, which CASE leaves out", f"{where}.{name}")
            elif name in REPEATED and isinstance(value, dict) and self.names.legal(node_id(value)) == self.document_id:
                self.note(Fate.REPAIRED, "links to the package's own document, which CASE 1.1 does not repeat", where)
            elif (now := RENAMED.get(name, name)) in shape and (now == name or entry.get(now) is None):
                said = nodes[name] if name in nodes else self._say(shape[now], name, value, where, rest)
                if said is NOTHING:
                    rest[name] = value
                    continue
                found[now] = said
                self._compare(name, now, value, said, where)
                if (name == "identifier" and said != value) or (shape[now] in LINKS and _loses(value, said)):
                    rest[name] = value
            else:
                rest[name] = value
        if "identifier" in shape:
            self._complete(found, kind, where)
        if rest:
            self._extend(found, rest, shape, where)
        return found

    def _say(self, kind: str, name: str, value: Any, where: str, rest: dict[str, Any]) -> Any:
        if kind.startswith("["):
            return self._list(kind[1:-1], name, value, where, rest)
        if kind == "CFDefinitions":
            return self.conform(value, kind, name) if isinstance(value, dict) else NOTHING
        if kind == "identifier":
            return self.names.legal(value) if isinstance(value, str) and value else NOTHING
        if kind == "link":
            return case_values.link(value, self.names)
        if kind == "links":
            found = [case_values.link(one, self.names) for one in (value if isinstance(value, list) else [value])]
            return NOTHING if NOTHING in found else found
        return SIMPLE[kind](value)

    def _list(self, kind: str, name: str, value: Any, where: str, rest: dict[str, Any]) -> Any:
        if not isinstance(value, list):
            return NOTHING
        if odd := [one for one in value if not isinstance(one, dict)]:
            rest[name] = odd
        found = enumerate(value)
        return [self.conform(one, kind, f"{where}.{name}[{place}]") for place, one in found if isinstance(one, dict)]

    def _compare(self, name: str, now: str, value: Any, said: Any, where: str) -> None:
        """Count a field that is not said as it was; objects with fields of their own count within."""
        within = now in SHAPES or (isinstance(said, list) and now.startswith("CF"))
        if (name, value) != (now, said) and not within:
            self.note(Fate.REPAIRED, f"fields “{name}” written as CASE 1.1 asks for", where)

    def _complete(self, found: dict[str, Any], kind: str, where: str) -> None:
        """Give an object the fields that it must have; an item without a wording is said by its label or code."""
        missing = [
            name for name in ("identifier", "uri", "lastChangeDateTime", *REQUIRED.get(kind, ())) if name not in found
        ]
        for name in missing:
            self.note(Fate.REPAIRED, f"missing fields “{name}”, which CASE 1.1 asks for", where)
        found.setdefault("identifier", derived_id(self.document_id, where))
        found.setdefault("uri", urn(found["identifier"]))
        found.setdefault("lastChangeDateTime", self.at)
        instead = found.get("abbreviatedStatement") or found.get("humanCodingScheme", "")
        for name in missing:
            found.setdefault(name, instead if name == "fullStatement" else "")

    def _extend(self, found: dict[str, Any], rest: dict[str, Any], shape: Mapping[str, str], where: str) -> None:
        for name in rest:
            self.note(Fate.NOTED, f"fields “{name}” that CASE 1.1 has no place for, kept as extensions", where)
        if shape["extensions"] == "extensions":
            given = found.get("extensions", {})
            ours = given.get(OURS, {})
            found["extensions"] = {**given, OURS: {**(ours if isinstance(ours, dict) else {OURS: ours}), **rest}}
        else:
            found["extensions"] = [*found.get("extensions", ()), {OURS: rest}]

    def note(self, fate: Fate, reason: str, where: str) -> None:
        """Count one change."""
        self.account.add(fate, reason, where)


def _loses(value: Any, said: Any) -> bool:
    """Return whether a link, or one of several, has a field that is gone from what is said instead."""
    if isinstance(value, list) and isinstance(said, list):
        return any(_loses(one, other) for one, other in zip(value, said, strict=False) if isinstance(other, dict))
    if not isinstance(value, dict) or not isinstance(said, dict) or value == said:
        return False
    return any(value[name] is not None and name not in said for name in value)
