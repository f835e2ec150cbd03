"""Moodle's competency framework as CSV: 14 columns, one row of them for the framework itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from workbench.model import StandardSet
from workbench.standards.about import about_set
from workbench.standards.building import Entry, build
from workbench.standards.building_links import Link
from workbench.standards.case_fields import derived_id
from workbench.standards.columns import Header, letters, positions
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

COLUMNS = (
    "Parent ID number", "ID number", "Short name", "Description", "Description format", "Scale values",
    "Scale configuration", "Rule type (optional)", "Rule outcome (optional)", "Rule config (optional)",
    "Cross-referenced competency ID numbers", "Exported ID (optional)", "Is framework", "Taxonomy",
)  # fmt: skip
KNOWN = {letters(name): name for name in COLUMNS}
TOLD = {
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Cross-referenced competency ID numbers",
    "Is framework",
}
"""Columns that our fields, the tree and the links hold; the others are kept as they are."""
LONGEST = 100
"""Characters to which Moodle cuts an ID number and a short name."""
ROWS = tuple[tuple[str, Sequence[str]], ...]


def is_moodle_csv(table: Table) -> bool:
    """Return whether the header is Moodle's."""
    return {"ID number", "Short name", "Is framework", "Parent ID number"} <= Header.of(
        table.rows[0], KNOWN
    ).places.keys()


def read_moodle_csv(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set in a competency framework of Moodle, and what became of every row.

    An ID number is the standard's code. A competency's kind is the framework's word for its depth. Rows that
    Moodle would pass over with all below them are kept and noted.
    """
    header = Header.of(table.rows[0], KNOWN)
    rows = tuple(zip(positions(table), table.rows, strict=True))[1:]
    account.add(Fate.READ, "rows", count=len(rows))
    frameworks = [pair for pair in rows if header.cell(pair[1], "Is framework") == "1"]
    about = _about(file, header, frameworks, account)
    below = [pair for pair in rows if header.cell(pair[1], "Is framework") != "1"]
    words = _words(header, frameworks)
    depths = _depths(header, below) if words else {}
    entries = [_entry(header, row, where, words, depths, account) for where, row in below]
    read = build(about, entries, account, file=file)
    return read, account.report(source=file, title=read.title)


def _about(
    file: str, header: Header, frameworks: Sequence[tuple[str, Sequence[str]]], account: Account
) -> dict[str, Any]:
    """Return the fields of the set, from the first row of a framework."""
    if not frameworks:
        account.add(Fate.NOTED, "files without the row of the framework, which Moodle would refuse", file)
        return about_set({}, file, account)
    (_, row), *more = frameworks
    account.add(Fate.KEPT, "rows about the set")
    for where, _ in more:
        account.add(Fate.LEFT_OUT, "further rows about the set; only the first one counts", where)
    number = header.cell(row, "ID number")
    told = {
        "identifier": derived_id("moodle", number) if number else "",
        "title": header.cell(row, "Short name"),
        "description": header.verbatim(row, "Description"),
    }
    return about_set(
        told, file, account, extensions={**({"ID number": number} if number else {}), **_kept(header, row)}
    )


def _kept(header: Header, row: Sequence[str]) -> dict[str, str]:
    """Return the cells that no field of ours holds, under Moodle's names."""
    cells = {name: header.verbatim(row, name) for name in COLUMNS if name not in TOLD}
    return {name: text for name, text in {**cells, **header.rest(row)}.items() if text}


def _words(header: Header, frameworks: Sequence[tuple[str, Sequence[str]]]) -> list[str]:
    """Return the framework's words for its levels, from the top down."""
    told = header.cell(frameworks[0][1], "Taxonomy") if frameworks else ""
    return [word.strip() for word in told.split(",")] if told else []


def _depths(header: Header, rows: Sequence[tuple[str, Sequence[str]]]) -> dict[str, int]:
    """Return how deep each ID number stands, 0 at the top; a number that goes round in a circle has none."""
    parents = {header.cell(row, "ID number"): header.cell(row, "Parent ID number") for _, row in rows}
    depths: dict[str, int] = {"": -1}
    for number in parents:
        path: dict[str, None] = {}
        here = number
        while here in parents and here not in depths and here not in path:
            path[here] = None
            here = parents[here]
        start = depths.get(here, -1)
        depths.update((one, start + place) for place, one in enumerate(reversed(path), start=1))
    return depths


def _entry(
    header: Header, row: Sequence[str], where: str, words: Sequence[str], depths: Mapping[str, int], account: Account
) -> Entry:
    number, name = header.cell(row, "ID number"), header.cell(row, "Short name")
    description = header.verbatim(row, "Description")
    if not (number and name):
        account.add(
            Fate.NOTED, "rows that Moodle would pass over with all below them: no ID number or short name", where
        )
    if max(len(number), len(name)) > LONGEST:
        account.add(Fate.NOTED, f"ID numbers or short names that Moodle would cut to {LONGEST} characters", where)
    depth = depths.get(number, -1) if number else -1
    texts = {
        "code": number,
        "statement": description or name,
        "label": name if description else "",
        "kind": words[depth] if 0 <= depth < len(words) else "",
    }
    links = tuple(
        Link(where=where, type="isRelatedTo", target=unquote(one.strip()))
        for one in header.cell(row, "Cross-referenced competency ID numbers").split(",")
        if one.strip()
    )
    account.add(Fate.READ, "associations", count=len(links))
    kept = _kept(header, row)
    return Entry(
        where=where,
        texts={name: text for name, text in texts.items() if text},
        parent=header.cell(row, "Parent ID number"),
        links=links,
        rest={"extensions": kept} if kept else {},
    )
