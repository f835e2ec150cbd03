"""Finding the sheets of a mapping in the tables of a file: by their headers, and by name where two have the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.standards.mapping import ColumnMapping, SheetMapping
from workbench.standards.mapping_shape import LOOKED_AT, column_names, trimmed, width
from workbench.standards.mapping_words import fold, signature
from workbench.standards.tables import Table


@dataclass(frozen=True, slots=True)
class Located:
    """A sheet of a mapping in a table: its header begins at row ``start``, ``places`` says where each column is."""

    sheet: SheetMapping
    table: Table
    start: int
    names: tuple[str, ...]
    places: dict[str, int]

    @property
    def body(self) -> int:
        """The index of the first row below the header."""
        return self.start + self.sheet.header_rows


def locate(tables: Sequence[Table], mapping: ColumnMapping) -> tuple[Located | None, ...]:
    """Return for each table the sheet of the mapping that it is, None where it is none of them."""
    return tuple(None if table.name in mapping.left_out else _locate(table, mapping) for table in tables)


def fits(tables: Sequence[Table], mapping: ColumnMapping) -> bool:
    """Return whether every sheet of the mapping is among the tables, and no table is unknown to it."""
    found = locate(tables, mapping)
    there = {one.sheet.name for one in found if one}
    unknown = [table.name for table, one in zip(tables, found, strict=True) if one is None and table.rows]
    alike = {signature(sheet.columns) for sheet in mapping.sheets if sheet.name in there}
    missing = [sheet.name for sheet in mapping.sheets if signature(sheet.columns) not in alike]
    return bool(there) and not missing and set(unknown) <= set(mapping.left_out)


def _locate(table: Table, mapping: ColumnMapping) -> Located | None:
    named = sorted(mapping.sheets, key=lambda sheet: sheet.name != table.name)
    return next((found for sheet in named if (found := _place(table, sheet))), None)


def _place(table: Table, sheet: SheetMapping) -> Located | None:
    columns = max(width(table), len(sheet.columns))
    wanted = signature(sheet.columns)
    if not sheet.header_rows or not wanted:
        return _without_header(table, sheet)
    for start in range(min(LOOKED_AT, len(table.rows))):
        rows = table.rows[start : start + sheet.header_rows]
        if len(rows) == sheet.header_rows and any(trimmed(rows[0])):
            names = column_names(rows, columns)
            if signature(names) == wanted:
                return Located(sheet, table, start, names, _places(names, sheet.columns))
    return None


def _without_header(table: Table, sheet: SheetMapping) -> Located | None:
    if width(table) != len(sheet.columns):
        return None
    start = next((place for place, row in enumerate(table.rows) if any(trimmed(row))), 0)
    return Located(sheet, table, start, sheet.columns, {name: place for place, name in enumerate(sheet.columns)})


def _places(names: Sequence[str], columns: Sequence[str]) -> dict[str, int]:
    """Return where each column of a mapping stands in this table; a column without a header stays in its place."""
    exact = {name: place for place, name in enumerate(names)}
    alike = {fold(name): place for place, name in reversed(list(enumerate(names)))}
    found = {column: exact.get(column, alike.get(fold(column), -1)) for column in columns}
    return {column: place for column, place in found.items() if place >= 0}
