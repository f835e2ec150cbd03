"""A district's own prerequisites: a CSV file of two codes a row, what comes before and what comes after."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from workbench.errors import BadFile
from workbench.standards.source import read_bytes


def read_prerequisites(path: Path) -> tuple[tuple[str, str], ...]:
    """Return (before, after) of each row, as codes or identifiers; the first row holds the names of the columns.

    Columns after the second are not read. Raises MissingFile, or BadFile with the line.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        raise BadFile(f"“{path.name}” is not written in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise BadFile(f"“{path.name}” cannot be read as CSV ({error}). Export it again.") from None
    found = []
    for line, row in enumerate(rows[1:], start=2):
        cells = [cell.strip() for cell in row[:2]]
        if not any(cells):
            continue
        if len(cells) < 2 or not all(cells):  # noqa: PLR2004  # before and after
            raise BadFile(f"Row {line} of “{path.name}” must name two standards: what comes before and what after.")
        found.append((cells[0], cells[1]))
    return tuple(found)
