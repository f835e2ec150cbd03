"""Standards that carry one idea through the grades: their codes differ in the grade alone, and they share words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.measures.suggestions.candidates import Candidate
from workbench.measures.suggestions.grades import family_key

if TYPE_CHECKING:
    import numpy as np

    Array = np.ndarray[Any, Any]

ALIKE = 0.15
"""Share of words in common from which on two standards of one family are kin; codes alone prove little."""

LARGEST = 40
"""Standards in one family; a larger group under one code is a fault of the codes and makes nobody kin."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """For each standard its kin, itself first: ``members[starts[i]:starts[i + 1]]``."""

    starts: Array
    members: Array

    @classmethod
    def of(cls, candidates: Sequence[Candidate], terms: Sequence[frozenset[str]]) -> Kin:
        """Return the kin of ``candidates``, whose own words are ``terms``."""
        import numpy as np

        families: dict[str, list[int]] = {}
        for place, one in enumerate(candidates):
            if one.code and (key := family_key(one.code, one.grades)):
                families.setdefault(key, []).append(place)
        kin: list[list[int]] = [[place] for place in range(len(candidates))]
        for family in families.values():
            for place in family if len(family) <= LARGEST else ():
                kin[place] += [one for one in family if one != place and _alike(terms[place], terms[one])]
        starts = np.zeros(len(kin), np.int64)
        np.cumsum([len(one) for one in kin[:-1]], out=starts[1:])
        return cls(starts=starts, members=np.array([one for group in kin for one in group], np.int64))

    def of_place(self, place: int) -> tuple[int, ...]:
        """Return the kin of one standard, itself first."""
        end = self.starts[place + 1] if place + 1 < len(self.starts) else len(self.members)
        return tuple(self.members[self.starts[place] : end].tolist())

    def highest(self, values: Array) -> Array:
        """Return for each standard the highest of ``values`` among its kin."""
        import numpy as np

        if not len(values):
            return values
        found: Array = np.maximum.reduceat(values[self.members], self.starts)
        return found


def _alike(some: frozenset[str], others: frozenset[str]) -> bool:
    return len(some & others) >= ALIKE * max(1, len(some | others))
