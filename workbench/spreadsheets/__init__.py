"""What spreadsheet files have in common, whoever writes them.

Text that people typed is data in all of them: never a formula, never lost without a word.
"""

from workbench.spreadsheets.cells import LONGEST, Mended, clean, escaped, lines_in, pieces, units
from workbench.spreadsheets.csv_file import csv_bytes, guarded, unguarded
from workbench.spreadsheets.long_sheets import LongSheet, long_workbook
from workbench.spreadsheets.saving import saved

__all__ = [
    "LONGEST",
    "LongSheet",
    "Mended",
    "clean",
    "csv_bytes",
    "escaped",
    "guarded",
    "lines_in",
    "long_workbook",
    "pieces",
    "saved",
    "unguarded",
    "units",
]
