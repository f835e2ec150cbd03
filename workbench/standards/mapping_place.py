"""Where the rows of a sheet stand: below headings beside them, below a heading row, below a row of a higher level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from workbench.standards.mapping_cells import Entry, RowReader
from workbench.standards.mapping_locate import Located
from workbench.standards.mapping_profile import indent
from workbench.standards.report import Account, Fate

LOOSE = "rows of a heading column left empty while a higher one is filled, read as the heading above"


class Placing:
    """Remembers, row by row, what stands above the next one: ``section``, headings, levels."""

    def __init__(self, located: Located, reader: RowReader, account: Account) -> None:
        self._located, self._sheet, self._account = located, located.sheet, account
        self._cell = reader.cell
        name = located.table.name
        self.top = Entry(where=f"“{name}”", sheet=name, scope=name, statement=self._sheet.heading)
        self.section: Entry | None = None
        self._outline = self._is_outline()
        self._headings: dict[tuple[Any, ...], Entry] = {}
        self._path: list[tuple[str, str]] = [("", "")] * len(self._sheet.headings)
        self._stack: list[tuple[int, Entry]] = []
        self._latest = 1

    def begin(self, section: Entry) -> None:
        """Let a heading row stand over the rows that follow."""
        section.above = self.top if self._sheet.heading else None
        self.section = section
        self._path = [("", "")] * len(self._path)
        self._stack.clear()

    def state(self) -> tuple[Any, ...]:
        """Return what stands above by place, to tell whether two equal rows say the same."""
        return (*self._path, id(self.section))

    def headings(self, row: Sequence[str], where: str, scope: str) -> Iterator[Entry]:
        """Yield the headings that begin with this row, and remember which ones stand above it."""
        if not self._sheet.headings:
            return
        filled = False
        for depth, heading in enumerate(self._sheet.headings):
            pair = (self._cell(row, heading.text), self._cell(row, heading.code))
            if any(pair):
                if pair != self._path[depth]:
                    self._path[depth:] = [pair, *[("", "")] * (len(self._path) - depth - 1)]
                filled = True
            elif filled and any(self._path[depth]):
                self._account.add(Fate.NOTED, LOOSE, f"{where}, “{heading.text or heading.code}”")
        above = self._root()
        for depth, pair in enumerate(self._path):
            if not any(pair):
                continue
            key = (id(self.section), scope, *self._path[: depth + 1])
            if key not in self._headings:
                column = self._sheet.headings[depth].text or self._sheet.headings[depth].code
                self._headings[key] = Entry(
                    where=where,
                    sheet=self._located.table.name,
                    scope=scope,
                    code=pair[1],
                    statement=pair[0],
                    kind=column,
                    above=above,
                )
                yield self._headings[key]
            above = self._headings[key]

    def _root(self) -> Entry | None:
        return self.section or (self.top if self._sheet.heading else None)

    def above(self, row: Sequence[str], entry: Entry) -> Entry | None:
        """Return what stands above a standard by its place: a level before it, its headings, the section, the sheet."""
        depths = [depth for depth, pair in enumerate(self._path) if any(pair)]
        base = (
            self._headings[(id(self.section), entry.scope, *self._path[: depths[-1] + 1])] if depths else self._root()
        )
        if not self._sheet.level_by:
            return base
        level = self._level(row, entry)
        while self._stack and self._stack[-1][0] >= level:
            self._stack.pop()
        above = self._stack[-1][1] if self._stack else base
        self._stack.append((level, entry))
        self._latest = level
        return above

    def _level(self, row: Sequence[str], entry: Entry) -> int:
        sheet = self._sheet
        if sheet.level_by == "indentation":
            place = self._located.places.get(sheet.statement, -1)
            return indent(row[place]) if 0 <= place < len(row) else self._latest
        text = self._cell(row, sheet.level)
        if sheet.level_by == "words" and text in sheet.level_words:
            return sheet.level_words.index(text)
        parts = text.rstrip(".").split(".")
        if sheet.level_by == "number" and all(part.isdecimal() and len(part) < 6 for part in parts):
            return len(parts) if len(parts) > 1 or self._outline else int(parts[0])
        self._account.add(
            Fate.NOTED,
            "levels that cannot be read; the row is put beside the one before it",
            f"{entry.where}: {text[:60] or 'empty'}",
        )
        return self._latest

    def _is_outline(self) -> bool:
        """Whether the levels are written 1, 1.1, 1.1.1."""
        place = self._located.places.get(self._sheet.level, -1)
        rows = self._located.table.rows
        return any("." in row[place].strip().rstrip(".") for row in rows[self._located.body :] if 0 <= place < len(row))
