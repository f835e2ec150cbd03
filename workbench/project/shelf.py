"""The shelf of a project: its common standards, and what is done with them.

The part of the door that has to do with standard sets; ``Project.standards`` is one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from workbench.model import Added, Branch, Found, SetInfo, Standard, StandardLink, StandardSet, grade_order
from workbench.project.shelf_giving import Giving
from workbench.project.shelf_suggesting import Suggesting
from workbench.project.shelf_versions import Versions

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.project.shelf_memory import ShelfMemory
    from workbench.store.shelves import Shelves


class Shelf(Versions, Giving, Suggesting):
    """The standard sets of one project. A set that is not here raises UnknownName."""

    def __init__(self, project: Project, shelves: Shelves, memory: ShelfMemory) -> None:
        self._project = project
        self._shelves = shelves
        self._memory = memory

    def add(self, found: StandardSet) -> Added:
        """Keep a standard set, changed content as a new version beside the old, and say what was done."""
        return self._project.add_set(found)

    def infos(self) -> tuple[SetInfo, ...]:
        """Return the sets without their standards, in the order in which they were added."""
        return tuple(self._project.sets.infos.values())

    def info(self, name: str) -> SetInfo:
        """Return the set with this id, key or title, or the only one whose title and version have ``name`` in them."""
        from workbench.standards.named_set import find_set

        return find_set(self.infos(), name)

    def children(self, set_id: str, parent_id: str = "", *, offset: int = 0, limit: int = 200) -> tuple[Branch, ...]:
        """Return ``limit`` children of a standard after the first ``offset``, in sequence; without one, the top."""
        return self._shelves.children(set_id, parent_id, offset=offset, limit=limit)

    def ancestors(self, set_id: str, standard_id: str) -> tuple[Branch, ...]:
        """Return what is above a standard, the top first."""
        return self._shelves.ancestors(set_id, standard_id)

    def child_count(self, set_id: str, parent_id: str = "") -> int:
        """Return how many children a standard has; without one, how many stand at the top."""
        return self._shelves.child_count(set_id, parent_id)

    def way_to(self, set_id: str, standard_id: str) -> tuple[tuple[str, str, int], ...]:
        """Return the way from the top to a standard: each one's parent's id, its own, its place among its siblings."""
        return self._shelves.way_to(set_id, standard_id)

    def links(self, set_id: str, standard_id: str) -> tuple[tuple[StandardLink, Standard | None], ...]:
        """Return the links at a standard, each with the standard at its other end; None where that is not here."""
        return self._shelves.links(set_id, standard_id)

    def grades(self, set_id: str) -> tuple[str, ...]:
        """Return the grades that a set names, in order. A set never changes, so they are looked for once."""
        if set_id not in self._memory.grades:
            self._memory.grades[set_id] = tuple(sorted(self._shelves.grades(set_id), key=grade_order))
        return self._memory.grades[set_id]

    def covered_below(self, set_id: str) -> Mapping[str, int]:
        """Return, at and above each standard that something of ours meets, how many are met at or below it."""
        cited = self._project.cited.get(set_id)
        key = tuple(one.id for one in cited.standards) if cited else ()
        held = self._memory.below.get(set_id, ((), {}))
        if held[0] != key:
            held = self._memory.below[set_id] = (key, self._shelves.covered_below(set_id, key))
        return held[1] if key else {}

    def standards(self, set_id: str, ids: Collection[str]) -> tuple[Branch, ...]:
        """Return those of the standards named that the set has, in the order in which they are named."""
        return self._shelves.standards(set_id, ids)

    def find(
        self,
        query: str,
        *,
        set_ids: Sequence[str] = (),
        grades: Sequence[str] = (),
        subject: str = "",
        kind: str = "",
        leaves: bool = False,
        limit: int = 40,
    ) -> Found:
        """Return the standards that fit a code, its beginning, or all words of ``query``, exact codes first.

        The last word may be unfinished; an empty query finds the first of the tree. The other arguments narrow:
        ``subject`` is part of a set's subject, ``kind`` a standard's kind, ``leaves`` leaves the headings out.
        """
        from workbench.store import Wanted

        return self._shelves.find(
            Wanted(query=query, set_ids=set_ids, grades=grades, subject=subject, kind=kind, leaves=leaves, limit=limit)
        )
