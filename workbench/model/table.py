"""A frozen table of things of one kind, with indexes that are made when first asked for.

An edit copies one table and shares the rest, so an untouched table keeps its indexes; the copy takes over its
order and indexes as far as the edit left them.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar, cast
from weakref import ReferenceType, ref

from workbench.model.fields import Form
from workbench.model.thing import Thing

T = TypeVar("T", bound=Thing)
R = TypeVar("R")

MANY = 100
"""Changed things from which on it is cheaper to sort and index anew than to mend."""


class Table(Mapping[str, T], Generic[T]):
    """Things by id; iterates in order (order key, then id)."""

    __slots__ = ("__weakref__", "_before", "_derived", "_indexes", "_items", "_ordered")

    def __init__(self, things: Iterable[T] = ()) -> None:
        """Hold ``things``; of two with one id the later counts."""
        self._items = {thing.id: thing for thing in things}
        self._ordered: tuple[T, ...] | None = None
        self._indexes: dict[str, dict[str, tuple[T, ...]]] = {}
        self._derived: dict[Callable[[Table[T]], Any], Any] = {}
        self._before: tuple[ReferenceType[Table[T]], frozenset[str]] | None = None

    def __getitem__(self, identifier: str) -> T:
        """Return the thing; raise KeyError."""
        return self._items[identifier]

    def __contains__(self, identifier: object) -> bool:
        """Tell whether a thing with this id is here."""
        return identifier in self._items

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in order."""
        return (thing.id for thing in self.ordered())

    def __len__(self) -> int:
        """Return how many things there are."""
        return len(self._items)

    def __eq__(self, other: object) -> bool:
        """Compare by content."""
        return isinstance(other, Table) and self._items == other._items

    def __hash__(self) -> int:
        """Hash by identity of the content's ids; enough to be a key."""
        return hash(frozenset(self._items))

    def __repr__(self) -> str:
        """Show the things in order."""
        return f"Table({list(self.ordered())!r})"

    def ordered(self) -> tuple[T, ...]:
        """Return the things in order."""
        if self._ordered is None:
            self._ordered = tuple(sorted(self._items.values(), key=_place))
        return self._ordered

    def by(self, field: str, value: str) -> tuple[T, ...]:
        """Return, in order, the things whose ``field`` is ``value`` or contains it; constant time once indexed."""
        index = self._indexes.get(field)
        if index is None:
            index = self._indexes[field] = self._index(field)
        return index.get(value, ())

    def derived(self, make: Callable[[Table[T]], R]) -> R:
        """Return what ``make`` makes of this table, made once and kept as long as the table."""
        if make not in self._derived:
            self._derived[make] = make(self)
        return cast("R", self._derived[make])

    def having(self, things: Iterable[T], without: Iterable[str] = ()) -> Table[T]:
        """Return this table with ``things`` added or replaced and the ids ``without`` taken out."""
        put, gone = {thing.id: thing for thing in things}, frozenset(without)
        table: Table[T] = Table()
        table._items = {**self._items, **put}
        for identifier in gone:
            table._items.pop(identifier, None)
        table._before = (ref(self), gone | put.keys())
        if len(table._before[1]) < MANY:
            table._take_over(self, table._before[1])
        return table

    def changed_since(self, before: Table[T]) -> frozenset[str]:
        """Return the ids of what is new, gone or another object than in ``before``."""
        if self is before:
            return frozenset()
        if self._before is not None and self._before[0]() is before:
            return self._before[1]
        mine, theirs = self._items, before._items
        return frozenset(one for one in mine.keys() | theirs.keys() if mine.get(one) is not theirs.get(one))

    def _take_over(self, before: Table[T], changed: frozenset[str]) -> None:
        old = [before._items[one] for one in changed if one in before._items]
        new = [self._items[one] for one in changed if one in self._items]
        if before._ordered is not None:
            self._ordered = _mended(before._ordered, old, new)
        for field, index in before._indexes.items():
            groups = self._indexes[field] = dict(index)
            was, now = _grouped(old, field), _grouped(new, field)
            for key in was.keys() | now.keys():
                groups[key] = _mended(groups.get(key, ()), was.get(key, []), now.get(key, []))
                if not groups[key]:
                    del groups[key]

    def _index(self, field: str) -> dict[str, tuple[T, ...]]:
        return {key: tuple(things) for key, things in _grouped(self.ordered(), field).items()}


def keys_of(thing: Thing, field: str) -> Iterable[str]:
    """Return the values under which ``Table.by`` finds a thing."""
    value = getattr(thing, field)
    return dict.fromkeys(value) if thing.spec(field).form in (Form.REFS, Form.WORDS, Form.TEXTS) else (value,)


def _place(thing: Thing) -> tuple[str, str]:
    return thing.order, thing.id


def _grouped(things: Iterable[T], field: str) -> dict[str, list[T]]:
    groups: dict[str, list[T]] = {}
    for thing in things:
        for key in keys_of(thing, field):
            groups.setdefault(key, []).append(thing)
    return groups


def _mended(ordered: tuple[T, ...], old: Iterable[T], new: Iterable[T]) -> tuple[T, ...]:
    """Return ``ordered`` without ``old`` and with ``new``, each at its place."""
    things = [*ordered]
    for thing in old:
        del things[bisect_left(things, _place(thing), key=_place)]
    for thing in new:
        insort(things, thing, key=_place)
    return tuple(things)
