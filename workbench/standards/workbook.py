"""Workbooks (.xlsx, .xlsm, .xlsb, .xls, .ods) -> tables, through calamine."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.errors import BadFile
from workbench.standards.report import Account
from workbench.standards.table_limits import Cleaner
from workbench.standards.tables import ZIP, Table
from workbench.standards.workbook_limits import checked_archive
from workbench.standards.workbook_zeros import Widths, shown_widths

EXACT = 1e15
"""From here on a float no longer holds every whole number to its last digit."""
SECONDS = 120
"""How long reading one of the other kinds of workbooks may take."""


def read_workbook(path: Path, content: bytes, account: Account) -> list[Table]:
    """Return the sheets of a workbook that hold something; raise BadFile where it cannot be opened.

    Only of .xlsx and .xlsm can be told beforehand how far their cells spread, so the other kinds are read in a
    process whose memory is bounded.
    """
    book, modern = checked_archive(path.name, content) if content.startswith(ZIP) else (io.BytesIO(content), False)
    cleaner = Cleaner(path.name, account)
    if modern:
        sheets: Any = _with_zeros(sheets_of(path.name, book), shown_widths(book))
    else:
        sheets = _sheets_apart(path.name, book.getvalue())
    tables = [_table(name, rows, cleaner) for name, rows in sheets]
    return [table for table in tables if table.rows]


def sheets_of(file: str, book: io.BytesIO) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """Yield each sheet of a workbook: its name, and its rows from the first one on; raise BadFile."""
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    book.seek(0)
    try:
        with CalamineWorkbook.from_filelike(book) as opened:
            for name in opened.sheet_names:
                sheet = opened.get_sheet_by_name(name)
                yield name, ([as_shown(value) for value in row] for row in sheet.to_python(skip_empty_area=False))
    except PasswordError:
        raise BadFile(f"“{file}” is locked with a password. Save it without one, and add it again.") from None
    except BadFile:
        raise
    except (CalamineError, OSError, ValueError) as error:
        raise BadFile(f"“{file}” cannot be opened as a workbook ({error!s:.80}). Save it again as .xlsx.") from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise BadFile(f"“{file}” is damaged and cannot be opened as a workbook. Save it again as .xlsx.") from None


def _with_zeros(
    sheets: Iterable[tuple[str, Iterable[list[str]]]], widths: Mapping[str, Widths]
) -> Iterator[tuple[str, Iterable[list[str]]]]:
    """Yield the sheets with the leading zeros that their formats show."""
    for name, rows in sheets:
        found = widths.get(name)
        yield name, (_padded(line, row, found) for line, row in enumerate(rows, start=1)) if found else rows


def _padded(line: int, row: list[str], widths: Widths) -> list[str]:
    return [cell.zfill(widths.get((line, place), 0)) for place, cell in enumerate(row, start=1)]


def _sheets_apart(file: str, book: bytes) -> list[tuple[str, list[list[str]]]]:
    """Return the sheets of a workbook, read in a process of its own."""
    paths = os.pathsep.join(path for path in sys.path if path)
    command = [sys.executable, "-m", "workbench.standards.workbook_apart", file]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and the file's name goes in as one argument
            command,
            input=book,
            capture_output=True,
            check=False,
            timeout=SECONDS,
            env={**os.environ, "PYTHONPATH": paths},
        )
    except subprocess.TimeoutExpired:
        raise BadFile(f"“{file}” takes too long to open. Save it again as .xlsx.") from None
    if done.returncode:
        raise BadFile(f"“{file}” takes too much memory to open, or is damaged. Save it again as .xlsx.")
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise BadFile(answer["refused"])
    return [(name, rows) for name, rows in answer["sheets"]]


def _table(name: str, rows: Any, cleaner: Cleaner) -> Table:
    kept = [
        (line, row) for line, cells in enumerate(rows, 1) if (row := cleaner.row(cells, f"sheet {name}, row {line}"))
    ]
    return Table(name=name, rows=tuple(row for _, row in kept), lines=tuple(line for line, _ in kept))


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
