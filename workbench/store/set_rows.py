"""A standard set as rows: what is written when it is kept, and how it is put together again."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection

from workbench.model import Standard, StandardLink, StandardSet, spellings
from workbench.store import search_sqlite, sqlite, terms
from workbench.store.tree import TOP, Spot, lay_out

T = TypeVar("T", Standard, StandardLink)
LISTS = ("standards", "links")
VERSION = ("id", "identifier", "follows")
"""The fields that say which version this is; what is left is the content."""
AT_ONCE = 5_000
"""Standards that are made into rows at once: memory stays small however long the set is."""
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":")).encode
COMPACT = json.JSONEncoder(separators=(",", ":")).encode
"""As ``json.dumps``, which makes an encoder anew for each part."""


COLUMNS = {
    "standard_set": ("id", "identifier", "digest", "key", "root", "size", "leaves", "data", "extra"),
    "standard": ("number", "place", "id", "parent", "rank", "children", "leaves", "data"),
    "standard_code": ("root", "code", "number", "marks"),
    "standard_link": ("root", "place", "data"),
}


def write(connection: Connection, found: StandardSet, root: int, content: str = "") -> None:
    """Write a set whose numbers begin after ``root``; ``content`` is its digest where that is known already."""
    spots = lay_out(found.standards)
    _insert(connection, "standard_set", [_set_row(found, root, spots, content or digest(found))])
    for start in range(0, len(spots), AT_ONCE):
        _write_some(connection, found, root, start, spots[start : start + AT_ONCE])
    for start in range(0, len(found.links), AT_ONCE):
        some_links = enumerate(found.links[start : start + AT_ONCE], start=start)
        _insert(connection, "standard_link", [(root, place, COMPACT(_fields(one))) for place, one in some_links])


def _write_some(connection: Connection, found: StandardSet, root: int, start: int, spots: list[Spot]) -> None:
    """Write the standards at ``spots``, of which ``start`` others stand before."""
    kept = [(number, spot, found.standards[spot.place]) for number, spot in enumerate(spots, start=root + 1 + start)]
    marked = [(number, one, terms.marks_of(one, spot.grades, leaf=not spot.children)) for number, spot, one in kept]
    _insert(connection, "standard", [_row(root, *one) for one in kept])
    _insert(connection, "standard_code", [row for one in marked for row in _codes(root, *one)])
    search_sqlite.put(connection, [(number, terms.indexed_text(one, marks)) for number, one, marks in marked])


def _insert(connection: Connection, table: str, rows: Sequence[Sequence[object]]) -> None:
    sqlite.insert_rows(connection, table, COLUMNS[table], rows)


def _set_row(found: StandardSet, root: int, spots: list[Spot], content: str) -> tuple[object, ...]:
    data = {name: value for name, value in _fields(found).items() if name not in (*LISTS, "extra")}
    leaves = sum(not spot.children for spot in spots)
    identity = (found.id, found.identifier or found.id, content, found.key)
    return (*identity, root, len(spots), leaves, COMPACT(data), COMPACT(dict(found.extra)))


def _row(root: int, number: int, spot: Spot, one: Standard) -> tuple[object, ...]:
    parent = root if spot.parent == TOP else root + 1 + spot.parent
    return (number, spot.place, one.id, parent, spot.rank, spot.children, spot.leaves, COMPACT(_fields(one)))


def _codes(root: int, number: int, one: Standard, marks: Sequence[str]) -> Iterator[tuple[object, ...]]:
    marked = "".join(f"{mark} " for mark in marks)
    for code in dict.fromkeys(form for told in (one.code, *one.aliases) for form in spellings(told)):
        yield (root, code, number, marked)


def digest(found: StandardSet) -> str:
    """Return the SHA-256 of a set's content as canonical JSON: a list of its own fields, its standards, its links."""
    own = {name: value for name, value in _fields(found).items() if name not in (*LISTS, *VERSION)}
    made = hashlib.sha256(f"[{CANONICAL(own)}".encode())
    for held in (found.standards, found.links):
        made.update(b",[")
        for start in range(0, len(held), AT_ONCE):
            text = CANONICAL([_fields(one) for one in held[start : start + AT_ONCE]])
            made.update(f"{',' if start else ''}{text[1:-1]}".encode())
        made.update(b"]")
    made.update(b"]")
    return made.hexdigest()


def parts(standards: Iterable[str], links: Iterable[str]) -> dict[str, Any]:
    """Return the parts of a set from their rows."""
    return {"standards": parsed(Standard, standards), "links": parsed(StandardLink, links)}


def parsed(cls: type[T], rows: Iterable[str]) -> tuple[T, ...]:
    """Return the parts that the JSON texts of ``rows`` are."""
    # One text for all is read several times faster than one a row.
    found = json.loads(f"[{','.join(rows)}]")
    for part in found:
        for name in FROZEN[cls] & part.keys():
            part[name] = tuple(part[name])
    return tuple(cls(**part) for part in found)


def _fields(value: StandardSet | Standard | StandardLink) -> dict[str, Any]:
    """Return the fields that differ from their defaults; ``dataclasses.asdict`` would copy every part deeply."""
    names, required, held = DECLARED[type(value)]
    out = {name: part for name, part in zip(names, held(value), strict=True) if part or name in required}
    if "extra" in out:
        out["extra"] = dict(out["extra"])
    return out


def _declared(cls: type) -> tuple[tuple[str, ...], frozenset[str], Callable[[Any], tuple[Any, ...]]]:
    """Return the names of a class's fields, those without a default, and what reads them all at once."""
    declared = dataclasses.fields(cls)
    none = dataclasses.MISSING
    required = frozenset(one.name for one in declared if one.default is none and one.default_factory is none)
    names = tuple(one.name for one in declared)
    return names, required, attrgetter(*names)


FROZEN: Mapping[type, frozenset[str]] = {
    cls: frozenset(one.name for one in dataclasses.fields(cls) if one.default == ()) for cls in (Standard, StandardLink)
}
"""The fields that are lists in JSON and tuples here."""
DECLARED: Mapping[type, Any] = {cls: _declared(cls) for cls in (StandardSet, Standard, StandardLink)}
