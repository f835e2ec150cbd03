"""What is read of standard sets: each answer reads as little as it needs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from workbench.model import Branch, Found, SetInfo, Standard, StandardLink, StandardSet
from workbench.store import branches, search, sets
from workbench.store.values import Wanted


class Shelves:
    """The standard sets of one store, to be read. A name of a set that is not here raises UnknownName."""

    def __init__(self, reading: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Read through the connections that ``reading`` gives."""
        self._reading = reading

    def infos(self) -> tuple[SetInfo, ...]:
        """Return the sets without their standards, in the order in which they were added."""
        with self._reading() as connection:
            return sets.infos(connection)

    def read(self, set_id: str) -> StandardSet | None:
        """Return one set whole; None where it is not here."""
        with self._reading() as connection:
            return sets.read(connection, set_id)

    def children(self, set_id: str, parent_id: str = "", *, offset: int = 0, limit: int = 200) -> tuple[Branch, ...]:
        """Return ``limit`` children of a standard after the first ``offset``, in sequence; without one, the top."""
        with self._reading() as connection:
            return sets.children(connection, set_id, parent_id, offset=offset, limit=limit)

    def ancestors(self, set_id: str, standard_id: str) -> tuple[Branch, ...]:
        """Return what is above a standard, the top first."""
        with self._reading() as connection:
            return sets.ancestors(connection, set_id, standard_id)

    def standards(self, set_id: str, ids: Collection[str]) -> tuple[Branch, ...]:
        """Return those of the standards named that the set has, in the order in which they are named."""
        with self._reading() as connection:
            return sets.standards(connection, set_id, ids)

    def find(self, wanted: Wanted) -> Found:
        """Return the standards that fit, best first."""
        with self._reading() as connection:
            return search.find(connection, wanted)

    def child_count(self, set_id: str, parent_id: str = "") -> int:
        """Return how many children a standard has; without one, how many stand at the top."""
        with self._reading() as connection:
            return branches.child_count(connection, set_id, parent_id)

    def way_to(self, set_id: str, standard_id: str) -> tuple[tuple[str, str, int], ...]:
        """Return the way from the top to a standard: each one's parent's id, its own, its place among its siblings."""
        with self._reading() as connection:
            return branches.way_to(connection, set_id, standard_id)

    def covered_below(self, set_id: str, ids: Collection[str]) -> Mapping[str, int]:
        """Return, at and above each of ``ids`` that can be met, how many of those are at or below."""
        with self._reading() as connection:
            return branches.covered_below(connection, set_id, ids)

    def links(self, set_id: str, standard_id: str) -> tuple[tuple[StandardLink, Standard | None], ...]:
        """Return the links at a standard, each with the standard at its other end, where that is here."""
        with self._reading() as connection:
            return branches.links_of(connection, set_id, standard_id)

    def grades(self, set_id: str) -> tuple[str, ...]:
        """Return the grades that a set names, each once."""
        with self._reading() as connection:
            return branches.grades(connection, set_id)
