"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) -> tables, through calamine."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import BadFile
from workbench.standards.report import Account
from workbench.standards.table_limits import Cleaner
from workbench.standards.tables import Table

EXACT = 1e15
"""From here on a float no longer holds every whole number to its last digit."""


def read_workbook(path: Path, content: bytes, account: Account) -> list[Table]:
    """Return the sheets of a workbook that hold something; raise BadFile where it cannot be opened."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    cleaner = Cleaner(path.name, account)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as book:
            sheets = [(name, book.get_sheet_by_name(name)) for name in book.sheet_names]
            tables = [_table(name, sheet.to_python(skip_empty_area=False), cleaner) for name, sheet in sheets]
    except PasswordError:
        raise BadFile(f"“{path.name}” is locked with a password. Save it without one, and add it again.") from None
    except CalamineError as error:
        raise BadFile(f"“{path.name}” cannot be opened as a workbook ({error}). Save it again as .xlsx.") from None
    return [table for table in tables if table.rows]


def _table(name: str, values: Sequence[Sequence[object]], cleaner: Cleaner) -> Table:
    rows = [
        (line, cleaner.row([as_shown(value) for value in row], f"sheet {name}, row {line}"))
        for line, row in enumerate(values, start=1)
    ]
    return Table(name=name, rows=tuple(row for _, row in rows if row), lines=tuple(line for line, row in rows if row))


def as_shown(value: object) -> str:
    """Return a cell as people see it.

    >>> as_shown(1.0), as_shown(0.1 + 0.2), as_shown(True), as_shown(dt.datetime(2024, 7, 1))
    ('1', '0.3', 'TRUE', '2024-07-01')
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < EXACT else f"{value:.15g}"
    if isinstance(value, dt.datetime):
        return value.isoformat().removesuffix("T00:00:00")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
