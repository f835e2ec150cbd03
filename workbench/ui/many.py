"""What one person is about to do to many things at once, before it is done: values that a room is drawn from."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.incoming import Block, Plan, Reading
from workbench.model.find_text import Hit
from workbench.model.renumber import NewCode


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """Rows that were read and not kept yet: how each sheet is read, and the plan; None of a sheet is left out.

    ``revision`` is that of the framework for which the plan was made.
    """

    name: str
    sheets: tuple[tuple[Block, Reading], ...]
    plan: Plan
    revision: int
    aside: frozenset[int] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """Words that were looked for, what to put in their place, and the places that are left as they are."""

    words: str
    by: str
    whole: bool
    case: bool
    hits: tuple[Hit, ...]
    leave: frozenset[str] = frozenset()
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Codes:
    """New codes for a list, beside the old."""

    kind: str
    scheme: str
    codes: tuple[NewCode, ...]
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Many:
    """What is under way; ``kind`` is what pasted rows are taken for where a person said so."""

    brought: Brought | None = None
    search: Search | None = None
    codes: Codes | None = None
    kind: str = ""
    said: tuple[str, str, str] = ("", "", "")
    """The form that something is said of, the tone, the words."""
