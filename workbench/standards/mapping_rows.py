"""The rows of one sheet, read by a mapping: each becomes a standard or a heading, or is left out for a reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.standards.columns import whole_number
from workbench.standards.mapping_grades import names_grade, read_grades
from workbench.standards.mapping_locate import Located
from workbench.standards.mapping_profile import MARKS, OPENING, UNMARKED, indent
from workbench.standards.mapping_shape import letters, repeats_header
from workbench.standards.report import Account, Fate

GRADE_LIST = re.compile(r"\s*[|,;]\s*")
"""Between grades that are written as we write them; such a list need not be kept beside."""

LOOSE = "rows of a heading column left empty while a higher one is filled, read as the heading above"


@dataclass(eq=False, slots=True)
class Entry:
    """A standard or heading before its place in the tree is known.

    ``scope``: within it a code names one standard. ``row``: what a row of the table is read as, “standard” or
    “heading”; empty for a heading that no row stands for. ``above``: what its place in the sheet says of its parent.
    ``same``: the earlier entry that it was joined to.
    """

    where: str
    sheet: str
    scope: str = ""
    document: str = ""
    identifier: str = ""
    code: str = ""
    statement: str = ""
    label: str = ""
    kind: str = ""
    grades: tuple[str, ...] = ()
    notes: str = ""
    parent: str = ""
    made: bool = False
    row: str = ""
    sequence: int | None = None
    above: Entry | None = None
    same: Entry | None = None
    beside: dict[str, Any] = field(default_factory=dict)


class SheetReader:
    """Reads the rows of one sheet; keeps what stood above: headings, levels, the section."""

    def __init__(self, located: Located, account: Account) -> None:
        self.located, self.sheet, self.account = located, located.sheet, account
        self.header = located.table.rows[located.start : located.body]
        self.verbatim = frozenset(located.places.get(column, -1) for column in self._verbatim())
        self.outline = self._is_outline()
        name = located.table.name
        self.top = Entry(where=f"“{name}”", sheet=name, scope=name, statement=self.sheet.heading, made=True)
        self.grades = self._grades_over()
        self.section: Entry | None = None
        self.headings: dict[tuple[Any, ...], Entry] = {}
        self.path: list[tuple[str, str]] = [("", "")] * len(self.sheet.headings)
        self.down: dict[str, str] = {}
        self.stack: list[tuple[int, Entry]] = []
        self.level = 1

    def _verbatim(self) -> set[str]:
        """Return the columns whose cells stand in a field of a standard as they are, and those left out."""
        sheet = self.sheet
        one = {sheet.label, sheet.kind, sheet.identifier}
        one |= {sheet.statement} if not sheet.code_in_statement else set()
        one |= set(sheet.code) if len(sheet.code) == 1 else set()
        one |= set(sheet.notes) if len(sheet.notes) == 1 else set()
        one |= {column for heading in sheet.headings for column in (heading.text, heading.code)}
        return one | set(sheet.left_out)

    def _grades_over(self) -> tuple[str, ...]:
        """Return the grades that the name of the sheet or a line above its header names."""
        titles = [cell for row in self.located.table.rows[: self.located.start] for cell in row]
        over = next((text for text in (self.located.table.name, *titles) if names_grade(text)), "")
        return read_grades(over) or ()

    def read(self) -> Iterator[Entry]:
        """Yield the entries of the sheet, headings before what stands below them; every row is accounted for."""
        table = self.located.table
        self.account.add(Fate.READ, "rows", count=len(table.rows))
        self._leave("rows above the header", range(self.located.start))
        self._leave("rows of the header", range(self.located.start, self.located.body))
        last = self._last_row()
        seen: dict[tuple[Any, ...], None] = {}
        if self.sheet.heading:
            yield self.top
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
        own = {self.located.places.get(name) for name in (self.sheet.statement, self.sheet.label, *self.sheet.code)}
        own |= {
            self.located.places.get(c) for heading in self.sheet.headings for c in (heading.text, heading.code) if c
        }
        rows = self.located.table.rows
        for place in range(len(rows) - 1, self.located.body - 1, -1):
            filled = [column for column, cell in enumerate(rows[place]) if cell.strip()]
            if len(filled) > 1 or (filled and filled[0] in own and not self._is_remark(rows[place], filled[0])):
                return place
        return self.located.body - 1

    def _is_remark(self, row: Sequence[str], place: int) -> bool:
        """Return whether a lone cell is a text in a column of codes, as a source line below a table."""
        codes = [self.located.places.get(name) for name in self.sheet.code]
        return place in codes and len(row[place].split()) > 3

    def _leave(self, reason: str, places: Sequence[int], *, say: bool = True) -> None:
        for place in places:
            row = self.located.table.rows[place]
            shown = " | ".join(cell.strip() for cell in row if cell.strip())[:80] if say else ""
            self.account.add(Fate.LEFT_OUT, reason, f"{self._where(place)}: {shown}" if shown else self._where(place))

    def _where(self, place: int) -> str:
        return f"“{self.located.table.name}”, row {self.located.table.lines[place]}"

    def _cell(self, row: Sequence[str], column: str) -> str:
        place = self.located.places.get(column, -1)
        cell = row[place].strip() if 0 <= place < len(row) else ""
        if column in self.sheet.fill_down:
            cell = self.down[column] = cell or self.down.get(column, "")
        return cell

    def _row(self, place: int, row: Sequence[str], seen: dict[tuple[Any, ...], None]) -> Iterator[Entry]:
        entry = self._entry(self._where(place), row)
        told = bool(entry.statement or entry.code or entry.label)
        lone = sum(bool(cell.strip()) for cell in row) == 1
        if self.sheet.section_rows and lone and self._starts_section(entry, row):
            yield from self._section(entry, row)
            return
        headings = list(self._headings(row, entry.where, entry.scope))
        yield from headings
        if not told:
            self._without_wording(place, headings, entry)
            return
        key = (*(cell.strip() for cell in row), *self.path, id(self.section))
        if not self.sheet.level_by and key in seen:
            self._leave("rows that repeat an earlier one exactly", [place])
            return
        seen[key] = None
        entry.row = "standard"
        entry.sequence = whole_number(self._cell(row, self.sheet.sequence))
        entry.above = self._above(row, entry)
        yield entry

    def _starts_section(self, entry: Entry, row: Sequence[str]) -> bool:
        heads = [name for heading in self.sheet.headings for name in (heading.text, heading.code) if name]
        if entry.statement and not self.sheet.code:
            return False
        return not any(self._cell(row, name) for name in heads) and (
            not entry.code or " " in entry.code or not _has_digit(entry.code)
        )

    def _section(self, entry: Entry, row: Sequence[str]) -> Iterator[Entry]:
        entry.statement = next(cell.strip() for cell in row if cell.strip())
        entry.code, entry.label, entry.beside = "", "", {}
        entry.grades = read_grades(entry.statement) or () if self.sheet.grades_above else ()
        entry.row, entry.made = "heading", True
        entry.above = self.top if self.sheet.heading else None
        self.section = entry
        self.path = [("", "")] * len(self.path)
        self.stack.clear()
        yield entry

    def _without_wording(self, place: int, headings: list[Entry], entry: Entry) -> None:
        if headings:
            headings[-1].beside.update(entry.beside)
            headings[-1].grades = entry.grades
            headings[-1].identifier = entry.identifier
            headings[-1].row = "heading"
        else:
            self._leave("rows without code and wording", [place])

    def _entry(self, where: str, row: Sequence[str]) -> Entry:
        sheet = self.sheet
        statement = self._cell(row, sheet.statement)
        code = sheet.code_separator.join(part for name in sheet.code if (part := self._cell(row, name)))
        if sheet.code_in_statement and (opening := OPENING.match(statement)):
            code = opening["inside"] or opening["plain"]
            statement = statement[opening.end() :].strip() or statement
        document = self._cell(row, sheet.document)
        entry = Entry(
            where=where,
            sheet=self.located.table.name,
            scope="|".join(part for part in (self.located.table.name if sheet.heading else "", document) if part),
            document=document,
            identifier=self._cell(row, sheet.identifier),
            code=code,
            statement=statement,
            label=self._cell(row, sheet.label),
            kind=self._cell(row, sheet.kind),
            notes="\n".join(note for name in sheet.notes if (note := self._cell(row, name))),
            parent=self._cell(row, sheet.parent),
            beside=self._beside(row),
        )
        entry.grades = self._grades(row, where, entry)
        return entry

    def _beside(self, row: Sequence[str]) -> dict[str, Any]:
        """Return the cells that no field holds as they are, by column."""
        names = self.located.names
        return {
            (names[place] if place < len(names) else f"column {letters(place)}"): cell
            for place, cell in enumerate(row)
            if cell.strip() and place not in self.verbatim
        }

    def _grades(self, row: Sequence[str], where: str, entry: Entry) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in self.sheet.grades:
            if text := self._cell(row, name):
                grades = read_grades(text)
                if grades is None:
                    self.account.add(
                        Fate.NOTED, "grades that cannot be read and are kept as they are", f"{where}: {text[:60]}"
                    )
                    parts = text.split(self.sheet.list_separator) if self.sheet.list_separator else [text]
                    grades = tuple(one for part in parts for one in read_grades(part) or (part.strip(),) if one)
                found.update(dict.fromkeys(grades))
                if set(GRADE_LIST.split(text)) == set(grades) and name not in self.sheet.code:
                    entry.beside.pop(self.located.names[self.located.places[name]], None)
        for name, grade in self.sheet.marks.items():
            mark = self._cell(row, name).casefold()
            if mark in MARKS:
                found[grade] = None
            elif mark and mark not in UNMARKED:
                self.account.add(Fate.NOTED, "marks that are neither yes nor no, read as no", f"{where}: {mark[:60]}")
        if not found and self.sheet.grades_above:
            over = self.section.grades if self.section else ()
            found = dict.fromkeys(over or self.grades)
        return tuple(found)

    def _headings(self, row: Sequence[str], where: str, scope: str) -> Iterator[Entry]:
        """Yield the headings that begin with this row, and remember which ones stand above it."""
        if not self.sheet.headings:
            return
        filled = False
        for depth, heading in enumerate(self.sheet.headings):
            pair = (self._cell(row, heading.text), self._cell(row, heading.code))
            if any(pair):
                if pair != self.path[depth]:
                    self.path[depth:] = [pair, *[("", "")] * (len(self.path) - depth - 1)]
                filled = True
            elif filled and any(self.path[depth]):
                self.account.add(Fate.NOTED, LOOSE, f"{where}, “{heading.text or heading.code}”")
        above = self._root()
        for depth, pair in enumerate(self.path):
            if not any(pair):
                continue
            key = (id(self.section), *self.path[: depth + 1])
            if key not in self.headings:
                column = self.sheet.headings[depth].text or self.sheet.headings[depth].code
                self.headings[key] = Entry(
                    where=where,
                    sheet=self.located.table.name,
                    scope=scope,
                    code=pair[1],
                    statement=pair[0],
                    kind=column,
                    made=True,
                    above=above,
                )
                yield self.headings[key]
            above = self.headings[key]

    def _root(self) -> Entry | None:
        return self.section or (self.top if self.sheet.heading else None)

    def _above(self, row: Sequence[str], entry: Entry) -> Entry | None:
        """Return what stands above a standard by its place: a level before it, its headings, the section, the sheet."""
        depths = [depth for depth, pair in enumerate(self.path) if any(pair)]
        base = self.headings[(id(self.section), *self.path[: depths[-1] + 1])] if depths else self._root()
        if not self.sheet.level_by:
            return base
        level = self._level(row, entry)
        while self.stack and self.stack[-1][0] >= level:
            self.stack.pop()
        above = self.stack[-1][1] if self.stack else base
        self.stack.append((level, entry))
        self.level = level
        return above

    def _level(self, row: Sequence[str], entry: Entry) -> int:
        sheet = self.sheet
        if sheet.level_by == "indentation":
            place = self.located.places.get(sheet.statement, -1)
            return indent(row[place]) if 0 <= place < len(row) else self.level
        text = self._cell(row, sheet.level)
        if sheet.level_by == "words" and text in sheet.level_words:
            return sheet.level_words.index(text)
        parts = text.rstrip(".").split(".")
        if sheet.level_by == "number" and all(part.isdecimal() and len(part) < 6 for part in parts):
            return len(parts) if len(parts) > 1 or self.outline else int(parts[0])
        self.account.add(
            Fate.NOTED,
            "levels that cannot be read; the row is put beside the one before it",
            f"{entry.where}: {text[:60] or 'empty'}",
        )
        return self.level

    def _is_outline(self) -> bool:
        """Whether the levels are written 1, 1.1, 1.1.1."""
        place = self.located.places.get(self.sheet.level, -1)
        rows = self.located.table.rows
        return any("." in row[place].strip().rstrip(".") for row in rows[self.located.body :] if 0 <= place < len(row))


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)
