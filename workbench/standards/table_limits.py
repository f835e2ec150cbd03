"""What a table may hold: limits that keep the memory bounded, and signs that cannot be stored."""

from __future__ import annotations

import re
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

TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Signs that make text run the other way."""


@dataclass(slots=True)
class Cleaner:
    """Takes the rows of one file: cuts empty ends, takes out what no file can hold, and keeps count of cells."""

    file: str
    account: Account
    cells: int = field(default=0, init=False)

    def row(self, cells: Sequence[str], where: str) -> tuple[str, ...]:
        """Return a row without the empty cells at its end; raise BadFile where a limit is passed."""
        text = "".join(cells)
        if "\0" in text:
            reason = "rows with NUL characters, which no project can hold; they were taken out"
            self.account.add(Fate.REPAIRED, reason, where)
            cells = [cell.replace("\0", "") for cell in cells]
        end = len(cells)
        while end and not cells[end - 1]:
            end -= 1
        self.cells += end
        self._check(end, cells, text, where)
        return tuple(cells[:end])

    def _check(self, end: int, cells: Sequence[str], text: str, where: str) -> None:
        """Raise BadFile where a limit is passed; note what deserves a look."""
        if end > COLUMNS:
            raise BadFile(f"“{self.file}” has more than {COLUMNS:,} columns ({where}). Export the columns you need.")
        if self.cells > CELLS:
            raise BadFile(f"“{self.file}” has more than {CELLS:,} cells. Export it in smaller parts.")
        if len(text) > LONGEST and max(map(len, cells)) > LONGEST:
            raise BadFile(
                f"“{self.file}” has a cell of more than {LONGEST:,} characters ({where}), as no spreadsheet program "
                "writes it. Shorten the cell."
            )
        if TURNING.search(text):
            self.account.add(Fate.NOTED, "rows with signs that turn the direction of writing, kept", where)
