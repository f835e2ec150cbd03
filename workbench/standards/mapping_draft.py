"""What a proposal is made of: choices, each with its certainty and its reason in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from workbench.standards.mapping_profile import Column, profile
from workbench.standards.mapping_shape import Header, find_header, repeats_header, rows_below
from workbench.standards.mapping_words import suggests
from workbench.standards.tables import Table


class Certainty(StrEnum):
    """How sure a choice is: header and content agree, one of them says so, or it is the best of weak signs."""

    CERTAIN = "certain"
    LIKELY = "likely"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing that was told of a sheet: what ``columns`` mean, how sure that is, and why."""

    sheet: str
    meaning: str
    columns: tuple[str, ...]
    certainty: Certainty
    reason: str


@dataclass(slots=True)
class Draft:
    """The mapping of one sheet while it is made."""

    table: Table
    header: Header
    body: Sequence[Sequence[str]]
    columns: tuple[Column, ...]
    fields: dict[str, Any] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    choices: list[Choice] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, table: Table) -> Draft:
        """Return the draft of a table of which only the header is known."""
        header = find_header(table)
        own = table.rows[header.start : header.end]
        body = [
            row for _, row in rows_below(table, header) if any(map(str.strip, row)) and not repeats_header(row, own)
        ]
        return cls(table, header, body, profile(header.names, body))

    def free(self) -> Iterator[Column]:
        """Yield the columns that hold something and have no meaning yet."""
        return (column for column in self.columns if column.filled and column.name not in self.taken)

    def column(self, meaning: str) -> Column | None:
        """Return the one column that has a meaning, if there is one."""
        name = self.fields.get(meaning)
        return next((column for column in self.columns if column.name == name), None)

    def take(
        self, meaning: str, columns: Sequence[Column], *, certainty: Certainty, reason: str, **fields: Any
    ) -> None:
        """Give columns a meaning; ``fields`` are those of the mapping that say so."""
        names = tuple(column.name for column in columns)
        self.taken.update(dict.fromkeys(names, meaning))
        self.fields.update(fields)
        self.choices.append(
            Choice(sheet=self.table.name, meaning=meaning, columns=names, certainty=certainty, reason=reason)
        )

    def examples(self) -> dict[str, str]:
        """Return the first text of each column that has one."""
        return {one.name: text for one in self.columns if (text := next(filter(None, self._texts(one)), ""))}

    def _texts(self, column: Column) -> Iterator[str]:
        return (row[column.place].strip() for row in self.body if column.place < len(row))

    def values(self, column: Column) -> list[str]:
        """Return all cells of a column, not of the sample alone."""
        place = column.place
        return [row[place].strip() if place < len(row) else "" for row in self.body]


def why(column: Column, meaning: str, content: str = "") -> tuple[Certainty, str]:
    """Return certainty and reason of a choice: from the header, and from ``content``, what the cells say for it."""
    told = suggests(column.name, meaning)
    header = f"“{column.name}” is a usual header for it" if told else f"the header “{column.name}” does not say so"
    if told >= NAMED and content:
        return Certainty.CERTAIN, f"{header}, and {content}"
    if told:
        return Certainty.LIKELY, f"{header}, and {content}" if content else header
    return (Certainty.LIKELY if content else Certainty.UNSURE), f"{content or 'nothing else fits'}, though {header}"


NAMED = 0.7
"""From here on a header counts as naming a meaning; see ``suggests``."""


def percent(share: float) -> str:
    """Return a share for a sentence.

    >>> percent(0.984)
    '98 %'
    """
    return f"{share:.0%}".replace("%", " %")
