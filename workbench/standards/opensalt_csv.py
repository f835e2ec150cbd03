"""OpenSALT's CSV of a framework's items, in the 19 columns that it takes; also its item sheet saved as CSV."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workbench.model import StandardSet
from workbench.standards.about import about_set
from workbench.standards.building import build
from workbench.standards.case_rows import read_entries
from workbench.standards.columns import Header
from workbench.standards.opensalt_levels import place_by_level
from workbench.standards.report import Account, ImportReport
from workbench.standards.tables import Table


def read_opensalt_csv(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    """Return the set in a table with OpenSALT's column names, and what became of every row.

    The parent is the standard whose identifier or code “isChildOf” holds; where that is empty, the one whose
    code is left when the end of the code is cut off. In an item sheet the smart level says it. A row may come
    again to give its standard a further association. ``file`` names the file in sentences.
    """
    header = Header.of(table.rows[0])
    if "smartLevel" in header.places:
        entries = read_entries(header, table, account, place_by_level)
    else:
        codes = {header.cell(row, "humanCodingScheme") for row in table.rows[1:]}
        entries = read_entries(header, table, account, lambda header, row: {"parent": _parent(header, row, codes)})
    read = build(about_set({}, file, account), entries, account, file=file)
    return read, account.report(source=file, title=read.title)


def _parent(header: Header, row: Sequence[str], codes: Collection[str]) -> str:
    """Return the parent's identifier or code, from the row or from its own code; empty at the top."""
    if told := header.cell(row, "isChildOf"):
        return told
    code = header.cell(row, "humanCodingScheme")
    while code:
        code = code.rpartition(".")[0]
        if code in codes:
            return code
    return ""
