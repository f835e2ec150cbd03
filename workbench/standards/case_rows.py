"""Rows whose columns bear CASE's names -> neutral entries."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.standards.about import as_moment
from workbench.standards.building import Entry
from workbench.standards.building_links import Link
from workbench.standards.case_items import plain_grade
from workbench.standards.columns import (
    LISTS,
    PLAIN,
    TEXTS,
    TYPES,
    VERBATIM,
    Header,
    positions,
    split_list,
    split_targets,
    whole_number,
)
from workbench.standards.report import Account, Fate
from workbench.standards.tables import Table


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
