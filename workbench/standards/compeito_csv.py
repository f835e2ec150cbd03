"""Compeito's own CSV: lines about the set that begin with “#”, then CASE's columns with the parent's identifier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workbench.model import StandardSet
from workbench.spreadsheets import unguarded
from workbench.standards.about import about_set
from workbench.standards.building import build
from workbench.standards.case_rows import read_entries
from workbench.standards.columns import Header
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

MARK = "#"
KEYS = {
    "identifier": "identifier",
    "title": "title",
    "version": "version",
    "creator": "creator",
    "publisher": "publisher",
    "description": "description",
    "notes": "notes",
    "language": "language",
    "adoption_status": "adoptionStatus",
    "official_source_url": "officialSourceURL",
    "license": "licenseTitle",
    "status_start_date": "statusStartDate",
    "status_end_date": "statusEndDate",
}
"""What a line about the set may say, with CASE's name for it; “subject” takes all cells of its line."""


def lines_about(table: Table) -> int:
    """Return how many rows at the top are lines about the set."""
    return next((place for place, row in enumerate(table.rows) if not row[0].startswith(MARK)), len(table.rows))


def read_compeito_csv(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set in compeito's columns, and what became of every row."""
    table = _without_guards(table, account)
    first = lines_about(table)
    about = about_from_lines(file, table, account)
    entries = read_entries(Header.of(table.rows[first]), table, account, _hang, first=first + 1)
    read = build(about, entries, account, file=file)
    return read, account.report(source=file, title=read.title)


def _without_guards(table: Table, account: Account) -> Table:
    """Return a table without the apostrophes that our own export puts before what would run as a formula."""
    rows = tuple(tuple(map(unguarded, row)) for row in table.rows)
    count = sum(
        now != was for row, old in zip(rows, table.rows, strict=True) for now, was in zip(row, old, strict=True)
    )
    reason = "texts behind an apostrophe that kept a spreadsheet program from running them; it was taken off"
    account.add(Fate.REPAIRED, reason, count=count)
    return replace(table, rows=rows)


def about_from_lines(file: str, table: Table, account: Account) -> dict[str, Any]:
    """Return the fields of the set that its lines tell; of a line that comes twice, the last one counts."""
    told: dict[str, str] = {}
    further: dict[str, str] = {}
    subjects: tuple[str, ...] = ()
    for line, row in zip(table.lines, table.rows[: lines_about(table)], strict=False):
        key = row[0].removeprefix(MARK).strip().casefold()
        value = row[1] if len(row) > 1 else ""
        account.add(Fate.READ, "lines about the set")
        account.add(Fate.KEPT, "lines about the set")
        if key in told or key in further or (key == "subject" and subjects):
            account.add(
                Fate.NOTED, "lines about the set that come twice; the last one counts", f"row {line}: {key[:40]}"
            )
        if key == "subject":
            subjects = tuple(one.strip() for one in row[1:] if one.strip())
        elif key in KEYS:
            told[KEYS[key]] = value
        else:
            account.add(Fate.NOTED, "lines about the set of an unknown kind, kept", f"row {line}: {row[0][:40]}")
            further[key] = ", ".join(row[1:])
    return about_set(told, file, account, subjects=subjects, extensions=further)


def _hang(header: Header, row: Sequence[str]) -> dict[str, Any]:
    return {"parent": header.cell(row, "parentIdentifier") or header.cell(row, "isChildOf")}
