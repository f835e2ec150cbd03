"""The header of a table: which column holds what, and what its cells are made of."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.standards.tables import Table

TEXTS = {
    "fullStatement": "statement",
    "humanCodingScheme": "code",
    "abbreviatedStatement": "label",
    "CFItemType": "kind",
    "notes": "notes",
}
"""CASE's names of the columns that are fields of ours."""

VERBATIM = {"fullStatement", "abbreviatedStatement", "notes"}
"""Those whose blanks at the ends are kept, too."""
LISTS = {"conceptKeywords", "subject"}
PLAIN = {
    "alternativeLabel", "language", "listEnumeration", "statusStartDate", "statusEndDate", "lastChangeDateTime",
}  # fmt: skip
"""Other columns that CASE has, of several values or of one."""

INT32 = 2**31 - 1
TYPES = {
    "isPartOf", "replacedBy", "exemplar", "precedes", "isPeerOf", "hasSkillLevel", "isRelatedTo", "exactMatchOf",
    "isTranslationOf",
}  # fmt: skip
"""Columns of associations."""

NAMES = {
    "identifier", *TEXTS, "educationLevel", *LISTS, *PLAIN, "license", *TYPES, "isChildOf", "parentIdentifier",
    "sequenceNumber", "smartLevel",
}  # fmt: skip
"""Every name that the column of a CASE table may have."""


def letters(name: str) -> str:
    """Return a column's name as it is compared: letters alone, small.

    >>> letters("Human Coding Scheme") == letters("humanCodingScheme")
    True
    """
    return re.sub(r"[^a-z]", "", name.casefold())


CANONICAL = {letters(name): name for name in sorted(NAMES)}


@dataclass(frozen=True)
class Header:
    """Which column holds what; ``others`` are the columns that the format does not know, with their names."""

    places: Mapping[str, int]
    others: tuple[tuple[int, str], ...]

    @cached_property
    def width(self) -> int:
        """The number of columns that have a name, or a place, in the header."""
        return len(self.places) + len(self.others)

    def among(self, names: Collection[str]) -> tuple[str, ...]:
        """Return those of ``names`` that are columns here, sorted."""
        return tuple(sorted(self.places.keys() & names))

    @classmethod
    def of(cls, row: Sequence[str], known: Mapping[str, str] = CANONICAL) -> Header:
        """Return the header in ``row``; ``known`` maps compared names to those of the format."""
        places: dict[str, int] = {}
        others: dict[str, int] = {}
        for place, cell in enumerate(row):
            name = known.get(letters(cell), "")
            if name and name not in places:
                places[name] = place
            else:
                own = cell.strip()
                others[own if own and own not in others else f"{own} column {place + 1}".strip()] = place
        return cls(places, tuple((place, name) for name, place in others.items()))

    def cell(self, row: Sequence[str], name: str) -> str:
        """Return a cell without the blanks around it; empty where the row or the column is not there."""
        place = self.places.get(name, len(row))
        return row[place].strip() if place < len(row) else ""

    def verbatim(self, row: Sequence[str], name: str) -> str:
        """Return a cell as it is, empty where it holds blanks alone."""
        place = self.places.get(name, len(row))
        return row[place] if place < len(row) and not row[place].isspace() else ""

    def rest(self, row: Sequence[str]) -> dict[str, str]:
        """Return the cells of the columns that the format does not know, and of those beyond the header."""
        found = {name: row[place] for place, name in self.others if place < len(row) and row[place].strip()}
        for place in range(self.width, len(row)):
            if row[place].strip():
                found[f"column {place + 1}"] = row[place]
        return found


def positions(table: Table, sheet: str = "") -> list[str]:
    """Return what to call each row in the report."""
    before = f"sheet {sheet}, " if sheet else ""
    return [f"{before}row {line}" for line in table.lines]


def split_list(text: str, signs: str = ",;|") -> list[str]:
    """Return the values of a cell that holds several."""
    return [one.strip() for one in re.split(f"[{re.escape(signs)}]", text) if one.strip()]


def split_targets(text: str) -> list[str]:
    """Return the ends of associations in a cell; an address may hold commas and semicolons itself."""
    return split_list(text, "|") if "://" in text else split_list(text)


def whole_number(text: str) -> int | None:
    """Return a number that CASE can hold as a place in a sequence, None where there is none."""
    if not re.fullmatch(r"-?[0-9]{1,10}(\.0)?", text):
        return None
    number = int(text.removesuffix(".0"))
    return number if abs(number) <= INT32 else None
