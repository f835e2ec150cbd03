"""What a table may hold: limits that keep the memory bounded, and signs that cannot be stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.errors import BadFile
from workbench.standards.report import Account, Fate

COLUMNS = 16_384
"""The widest sheet that a spreadsheet program can write."""
CELLS = 10_000_000
"""Cells of one file: 250,000 rows of 40."""
LONGEST = 131_072
"""Characters of one cell. Spreadsheet programs hold 32,767; Python's ``csv`` reads this many."""


@dataclass(slots=True)
class Cleaner:
    """Takes the rows of one file: cuts empty ends, takes out what no file can hold, and keeps count of cells."""

    file: str
    account: Account
    cells: int = field(default=0, init=False)

    def row(self, cells: Sequence[str], where: str) -> tuple[str, ...]:
        """Return a row without the empty cells at its end; raise BadFile where a limit is passed."""
        end = len(cells)
        while end and not cells[end - 1]:
            end -= 1
        if not end and cells:
            self.account.add(Fate.NOTED, "rows without any text, passed over", where)
        self.cells += end
        if end > COLUMNS:
            raise BadFile(f"“{self.file}” has more than {COLUMNS:,} columns ({where}). Export the columns you need.")
        if self.cells > CELLS:
            raise BadFile(f"“{self.file}” has more than {CELLS:,} cells. Export it in smaller parts.")
        row = tuple(cells[:end])
        return self._without_nul(row, where) if any("\0" in cell for cell in row) else row

    def _without_nul(self, row: tuple[str, ...], where: str) -> tuple[str, ...]:
        self.account.add(
            Fate.REPAIRED, "rows with NUL characters, which no project can hold; they were taken out", where
        )
        return tuple(cell.replace("\0", "") for cell in row)
