"""The standard sets of a project as values, each read no earlier and no further than it is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from workbench.model import Alignment, Branch, Framework, PriorityStandard, SetInfo, StandardSet, Table

if TYPE_CHECKING:
    from workbench.store.shelves import Shelves


class LazySets(Mapping[str, StandardSet]):
    """Sets by identifier, in the order in which they were added. ``infos`` tells of each without reading it."""

    def __init__(self, shelves: Shelves) -> None:
        """Read from ``shelves`` what is here now, and each set when it is asked for."""
        self.infos: Mapping[str, SetInfo] = {one.id: one for one in shelves.infos()}
        self._shelves = shelves
        self._read: dict[str, StandardSet] = {}

    def __getitem__(self, set_id: str) -> StandardSet:
        """Return a set whole; raise KeyError where it is not here."""
        if set_id not in self._read:
            found = self._shelves.read(set_id) if set_id in self.infos else None
            if found is None:
                raise KeyError(set_id)
            self._read[set_id] = found
        return self._read[set_id]

    def __contains__(self, set_id: object) -> bool:
        """Tell whether a set is here; it need not be read for that."""
        return set_id in self.infos

    def __iter__(self) -> Iterator[str]:
        """Iterate over the identifiers."""
        return iter(self.infos)

    def __len__(self) -> int:
        """Return how many sets there are."""
        return len(self.infos)


class CitedSets:
    """The sets that alignments and priorities name, each holding only the standards that are named.

    ``covered`` counts, by set, those that something is aligned to and that can be met: that have no children.
    ``newer`` are, by the identifier of a set, the versions that follow one that is here.
    """

    def __init__(self, shelves: Shelves, infos: Mapping[str, SetInfo]) -> None:
        """Read from ``shelves`` the standards of the sets in ``infos``."""
        self.infos = infos
        self.newer = {one.follows: one for one in infos.values() if one.follows in infos}
        self._shelves = shelves
        self._known: dict[str, dict[str, Branch | None]] = {}
        self._for: tuple[Table[Alignment], Table[PriorityStandard]] | None = None
        self._named: dict[str, dict[str, bool]] = {}
        self.sets: Mapping[str, StandardSet] = {}
        self.covered: Mapping[str, int] = {}

    def take(self, framework: Framework) -> None:
        """Hold what a framework names; only what was never named before is read."""
        naming = (framework.alignments, framework.priority_standards)
        if self._for is None or any(one is not other for one, other in zip(self._for, naming, strict=True)):
            named: dict[str, dict[str, bool]] = {}
            for one in framework.citing():
                if one.set_id in self.infos:
                    of_set = named.setdefault(one.set_id, {})
                    of_set[one.standard_id] = of_set.get(one.standard_id, False) or isinstance(one, Alignment)
            # What is named as before stays the same object, so that nothing that rests on it is done again.
            if named != self._named:
                self._hold(named)
            self._for = naming

    def _hold(self, named: dict[str, dict[str, bool]]) -> None:
        held = {key: self._branches(key, ids) for key, ids in named.items()}
        self.sets = {
            key: self.sets[key]
            if self._named.get(key, {}).keys() == named[key].keys()
            else self.infos[key].holding(tuple(one.standard for one in branches))
            for key, branches in held.items()
        }
        self.covered = {
            key: sum(not one.children and named[key][one.standard.id] for one in branches)
            for key, branches in held.items()
        }
        self._named = named

    def _branches(self, set_id: str, ids: Iterable[str]) -> list[Branch]:
        known = self._known.setdefault(set_id, {})
        if wanted := [one for one in ids if one not in known]:
            known.update(dict.fromkeys(wanted))
            known.update((one.standard.id, one) for one in self._shelves.standards(set_id, wanted))
        return [branch for one in ids if (branch := known[one]) is not None]
