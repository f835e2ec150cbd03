"""What is told of standard sets without reading them whole: a set in a line, a standard in its tree, what was found."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.model.standards import Standard, StandardSet


@dataclass(frozen=True, slots=True, kw_only=True)
class SetInfo:
    """A set without its standards; the texts are those of ``StandardSet``, ``identifier`` is never empty.

    ``count`` are all its standards, ``leaves`` those that have no children: what can be met.
    """

    id: str
    title: str
    identifier: str
    follows: str = ""
    key: str = ""
    version: str = ""
    subject: str = ""
    owner: str = ""
    publisher: str = ""
    licence: str = ""
    source: str = ""
    language: str = ""
    notes: str = ""
    verified_on: str = ""
    local: bool = False
    count: int = 0
    leaves: int = 0

    def holding(self, standards: tuple[Standard, ...]) -> StandardSet:
        """Return a set of this one's title, version and texts that holds only ``standards``."""
        shared = {one.name for one in dataclasses.fields(StandardSet)} & set(self.__slots__)
        return StandardSet(standards=standards, **{name: getattr(self, name) for name in shared})


class Addition(StrEnum):
    """What became of a set that was to be added."""

    NEW = "new"
    VERSION = "new version"
    HERE = "here already"


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The set as it is now in the project: its ``id`` here, and the id of the version that it ``follows``.

    True where something was added, so that ``if shelf.add(found)`` reads well.
    """

    what: Addition
    id: str
    follows: str = ""

    def __bool__(self) -> bool:
        """Tell whether the set is new here."""
        return self.what is not Addition.HERE


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A standard in the tree of the set ``set_id``: how many ``children`` it has, and ``leaves`` anywhere below it."""

    set_id: str
    standard: Standard
    children: int = 0
    leaves: int = 0


class Match(StrEnum):
    """Why a standard was found."""

    CODE = "code"
    CODE_START = "beginning of the code"
    WORDS = "words"
    WORD_START = "beginning of the last word"
    PLACE = "place in the tree"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A standard that was found, why, and what stands above it, the top first."""

    branch: Branch
    match: Match
    path: tuple[Standard, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found, best first. ``total`` counts all that fit; with ``more``, there are more than ``total``."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    more: bool = False

    @property
    def groups(self) -> Mapping[tuple[str, str], tuple[Hit, ...]]:
        """The hits by their place: id of the set and of the standard above (empty at the top), best group first."""
        groups: dict[tuple[str, str], list[Hit]] = {}
        for hit in self.hits:
            above = hit.path[-1].id if hit.path else ""
            groups.setdefault((hit.branch.set_id, above), []).append(hit)
        return {key: tuple(group) for key, group in groups.items()}

    @property
    def count_words(self) -> str:
        """Return "No standards", "1 standard", "12 standards" or "More than 1,000 standards"."""
        many = "standard" if self.total == 1 and not self.more else "standards"
        return f"{'More than ' if self.more else ''}{self.total or 'No':{',' if self.total else ''}} {many}"
