"""The standards among which suggestions are made, as texts."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.measures.suggestions.grades import grade_set
from workbench.model import Standard, StandardSet

DEPTH = 12
"""Parents that are looked at; a set with a ring of parents ends here too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One standard: its own words, and those of the headings above it, the nearest first.

    ``grades`` are single grades ("K", "9"); ``heading`` is the text right above; ``leaf``: nothing is below it.
    """

    id: str
    code: str = ""
    text: str = ""
    context: tuple[str, ...] = ()
    grades: frozenset[str] = frozenset()
    parent_id: str = ""
    leaf: bool = True

    @property
    def heading(self) -> str:
        """The text right above, by which like places in different grades are known."""
        return self.context[0] if self.context else ""


def candidates_of(found: StandardSet) -> tuple[Candidate, ...]:
    """Return what of a set can be suggested: what has nothing below it, and what has a code and a statement."""
    return tuple(
        _candidate(found, one)
        for one in found.standards
        if (one.statement or one.label) and (one.id not in found.children or (one.code and one.statement))
    )


def _candidate(found: StandardSet, one: Standard) -> Candidate:
    above = _above(found, one)
    return Candidate(
        id=one.id,
        code=one.code,
        text=own_text(one),
        context=tuple(own_text(other) for other in above),
        # A set may tell the grades once, at the heading.
        grades=next((grades for other in (one, *above) if (grades := grade_set(other.grades))), frozenset()),
        parent_id=one.parent_id,
        leaf=one.id not in found.children,
    )


def own_text(one: Standard) -> str:
    """Return the words of a standard: its statement, after its label where that says something else."""
    return one.statement if one.label in one.statement else f"{one.label}. {one.statement}"


def _above(found: StandardSet, one: Standard) -> tuple[Standard, ...]:
    above: list[Standard] = []
    parent = found.by_id.get(one.parent_id)
    while parent is not None and len(above) < DEPTH:
        above.append(parent)
        parent = found.by_id.get(parent.parent_id)
    return tuple(above)
