"""The rows of one sheet, read by a mapping: each becomes a standard or a heading, or is left out for a reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.standards.mapping_cells import Entry, RowReader
from workbench.standards.mapping_grades import read_grades
from workbench.standards.mapping_locate import Located
from workbench.standards.mapping_place import Placing
from workbench.standards.mapping_shape import repeats_header
from workbench.standards.report import Account, Fate


class SheetReader:
    """Reads the rows of one sheet and accounts for each."""

    def __init__(self, located: Located, account: Account) -> None:
        self.located, self.sheet, self.account = located, located.sheet, account
        self.header = located.table.rows[located.start : located.body]
        self.reader = RowReader(located, account)
        self.placing = Placing(located, self.reader, account)
        self.heads = [column for heading in self.sheet.headings for column in (heading.text, heading.code) if column]

    def read(self) -> Iterator[Entry]:
        """Yield the entries of the sheet, headings before what stands below them; every row is accounted for."""
        table = self.located.table
        self.account.add(Fate.READ, "rows", count=len(table.rows))
        self._leave("rows above the header", range(self.located.start))
        self._leave("rows of the header", range(self.located.start, self.located.body))
        last = self._last_row()
        seen: dict[tuple[Any, ...], None] = {}
        if self.sheet.heading:
            yield self.placing.top
        for place in range(self.located.body, len(table.rows)):
            row = table.rows[place]
            if not any(map(str.strip, row)):
                self._leave("empty rows", [place], say=False)
            elif repeats_header(row, self.header):
                self._leave("rows that repeat the header", [place])
            elif place > last:
                self._leave("lines below the table", [place])
            else:
                yield from self._row(place, row, seen)

    def _last_row(self) -> int:
        """Return the index of the last row that is more than a single cell outside the columns of the standards."""
        own = {
            self.located.places.get(name)
            for name in (self.sheet.statement, self.sheet.label, *self.sheet.code, *self.heads)
        }
        rows = self.located.table.rows
        for place in range(len(rows) - 1, self.located.body - 1, -1):
            filled = [column for column, cell in enumerate(rows[place]) if cell.strip()]
            if len(filled) > 1 or (filled and filled[0] in own and not self._is_remark(rows[place], filled[0])):
                return place
        return self.located.body - 1

    def _is_remark(self, row: Sequence[str], place: int) -> bool:
        """Return whether a lone cell is a text in a column of codes or headings, as a source line below a table."""
        short = [self.located.places.get(name) for name in (*self.sheet.code, *self.heads)]
        statement = self.located.places.get(self.sheet.statement)
        return place != statement and place in short and (len(row[place].split()) > 3 or ":" in row[place])

    def _leave(self, reason: str, places: Sequence[int], *, say: bool = True) -> None:
        for place in places:
            row = self.located.table.rows[place]
            shown = " | ".join(cell.strip() for cell in row if cell.strip())[:80] if say else ""
            self.account.add(Fate.LEFT_OUT, reason, f"{self._where(place)}: {shown}" if shown else self._where(place))

    def _where(self, place: int) -> str:
        return f"“{self.located.table.name}”, row {self.located.table.lines[place]}"

    def _row(self, place: int, row: Sequence[str], seen: dict[tuple[Any, ...], None]) -> Iterator[Entry]:
        entry = self.reader.read(self._where(place), row, section=self.placing.section)
        told = bool(entry.statement or entry.code or entry.label)
        lone = sum(bool(cell.strip()) for cell in row) == 1
        if self.sheet.section_rows and lone and self._starts_section(entry, row):
            yield self._section(entry, row)
            return
        headings = list(self.placing.headings(row, entry.where, entry.scope))
        yield from headings
        if not told:
            self._without_wording(place, headings, entry)
            return
        key = (*(cell.strip() for cell in row), *self.placing.state())
        if not self.sheet.level_by and key in seen:
            self._leave("rows that repeat an earlier one exactly", [place])
            return
        seen[key] = None
        entry.row = "standard"
        entry.above = self.placing.above(row, entry)
        yield entry

    def _starts_section(self, entry: Entry, row: Sequence[str]) -> bool:
        if entry.statement and not self.sheet.code:
            return False
        return not any(self.reader.cell(row, name) for name in self.heads) and (
            not entry.code or " " in entry.code or not _has_digit(entry.code)
        )

    def _section(self, entry: Entry, row: Sequence[str]) -> Entry:
        entry.statement = next(cell.strip() for cell in row if cell.strip())
        entry.code, entry.label, entry.beside = "", "", {}
        entry.grades = read_grades(entry.statement) or () if self.sheet.grades_above else ()
        entry.row = "heading"
        self.placing.begin(entry)
        return entry

    def _without_wording(self, place: int, headings: list[Entry], entry: Entry) -> None:
        if headings:
            headings[-1].beside.update(entry.beside)
            headings[-1].grades, headings[-1].notes = entry.grades, entry.notes
            headings[-1].identifier = entry.identifier
            headings[-1].kind = entry.kind or headings[-1].kind
            headings[-1].row = "heading"
        else:
            self._leave("rows without code and wording", [place])


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
