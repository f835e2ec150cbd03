"""Tables of foreign files: rows of text, whatever the file was."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet of a workbook, or the whole of a CSV file: every cell as text, nothing interpreted.

    ``rows`` may be ragged. ``lines`` tells where each row stands in the file: the number that the spreadsheet
    program shows, or the first line of the row in a text file; both count from 1.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]
