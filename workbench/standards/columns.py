"""The header of a table, and its rows read by the names in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from workbench.standards.about import as_moment
from workbench.standards.building import Entry
from workbench.standards.building_links import Link
from workbench.standards.case_items import plain_grade
from workbench.standards.report import Account, Fate
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
        others: list[tuple[int, str]] = []
        for place, cell in enumerate(row):
            name = known.get(letters(cell), "")
            if name and name not in places:
                places[name] = place
            else:
                others.append((place, cell.strip() or f"column {place + 1}"))
        return cls(places, tuple(others))

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


def read_entries(
    header: Header,
    table: Table,
    account: Account,
    hang: Callable[[Header, Sequence[str]], Mapping[str, Any]],
    *,
    sheet: str = "",
    first: int = 1,
) -> list[Entry]:
    """Return the entries of a table whose columns bear CASE's names, from the row number ``first`` on.

    ``hang`` returns where a row hangs, as fields of an entry.
    """
    account.add(Fate.READ, "rows", count=len(table.rows) - first)
    places = positions(table, sheet)[first:]
    reader = _RowReader(header, account)
    entries = [
        reader.entry(row, where, hang(header, row)) for where, row in zip(places, table.rows[first:], strict=True)
    ]
    account.add(Fate.READ, "associations", count=sum(len(entry.links) for entry in entries))
    return entries


class _RowReader:
    """Reads rows under one header; what the header lacks costs nothing in any row."""

    def __init__(self, header: Header, account: Account) -> None:
        self._header = header
        self._account = account
        self._texts = [(name, TEXTS[name], name in VERBATIM) for name in header.among(TEXTS)]
        self._plain, self._lists, self._types = (header.among(names) for names in (PLAIN, LISTS, TYPES))

    def entry(self, row: Sequence[str], where: str, hung: Mapping[str, Any]) -> Entry:
        """Return the entry of a row; ``hung`` says where it hangs."""
        cell, verbatim = self._header.cell, self._header.verbatim
        rest = self._rest(row)
        texts = ((ours, verbatim(row, name) if exact else cell(row, name)) for name, ours, exact in self._texts)
        levels = cell(row, "educationLevel")
        number = cell(row, "sequenceNumber")
        return Entry(
            where=where,
            identifier=cell(row, "identifier"),
            texts={name: text for name, text in texts if text},
            grades=read_grades(levels, rest, where, self._account) if levels else (),
            sequence=read_sequence(number, rest, where, self._account) if number else None,
            links=tuple(
                Link(where=where, type=name, target=target)
                for name in self._types
                for target in split_targets(cell(row, name))
            ),
            rest=rest,
            **hung,
        )

    def _rest(self, row: Sequence[str]) -> dict[str, Any]:
        """Return the cells that are fields of CASE and not of ours, and those that are neither."""
        cell = self._header.cell
        rest: dict[str, Any] = {name: value for name in self._plain if (value := cell(row, name))}
        rest |= {name: values for name in self._lists if (values := split_list(cell(row, name)))}
        if changed := rest.get("lastChangeDateTime"):
            rest["lastChangeDateTime"] = as_moment(changed)
        if licence := cell(row, "license"):
            rest["licenseURI"] = {"title": licence}
        if further := self._header.rest(row):
            rest["extensions"] = further
        return rest


def read_grades(text: str, rest: dict[str, Any], where: str, account: Account) -> tuple[str, ...]:
    """Return the grades as people write them; what the file says goes to ``rest`` where it differs."""
    levels = split_list(text)
    if len(levels) == 1 and re.fullmatch(r"\d\d\.\d\d", levels[0]):
        account.add(Fate.REPAIRED, "two grades that a spreadsheet program made one number of", f"{where}: {text}")
        levels = levels[0].split(".")
    grades = tuple(dict.fromkeys(plain_grade(level) for level in levels))
    if list(grades) != levels:
        rest["educationLevel"] = levels
    return grades


def read_sequence(text: str, rest: dict[str, Any], where: str, account: Account) -> int | None:
    """Return a row's place among its siblings; a text that is no number goes to ``rest``."""
    number = whole_number(text)
    if number is None:
        account.add(
            Fate.NOTED, "sequence numbers that cannot be read and are kept as they are", f"{where}: {text[:40]}"
        )
        rest.setdefault("extensions", {})["sequenceNumber"] = text
    return number
