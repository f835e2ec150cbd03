"""Writing small tables for tests."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import openpyxl

from workbench.standards import Fate, ImportReport

SHEET = "xl/worksheets/sheet1.xml"


def as_csv(rows: Iterable[Sequence[str]], separator: str = ",") -> str:
    """Return rows as the text of a CSV file."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return text.getvalue()


def write_csv(folder: Path, rows: Iterable[Sequence[str]], name: str = "table.csv") -> Path:
    """Write rows as CSV in UTF-8 and return the file."""
    return write_bytes(folder, as_csv(rows).encode(), name)


def write_bytes(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    """Write ``content`` and return the file."""
    path = folder / name
    path.write_bytes(content)
    return path


def write_workbook(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]], name: str = "book.xlsx") -> Path:
    """Write a workbook and return the file; nothing in it is a formula."""
    book = openpyxl.Workbook()
    assert book.active is not None
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row, values in enumerate(rows, start=1):
            for column, value in enumerate(values, start=1):
                cell = sheet.cell(row, column, value)
                if isinstance(value, str):
                    cell.data_type = "s"
    path = folder / name
    book.save(path)
    return path


def with_sheet(path: Path, rows: bytes, before: bytes = b"") -> Path:
    """Put other rows, as XML, into the first sheet of a workbook."""
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = b'%s<worksheet xmlns="%s"><sheetData>%s</sheetData></worksheet>' % (before, space, rows)
    return repacked(path, lambda name, part: sheet if name == SHEET else part)


def repacked(path: Path, change: Callable[[str, bytes], bytes]) -> Path:
    """Pack an archive anew with its parts changed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: change(name, archive.read(name)) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return path


def balances(report: ImportReport) -> bool:
    """Return whether all that was read was kept or left out."""
    return report.count(Fate.READ) == report.count(Fate.KEPT) + report.count(Fate.LEFT_OUT)


def reasons(report: ImportReport, fate: Fate) -> dict[str, int]:
    """Return one column of a report by reason."""
    return {tally.reason: tally.count for tally in report.tallies(fate)}
