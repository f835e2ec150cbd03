"""OpenSALT's workbook of three sheets: “CF Doc”, “CF Item”, “CF Association”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.model import StandardSet
from workbench.standards.about import about_set, as_moment
from workbench.standards.building import build
from workbench.standards.building_links import Link
from workbench.standards.case_associations import TYPES
from workbench.standards.case_fields import node_id
from workbench.standards.case_rows import read_entries
from workbench.standards.columns import Header, letters, positions, split_list
from workbench.standards.opensalt_levels import place_by_level
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

DOCUMENT = (
    "identifier", "creator", "title", "lastChangeDate", "officialSourceURL", "publisher", "description", "subject",
    "language", "version", "adoptionStatus", "statusStartDate", "statusEndDate", "licenseTitle", "licenseText", "notes",
)  # fmt: skip
ITEM = (
    "identifier", "fullStatement", "humanCodingScheme", "smartLevel", "listEnumeration", "abbreviatedStatement",
    "conceptKeywords", "notes", "language", "educationLevel", "CFItemType", "license",
)  # fmt: skip
ASSOCIATION = (
    "identifier", "originNodeURI", "originNodeIdentifier", "originNodeHumanCodingScheme", "associationType",
    "destinationNodeURI", "destinationNodeIdentifier", "destinationNodeHumanCodingScheme", "associationGroupIdentifier",
    "associationGroupName",
)  # fmt: skip
"""The columns of each sheet in their order, which counts where their names cannot be read."""

SPELLED = {letters(one): one for one in TYPES}
"""Types of associations as OpenSALT's sheets are compared: without blanks, small."""


def is_opensalt_workbook(tables: Sequence[Table]) -> bool:
    """Return whether the sheets are OpenSALT's."""
    return "cfitem" in _sheets(tables)


def read_opensalt_workbook(file: str, tables: Sequence[Table], account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set in OpenSALT's three sheets, and what became of every row.

    The smart level alone makes the tree; associations that say the same lend it their identifiers. Columns
    beyond OpenSALT's are kept in the standard's ``extra["CFItem"]["extensions"]``.
    """
    sheets = _sheets(tables)
    about = _about(file, sheets.get("cfdoc"), account)
    items = sheets["cfitem"]
    header = _header(items, ITEM, needed="fullStatement")
    entries = read_entries(header, items, account, place_by_level, sheet=items.name)
    links = _links(sheets.get("cfassociation"), account)
    read = build(about, entries, account, file=file, links=links)
    return read, account.report(source=file, title=read.title)


def _sheets(tables: Sequence[Table]) -> dict[str, Table]:
    return {letters(table.name): table for table in tables}


def _header(table: Table, names: Sequence[str], *, needed: str) -> Header:
    """Return the columns by their names, or by their places where ``needed`` is not among the names."""
    known = {letters(name): name for name in (*names, "license")}
    header = Header.of(table.rows[0], known)
    if needed in header.places:
        return header
    beyond = Header.of(table.rows[0][len(names) :], {})
    others = tuple((place + len(names), name) for place, name in beyond.others)
    return Header({name: place for place, name in enumerate(names)}, others)


def _about(file: str, table: Table | None, account: Account) -> dict[str, Any]:
    """Return what the sheet of the document says of the set."""
    if table is None or len(table.rows) == 1:
        return about_set({}, file, account)
    header = _header(table, DOCUMENT, needed="title")
    first, *more = table.rows[1:]
    account.add(Fate.READ, "rows about the set", count=1 + len(more))
    account.add(Fate.KEPT, "rows about the set")
    account.add(Fate.LEFT_OUT, "further rows about the set; only the first one counts", count=len(more))
    told = {name: header.cell(first, name) for name in header.places}
    told["licenseTitle"] = told.get("licenseTitle") or told.get("license", "")
    told["lastChangeDateTime"] = as_moment(told.pop("lastChangeDate", ""))
    subjects = tuple(split_list(told.pop("subject", ""), "|"))
    further = {
        name: text for name, text in {**header.rest(first), "licenseText": told.pop("licenseText", "")}.items() if text
    }
    told.pop("license", None)
    return about_set(told, file, account, subjects=subjects, extensions=further)


def _links(table: Table | None, account: Account) -> list[Link]:
    if table is None:
        return []
    header = _header(table, ASSOCIATION, needed="associationType")
    account.add(Fate.READ, "associations", count=len(table.rows) - 1)
    rows = zip(positions(table, table.name), table.rows, strict=True)
    return [_link(header, row, where) for where, row in rows][1:]


def _link(header: Header, row: Sequence[str], where: str) -> Link:
    cells: Mapping[str, str] = {name: header.cell(row, name) for name in ASSOCIATION}
    said = cells["associationType"]
    extra: dict[str, Any] = {
        f"{end}NodeURI": {"title": cells[f"{end}NodeHumanCodingScheme"], "identifier": _end(cells, end), "uri": uri}
        for end in ("origin", "destination")
        if (uri := cells[f"{end}NodeURI"])
    }
    if group := cells["associationGroupIdentifier"] or cells["associationGroupName"]:
        extra["CFAssociationGroupingURI"] = {"title": cells["associationGroupName"], "identifier": group}
    if further := header.rest(row):
        extra["extensions"] = further
    return Link(
        where=where,
        type=SPELLED.get(letters(said), said),
        origin=_end(cells, "origin"),
        target=_end(cells, "destination"),
        identifier=cells["identifier"],
        extra=extra,
    )


def _end(cells: Mapping[str, str], end: str) -> str:
    """Return what names one end: its identifier, else its code, else the last part of its address."""
    return cells[f"{end}NodeIdentifier"] or cells[f"{end}NodeHumanCodingScheme"] or node_id(cells[f"{end}NodeURI"])
