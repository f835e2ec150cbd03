"""One row of a sheet, read by a mapping: its cells in our words, and what stands beside."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from workbench.standards.columns import whole_number
from workbench.standards.mapping_grades import names_grade, read_grades
from workbench.standards.mapping_locate import Located
from workbench.standards.mapping_profile import MARKS, OPENING, UNMARKED
from workbench.standards.mapping_shape import letters
from workbench.standards.report import Account, Fate

GRADE_LIST = re.compile(r"\s*[|,;]\s*")
"""Between grades that are written as we write them; such a list need not be kept beside."""


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
    row: str = ""
    sequence: int | None = None
    above: Entry | None = None
    same: Entry | None = None
    beside: dict[str, Any] = field(default_factory=dict)


class RowReader:
    """Reads rows of one sheet, each for itself but for cells that mean the value above."""

    def __init__(self, located: Located, account: Account) -> None:
        self._located, self._sheet, self._account = located, located.sheet, account
        self._verbatim = frozenset(located.places.get(column, -1) for column in self._verbatim_columns())
        self._grades_of_sheet = self._grades_over()
        self._down: dict[str, str] = {}

    def _verbatim_columns(self) -> set[str]:
        """Return the columns whose cells stand in a field of a standard as they are, and those left out."""
        sheet = self._sheet
        one = {sheet.label, sheet.kind, sheet.identifier}
        one |= {sheet.statement} if not sheet.code_in_statement else set()
        one |= set(sheet.code) if len(sheet.code) == 1 else set()
        one |= set(sheet.notes) if len(sheet.notes) == 1 else set()
        one |= {column for heading in sheet.headings for column in (heading.text, heading.code)}
        return one | set(sheet.left_out)

    def _grades_over(self) -> tuple[str, ...]:
        """Return the grades that the name of the sheet or a line above its header names."""
        titles = [cell for row in self._located.table.rows[: self._located.start] for cell in row]
        if not self._sheet.grades_above:
            return ()
        over = next((text for text in (self._located.table.name, *titles) if names_grade(text)), "")
        return read_grades(over) or ()

    def cell(self, row: Sequence[str], column: str) -> str:
        """Return a cell without the blanks around it, or the value above where the column is filled downwards."""
        place = self._located.places.get(column, -1)
        cell = row[place].strip() if 0 <= place < len(row) else ""
        if column in self._sheet.fill_down:
            cell = self._down[column] = cell or self._down.get(column, "")
        return cell

    def read(self, where: str, row: Sequence[str], *, section: Entry | None) -> Entry:
        """Return what a row says; ``section``: the heading row over it, whose grades may hold for it too."""
        sheet = self._sheet
        statement = self.cell(row, sheet.statement)
        code = sheet.code_separator.join(part for name in sheet.code if (part := self.cell(row, name)))
        if sheet.code_in_statement and (opening := OPENING.match(statement)):
            code = opening["inside"] or opening["plain"]
            statement = statement[opening.end() :].strip() or statement
        document = self.cell(row, sheet.document)
        entry = Entry(
            where=where,
            sheet=self._located.table.name,
            scope="|".join(part for part in (self._located.table.name if sheet.heading else "", document) if part),
            document=document,
            identifier=self.cell(row, sheet.identifier),
            code=code,
            statement=statement,
            label=self.cell(row, sheet.label),
            kind=self.cell(row, sheet.kind),
            notes="\n".join(note for name in sheet.notes if (note := self.cell(row, name))),
            parent=self.cell(row, sheet.parent),
            sequence=whole_number(self.cell(row, sheet.sequence)),
            beside=self._beside(row),
        )
        entry.grades = self._grades(row, where, entry) or (section and section.grades) or self._grades_of_sheet
        return entry

    def _beside(self, row: Sequence[str]) -> dict[str, Any]:
        """Return the cells that no field holds as they are, by column."""
        names = self._located.names
        return {
            (names[place] if place < len(names) else f"column {letters(place)}"): cell
            for place, cell in enumerate(row)
            if cell.strip() and place not in self._verbatim
        }

    def _grades(self, row: Sequence[str], where: str, entry: Entry) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for name in self._sheet.grades:
            if text := self.cell(row, name):
                grades = read_grades(text)
                if grades is None:
                    self._account.add(
                        Fate.NOTED, "grades that cannot be read and are kept as they are", f"{where}: {text[:60]}"
                    )
                    parts = text.split(self._sheet.list_separator) if self._sheet.list_separator else [text]
                    grades = tuple(one for part in parts for one in read_grades(part) or (part.strip(),) if one)
                found.update(dict.fromkeys(grades))
                if set(GRADE_LIST.split(text)) == set(grades) and name not in self._sheet.code:
                    entry.beside.pop(self._located.names[self._located.places[name]], None)
        for name, grade in self._sheet.marks.items():
            mark = self.cell(row, name).casefold()
            if mark in MARKS:
                found[grade] = None
            elif mark and mark not in UNMARKED:
                self._account.add(Fate.NOTED, "marks that are neither yes nor no, read as no", f"{where}: {mark[:60]}")
        return tuple(found)
