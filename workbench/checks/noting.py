"""An input that notes what a rule looks up in it, and that a rule can be run on for one thing at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, Generic, TypeAlias, TypeVar

from workbench.checks.given import CheckInput
from workbench.model.framework import Framework, table_names
from workbench.model.standards import StandardSet
from workbench.model.table import Table
from workbench.model.thing import Thing

T = TypeVar("T", bound=Thing)
R = TypeVar("R")

Note: TypeAlias = tuple[str, str, Any]
"""What was looked up: (table, field, value) of ``Table.by``; with ITEM as the field, one thing by its id."""

ITEM, EVERY, COUNT, DERIVED = "*item", "*every", "*count", "*derived"
SETS = "*sets"


class NotingTable(Mapping[str, T], Generic[T]):
    """A table that adds what is looked up to ``notes``. While ``only`` is set, a walk over it meets just these."""

    __slots__ = ("_name", "_notes", "_table", "only")

    def __init__(self, name: str, table: Table[T], notes: set[Note]) -> None:
        """Look into ``table``."""
        self._name, self._table, self._notes = name, table, notes
        self.only: tuple[T, ...] | None = None

    def __getitem__(self, identifier: str) -> T:
        """Return the thing; raise KeyError."""
        self._notes.add((self._name, ITEM, identifier))
        return self._table[identifier]

    def __contains__(self, identifier: object) -> bool:
        """Tell whether a thing with this id is here."""
        self._notes.add((self._name, ITEM, str(identifier)))
        return identifier in self._table

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids in order."""
        return (thing.id for thing in self.ordered())

    def __len__(self) -> int:
        """Return how many things there are."""
        self._notes.add((self._name, COUNT, ""))
        return len(self._table)

    def ordered(self) -> tuple[T, ...]:
        """Return the things in order."""
        if self.only is not None:
            return self.only
        self._notes.add((self._name, EVERY, ""))
        return self._table.ordered()

    def by(self, field: str, value: str) -> tuple[T, ...]:
        """Return, in order, the things whose ``field`` is ``value`` or contains it."""
        self._notes.add((self._name, field, value))
        return self._table.by(field, value)

    def derived(self, make: Callable[[Table[T]], R]) -> R:
        """Return what ``make`` makes of the table."""
        self._notes.add((self._name, DERIVED, make))
        return self._table.derived(make)


class NotingSets(Mapping[str, StandardSet]):
    """Standard sets that add which of them was looked up to ``notes``."""

    def __init__(self, sets: Mapping[str, StandardSet], notes: set[Note]) -> None:
        """Look into ``sets``."""
        self._sets, self._notes = sets, notes

    def __getitem__(self, set_id: str) -> StandardSet:
        """Return the set; raise KeyError."""
        self._notes.add((SETS, ITEM, set_id))
        return self._sets[set_id]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        self._notes.update((SETS, ITEM, one) for one in self._sets)
        return iter(self._sets)

    def __len__(self) -> int:
        """Return how many there are."""
        return sum(1 for _ in self)


class NotingInput:
    """``given`` looks like what it was made of, and what is looked up in it is noted."""

    def __init__(self, given: CheckInput) -> None:
        """Look into ``given``."""
        self._notes: set[Note] = set()
        self._tables = {name: NotingTable(name, getattr(given.framework, name), self._notes) for name in table_names()}
        whole: Any = self._tables
        self.given = replace(given, framework=Framework(**whole), sets=NotingSets(given.sets, self._notes))

    def narrow(self, tables: tuple[str, ...], thing: Thing) -> None:
        """Let a walk over ``tables`` meet only ``thing``."""
        for name in tables:
            self._tables[name].only = (thing,) if name == thing.table else ()

    def widen(self, tables: tuple[str, ...]) -> None:
        """Let a walk over ``tables`` meet everything again."""
        for name in tables:
            self._tables[name].only = None

    def taken(self) -> tuple[Note, ...]:
        """Return what was looked up, and begin anew."""
        notes = tuple(self._notes)
        self._notes.clear()
        return notes
