"""Tables of foreign files: rows of text, whatever the file was."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import BadFile

if TYPE_CHECKING:
    from workbench.standards.report import Account

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How workbooks begin: the newer kinds are zip archives, .xls is an OLE container."""

JSON = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"|\[\s*[{\["])')
"""How JSON begins: an object with a name, or a list of objects, lists or texts. No row of a table does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook, or the whole of a CSV file: every cell as text, nothing interpreted.

    ``rows`` may be ragged: empty cells at the end of a row and rows of empty cells are not in it. ``lines``
    tells where each row stands in the file: the number that the spreadsheet program shows, or the first line
    of the row in a text file; both count from 1.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]


def read_tables(path: Path, account: Account) -> list[Table]:
    """Return the sheets of a workbook, or the one table of a text file, without those that are empty.

    The content decides what the file is, not the suffix. Workbooks: .xlsx, .xlsm, .xlsb, .xls, .ods. Text: commas,
    semicolons, tabs or bars between the cells, in any encoding that can be told; which it was is noted in
    ``account``. Raises MissingFile or BadFile.
    """
    from workbench.standards.source import read_bytes

    content = read_bytes(path)
    if content.startswith((ZIP, OLE)):
        from workbench.standards.workbook import read_workbook

        return read_workbook(path, content, account)
    if JSON.match(content):
        raise BadFile(f"“{path.name}” is JSON, no table. If it is a CASE package, add it without a mapping.")
    from workbench.standards.delimited import read_delimited

    table = read_delimited(path, content, account)
    return [table] if table.rows else []
