"""Which column of a sheet means what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

PARENT_BY = {"", "identifier", "code", "code prefix"}
LEVEL_BY = {"", "number", "words", "indentation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """One level of headings that stand beside the standards: the column of its words, of its code, or both."""

    text: str = ""
    code: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetMapping:
    """What the columns of one sheet mean. Every field names columns; empty means that the sheet has none.

    ``columns``: all columns in order. ``header_rows``: how many rows they take; 0 where the table has no header.
    ``code``: one column, or several that are put together with ``code_separator``; ``code_in_statement`` where
    the code opens the text of the statement. ``parent_by``: what ``parent`` holds, “identifier” or “code”;
    “code prefix” needs no column: 1.2 stands below 1. ``level_by``: “number” (1 is the top, or 1.2.3 for the
    third level), “words” (``level_words``, top first), “indentation” (spaces before the statement).
    ``headings``: columns that make the tree, top first; an empty cell means the heading above. ``section_rows``:
    a row with one filled cell is a heading of the rows below it. ``marks``: column to grade, where an X means
    that the standard is for this grade; ``grades_above`` where the sheet's name or a heading row names the grade.
    ``fill_down``: columns whose empty cells mean the value above, as merged cells do. ``heading``: the heading over
    the whole sheet. ``left_out``: columns that are not wanted; every other column that has no meaning here is kept
    beside the standard.
    """

    name: str
    columns: tuple[str, ...]
    header_rows: int = 1
    code: tuple[str, ...] = ()
    code_separator: str = "."
    code_in_statement: bool = False
    statement: str = ""
    label: str = ""
    kind: str = ""
    identifier: str = ""
    parent: str = ""
    parent_by: str = ""
    level: str = ""
    level_by: str = ""
    level_words: tuple[str, ...] = ()
    headings: tuple[Heading, ...] = ()
    section_rows: bool = False
    grades: tuple[str, ...] = ()
    marks: Mapping[str, str] = field(default_factory=dict, hash=False)
    grades_above: bool = False
    subject: str = ""
    document: str = ""
    sequence: str = ""
    notes: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    heading: str = ""
    list_separator: str = ""

    def named(self) -> Iterator[tuple[str, str]]:
        """Yield (meaning, column) for each column that has a meaning."""
        for one in ("statement", "label", "kind", "identifier", "parent", "level", "subject", "document", "sequence"):
            if column := getattr(self, one):
                yield one, column
        for many in ("code", "grades", "notes"):
            for column in getattr(self, many):
                yield many, column
        for heading in self.headings:
            yield from (("headings", column) for column in (heading.text, heading.code) if column)
        yield from (("grades", column) for column in self.marks)

    def _lists(self) -> Iterator[tuple[str, str]]:
        for many in ("left_out", "fill_down"):
            for column in getattr(self, many):
                yield many, column

    @property
    def beside(self) -> tuple[str, ...]:
        """The columns without a meaning, which are kept beside the standard."""
        known = {column for _, column in self.named()} | set(self.left_out)
        return tuple(column for column in self.columns if column not in known)

    def problems(self) -> Iterator[str]:
        """Yield what is wrong with the mapping of this sheet, a sentence each."""
        where = f"the sheet “{self.name}”"
        twice = [column for column, n in Counter(self.columns).items() if n > 1]
        if twice:
            yield f"In {where} two columns have the name “{twice[0]}”. Give each a name of its own."
        for meaning, column in [*self.named(), *self._lists()]:
            if column not in self.columns:
                known = ", ".join(f"“{one}”" for one in self.columns)
                yield f"In {where} there is no column “{column}” for “{meaning}”. The columns are {known}."
        if not (self.statement or self.label or self.code):
            yield f"For {where} it is not said which column holds the standards. Name the column for “statement”."
        if self.code_in_statement and not self.statement:
            yield f"For {where} the code is said to open the statement. Name the column for “statement” too."
        yield from self._tree_problems(where)

    def _tree_problems(self, where: str) -> Iterator[str]:
        if self.parent_by not in PARENT_BY:
            known = ", ".join(f"“{one}”" for one in sorted(PARENT_BY) if one)
            yield f"In {where} “parent_by” is “{self.parent_by}”. Choose from {known}."
        if self.level_by not in LEVEL_BY:
            known = ", ".join(f"“{one}”" for one in sorted(LEVEL_BY) if one)
            yield f"In {where} “level_by” is “{self.level_by}”. Choose from {known}."
        if bool(self.parent) != (self.parent_by in {"identifier", "code"}):
            yield f"In {where} “parent” and “parent_by” belong together: say what the column holds, identifier or code."
        if bool(self.level) != (self.level_by in {"number", "words"}):
            yield f"In {where} “level” and “level_by” belong together: say what the column holds, number or words."
        if self.parent_by == "identifier" and not self.identifier:
            yield f"In {where} parents are named by identifier. Name the column for “identifier” too."
        if self.parent_by in {"code", "code prefix"} and not (self.code or self.code_in_statement):
            yield f"In {where} parents are told by code. Name the column for “code” too."
