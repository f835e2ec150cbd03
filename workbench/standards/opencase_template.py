"""OpenCASE's template: a column says how deep each row stands."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.model import StandardSet
from workbench.standards.about import about_set
from workbench.standards.building import Entry, build
from workbench.standards.case_rows import read_grades
from workbench.standards.columns import Header, letters, positions, split_list, whole_number
from workbench.standards.outline import Outline
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

SHEET = "frameworktemplate"
ALIASES = {
    "level": ("level", "depth", "indent"),
    "code": ("human coding scheme", "code", "coding scheme"),
    "statement": ("full statement", "statement", "description"),
    "kind": ("item type", "type"),
    "label": ("abbreviated statement", "abbreviation", "short statement"),
    "grades": ("education level", "grade", "grade level"),
    "subject": ("subject", "subjects"),
    "notes": ("notes", "note", "comments"),
}
"""The template's columns, by our names, and what else people call them."""

KNOWN = {letters(alias): ours for ours, aliases in ALIASES.items() for alias in aliases}
MARK = "#"
"""How the lines begin that explain the template."""
LISTED = ",;"


def find_template(tables: Sequence[Table]) -> Table | None:
    """Return the table that is a filled template: its columns, and levels that are numbers."""
    named = [table for table in tables if letters(table.name) == SHEET]
    return next((table for table in named or tables if _is_template(table)), None)


def _is_template(table: Table) -> bool:
    header, rows = _content(table)
    if not {"level", "statement"} <= header.places.keys():
        return False
    levels = [whole_number(header.cell(row, "level")) for _, row in rows]
    return sum(level is not None for level in levels) * 2 > len(levels) or not levels


def _content(table: Table) -> tuple[Header, list[tuple[str, tuple[str, ...]]]]:
    """Return the columns, and the rows below them that are not explanations."""
    rows = [
        (where, row) for where, row in zip(positions(table), table.rows, strict=True) if not row[0].startswith(MARK)
    ]
    return (Header.of(rows[0][1], KNOWN), rows[1:]) if rows else (Header({}, ()), [])


def read_opencase_template(
    file: str, table: Table, account: Account, *, sheet: str = ""
) -> tuple[StandardSet, ImportReport]:
    """Return the set in a filled template, and what became of every row.

    A level that is left out on the way down is repaired, one that is no number taken to be that of the row before.
    """
    header, rows = _content(table)
    explained = len(table.rows) - 1 - len(rows)
    account.add(Fate.READ, "rows", count=len(rows))
    account.add(Fate.READ, "lines that begin with “#”", count=explained)
    account.add(Fate.LEFT_OUT, "lines that begin with “#”, which explain the template", count=explained)
    outline = Outline(account)
    before = f"sheet {sheet}, " if sheet else ""
    entries = [_entry(header, row, before + where, outline, account) for where, row in rows]
    read = build(about_set({}, file, account), entries, account, file=file)
    return read, account.report(source=file, title=read.title)


def _entry(header: Header, row: Sequence[str], where: str, outline: Outline, account: Account) -> Entry:
    texts = {name: header.cell(row, name) for name in ("code", "kind")}
    texts |= {name: header.verbatim(row, name) for name in ("statement", "label", "notes")}
    rest: dict[str, Any] = {}
    if subjects := split_list(header.cell(row, "subject"), LISTED):
        rest["subject"] = subjects
    if further := header.rest(row):
        rest["extensions"] = further
    return Entry(
        where=where,
        texts={name: text for name, text in texts.items() if text},
        grades=read_grades(header.cell(row, "grades").replace(";", ","), rest, where, account),
        rest=rest,
        **_hung(header.cell(row, "level"), where, outline, account),
    )


def _hung(level: str, where: str, outline: Outline, account: Account) -> dict[str, Any]:
    depth = whole_number(level)
    if depth is None:
        account.add(
            Fate.REPAIRED, "rows whose level is no number, put beside the row before", f"{where}: “{level[:40]}”"
        )
        return outline.beside(where)
    return outline.place(depth, where)
