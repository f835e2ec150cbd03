"""A frozen table of things of one kind, with indexes that are made when first asked for.

An edit copies one table and shares the rest, so an untouched table keeps its indexes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from workbench.model.fields import Form
from workbench.model.thing import Thing

T = TypeVar("T", bound=Thing)


class Table(Mapping[str, T], Generic[T]):
    """Things by id; iterates in order (order key, then id)."""

    __slots__ = ("_indexes", "_items", "_ordered")

    def __init__(self, things: Iterable[T] = ()) -> None:
        """Hold ``things``; of two with one id the later counts."""
        self._items = {thing.id: thing for thing in things}
        self._ordered: tuple[T, ...] | None = None
        self._indexes: dict[str, dict[str, tuple[T, ...]]] = {}

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
            self._ordered = tuple(sorted(self._items.values(), key=lambda thing: (thing.order, thing.id)))
        return self._ordered

    def by(self, field: str, value: str) -> tuple[T, ...]:
        """Return, in order, the things whose ``field`` is ``value`` or contains it; constant time once indexed."""
        index = self._indexes.get(field)
        if index is None:
            index = self._indexes[field] = self._index(field)
        return index.get(value, ())

    def _index(self, field: str) -> dict[str, tuple[T, ...]]:
        groups: dict[str, list[T]] = {}
        for thing in self.ordered():
            spec = thing.spec(field)
            value = getattr(thing, field)
            keys = value if spec.form in (Form.REFS, Form.WORDS, Form.TEXTS) else (value,)
            for key in keys:
                groups.setdefault(key, []).append(thing)
        return {key: tuple(things) for key, things in groups.items()}

    def having(self, things: Iterable[T], without: Iterable[str] = ()) -> Table[T]:
        """Return this table with ``things`` added or replaced and the ids ``without`` taken out."""
        items = dict(self._items)
        items.update((thing.id, thing) for thing in things)
        for identifier in without:
            items.pop(identifier, None)
        return Table(items.values())
