"""Files with a framework of the district's own, as rows: tables as they are, CASE packages put into rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import BadFile
from workbench.localize import _

if TYPE_CHECKING:
    from workbench.incoming import Block


def read_own(path: Path) -> tuple[list[Block], tuple[str, ...]]:
    """Return the sheets of a file of our own things, and what is to be said of its reading.

    A workbook, CSV, or a CASE package. Raises MissingFile or BadFile.
    """
    from workbench.incoming import block_of
    from workbench.incoming.case_rows import rows_of_set
    from workbench.standards import read_case
    from workbench.standards.report import Account
    from workbench.standards.source import read_bytes
    from workbench.standards.tables import JSON, read_tables

    if JSON.match(read_bytes(path)):
        found, report = read_case(path)
        sheets, notes = rows_of_set(found)
        return [block_of(rows, name=name) for name, rows in sheets if len(rows) > 1], (*report.sentences()[1:], *notes)
    account = Account()
    blocks = [block_of(table.rows, name=table.name, lines=table.lines) for table in read_tables(path, account)]
    if not blocks:
        raise BadFile(_("“{name}” holds no rows. Choose the file that has them.", name=path.name))
    return blocks, account.report(source=path.name, title="").sentences()[1:]
