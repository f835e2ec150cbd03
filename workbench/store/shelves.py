"""What is read of standard sets: each answer reads as little as it needs."""

from __future__ import annotations

from collections.abc import Callable, Collection
from contextlib import AbstractContextManager

from sqlalchemy import Connection

from workbench.model import Branch, Found, SetInfo, StandardSet
from workbench.store import search, sets
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
