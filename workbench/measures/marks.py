"""What can be said of one thing in one place, from nothing to assessed; and of the same thing over all places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum, StrEnum


class Mark(IntEnum):
    """What a learning experience (or several) does with an indicator, a competency or a standard; the most counts.

    ``CLAIMED``: an alignment of its own says that it meets the standard, and no indicator leads there.
    ``INTRODUCED``, ``DEVELOPED``: it says so of an indicator that is, or leads to, the row.
    ``SAID``: it says that it assesses such an indicator, and no summative assessment used there scores it.
    ``ASSESSED``: it says so, and one does; or a summative assessment used there is itself aligned to the standard.
    """

    NONE = 0
    CLAIMED = 1
    INTRODUCED = 2
    DEVELOPED = 3
    SAID = 4
    ASSESSED = 5

    @property
    def word(self) -> str:
        """The mark in words, so that no colour has to be seen."""
        return WORDS[self]

    @property
    def letter(self) -> str:
        """The mark in a letter or two, for a narrow cell; nothing for none."""
        return LETTERS[self]


WORDS = {
    Mark.NONE: "",
    Mark.CLAIMED: "claimed",
    Mark.INTRODUCED: "introduced",
    Mark.DEVELOPED: "developed",
    Mark.SAID: "said to be assessed",
    Mark.ASSESSED: "assessed",
}
LETTERS = {
    Mark.NONE: "",
    Mark.CLAIMED: "C",
    Mark.INTRODUCED: "I",
    Mark.DEVELOPED: "D",
    Mark.SAID: "A?",
    Mark.ASSESSED: "A",
}


@dataclass(frozen=True, slots=True)
class Cell:
    """The mark of one row in one column, and the ids of what gives it.

    ``through``: indicators, or what is aligned to the standard itself: a learning experience, a pathway, an
    assessment. ``way``: in the column of a pathway, "required" or "by choice (1 of 2)"; empty in any other.
    """

    mark: Mark
    through: tuple[str, ...]
    way: str = ""

    @property
    def word(self) -> str:
        """The mark in words, in a pathway with how students come to it."""
        return ", ".join(filter(None, (self.mark.word, self.way)))

    def and_(self, other: Cell) -> Cell:
        """Return what both come to."""
        return Cell(max(self.mark, other.mark), tuple(dict.fromkeys((*self.through, *other.through))))


class Status(StrEnum):
    """What the marks of a row come to.

    ``NOT_COVERED``: no place has a mark, no summative assessment scores it, and nothing of ours is aligned to it.
    ``TAUGHT``: the most that a place does is introduce or develop it.
    ``CLAIMED``: the most is an alignment, or a word that it is assessed; nothing summative scores it.
    ``APART``: a summative assessment scores it, in none of the places that say that they assess it.
    ``ASSESSED``: at least one place has the mark ``ASSESSED``.
    """

    ASSESSED = "assessed"
    APART = "assessed, but not where it is said to be"
    CLAIMED = "claimed but not assessed"
    TAUGHT = "taught but never assessed"
    NOT_COVERED = "not covered"


def status_of(marks: Iterable[Mark], *, scored: bool, claimed: bool = False) -> Status:
    """Return what marks come to.

    ``scored``: a summative assessment scores it somewhere. ``claimed``: something of ours is aligned to it.

    >>> status_of([Mark.CLAIMED, Mark.DEVELOPED], scored=False).value
    'taught but never assessed'
    """
    most = max(marks, default=Mark.NONE)
    if most is Mark.ASSESSED:
        return Status.ASSESSED
    if scored:
        return Status.APART
    if most in (Mark.CLAIMED, Mark.SAID):
        return Status.CLAIMED
    if most:
        return Status.TAUGHT
    return Status.CLAIMED if claimed else Status.NOT_COVERED
