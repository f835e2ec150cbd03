"""How a block is read: what each column means, what a row makes, and what is done with what is here already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.localize import retold
from workbench.localize.lazy import capital
from workbench.model import Framework, kind_of, term

UNDECIDED = ""
LEFT_OUT = "-"
ROW_KIND = "kind"
"""What a column can mean besides a field: not decided yet, left out by a person, the kind of thing in the row.

A field is written "kind.path"; "*.path" is the field of that name of whatever the row holds.
"""

MAIN = {
    "design_question": "question",
    "attribute": "title",
    "scale": "title",
    "criterion": "element",
    "habit": "title",
    "verification_rule": "title",
    "assessment": "title",
    "item": "prompt",
    "experience": "title",
    "unit": "title",
    "pathway": "title",
    "part": "title",
}
"""The field that a thing is first known by, where it is not its statement."""

CHAINS: Sequence[Sequence[str]] = (
    ("design_question",),
    ("belief", "practice"),
    ("attribute",),
    ("competency", "indicator", "target"),
    ("competency", "indicator", "criterion"),
    ("habit", "criterion"),
    ("scale",),
    ("verification_rule",),
    ("experience", "unit"),
    ("experience", "support"),
    ("pathway", "part"),
    ("assessment", "item"),
)
"""What stands under what, in the order in which a committee writes it."""

PASTED: Sequence[str] = tuple(dict.fromkeys(kind for chain in CHAINS for kind in chain))
"""The kinds of which rows can be brought."""


class Existing(StrEnum):
    """What becomes of rows whose thing is in the framework already."""

    UPDATE = "update"
    ADD = "add"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column: its heading, what it means, how sure that is (0 to 1) and why, and something that stands in it.

    ``decided``: a person said so.
    """

    head: str
    means: str = UNDECIDED
    sure: float = 0.0
    why: str = ""
    example: str = ""
    filled: int = 0
    decided: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the rows of one block become things of ``kind``.

    ``rows_by``: "code" where rows of several kinds stand under each other by their codes, "kind" where a column tells
    the kind, else empty; ``ladder`` are these kinds, the highest first.
    ``sections``: what a row with one single cell names, as a field of what follows it. ``owner`` is the id of a thing
    that is here: what is new, and belongs to something that no row names, comes to stand under it.
    """

    kind: str
    columns: tuple[Column, ...]
    header: bool = True
    rows_by: str = ""
    ladder: tuple[str, ...] = ()
    sections: str = ""
    existing: Existing = Existing.UPDATE
    owner: str = ""

    @property
    def undecided(self) -> tuple[Column, ...]:
        """The columns that hold something, and of which nobody said yet what it is."""
        return tuple(one for one in self.columns if one.means == UNDECIDED and one.filled)


def main_field(kind: str) -> str:
    """Return the field that a thing of this kind is first known by."""
    return MAIN.get(kind, "statement")


def family(kind: str) -> tuple[str, ...]:
    """Return the kinds that can stand in one table with ``kind``, those above it first, then itself and those below."""
    above = [one for chain in CHAINS if kind in chain for one in chain[: chain.index(kind)]]
    below = [one for chain in CHAINS if kind in chain for one in chain[chain.index(kind) :]]
    return tuple(dict.fromkeys([*above, *below]))


def above(kind: str) -> tuple[str, ...]:
    """Return the kinds that a thing of this kind can stand under, the farthest first."""
    return tuple(dict.fromkeys(one for chain in CHAINS if kind in chain for one in chain[: chain.index(kind)]))


def owner_kinds(kind: str) -> tuple[str, ...]:
    """Return the kinds that can own a thing of this kind."""
    name = kind_of(kind).owner_field()
    return kind_of(kind).spec(name).targets if name else ()


def level_heads(framework: Framework) -> Mapping[str, str]:
    """Return the levels of the scales by what their columns may be called: "3", "level 3", "proficient"."""
    found: dict[str, str] = dict(USUAL_LEVELS)
    for scale in reversed(framework.scales.ordered()):
        for level, name in scale.levels.items():
            found |= {name.casefold(): level, f"{level} {name}".casefold(): level}
    return found


USUAL_LEVELS = {
    **dict.fromkeys(("beginning", "emerging", "novice", "not yet", "below"), "1"),
    **dict.fromkeys(("developing", "approaching", "progressing", "partially proficient", "apprentice"), "2"),
    **dict.fromkeys(("proficient", "meeting", "meets", "competent", "practitioner", "mastery"), "3"),
    **dict.fromkeys(("advanced", "exceeding", "exceeds", "exemplary", "distinguished", "extending", "expert"), "4"),
}
"""Names of levels that districts use much, by the number that most give them."""


def shown_term(framework: Framework, kind: str, count: int = 1) -> str:
    """Return the district's word for a kind, or ours in the reader's language, with a capital."""
    return capital(retold(term(framework, kind, count)))
