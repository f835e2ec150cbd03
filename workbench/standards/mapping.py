"""Which column of a table means what: a mapping, as a value and as a JSON file that people can read and change.

Columns are named by their headers (``mapping_shape.column_names``), so that a mapping survives columns that
change places, and is recognised again by the headers alone.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from workbench.errors import BadFile
from workbench.standards.mapping_words import signature
from workbench.standards.report import Account
from workbench.standards.source import read_json

FORMAT = "workbench column mapping"
VERSION = 1
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """How to read a table that has no known format: the sheets to read, each with the meaning of its columns.

    ``left_out``: names of sheets that are not read. ``title``: of the standard set; else the file's name.
    """

    sheets: tuple[SheetMapping, ...]
    title: str = ""
    left_out: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """What tells tables of this shape: a SHA-256 over the headers of its sheets, whatever their order."""
        headers = sorted({signature(sheet.columns) or (str(len(sheet.columns)),) for sheet in self.sheets})
        return hashlib.sha256(json.dumps(headers, ensure_ascii=False).encode()).hexdigest()

    def problems(self) -> tuple[str, ...]:
        """Return what is wrong with the mapping, a sentence each; empty where it can be used."""
        if not self.sheets:
            return ("The mapping names no sheet. Name at least one, with its columns.",)
        return tuple(problem for sheet in self.sheets for problem in sheet.problems())

    def to_json(self) -> dict[str, Any]:
        """Return the mapping as JSON values; what is empty is left out."""
        sheets = [_without_empty(asdict(sheet)) for sheet in self.sheets]
        rest = _without_empty({"title": self.title, "left_out": self.left_out})
        return {"format": FORMAT, "version": VERSION, **rest, "sheets": sheets}

    @classmethod
    def from_json(cls, value: Any, *, source: str = "the mapping") -> ColumnMapping:
        """Return the mapping in ``value``; raise BadFile where it is none, or has problems."""
        if not isinstance(value, dict) or value.get("format") != FORMAT:
            raise BadFile(f"“{source}” is no column mapping. Make one with: workbench standards map SOURCE --out FILE")
        if value.get("version") != VERSION:
            raise BadFile(
                f"“{source}” is a column mapping of version {value.get('version')!r}; this program reads {VERSION}."
            )
        sheets = value.get("sheets")
        if not isinstance(sheets, list):
            raise BadFile(f"“{source}” has no list “sheets”. Make the mapping anew.")
        found = cls(
            sheets=tuple(_sheet(one, source) for one in sheets),
            title=_text(value, "title", source),
            left_out=_texts(value.get("left_out", []), "left_out", source),
        )
        if problems := found.problems():
            raise BadFile(f"“{source}” cannot be used: {' '.join(problems)}")
        return found

    @classmethod
    def from_file(cls, path: Path) -> ColumnMapping:
        """Return the mapping that the file at ``path`` holds; raise MissingFile or BadFile."""
        return cls.from_json(read_json(path, Account()), source=path.name)


def _without_empty(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return ``value`` without what equals its default, all the way down."""
    defaults = {"header_rows": 1, "code_separator": "."}
    kept = {}
    for name, one in value.items():
        plain = [_without_empty(part) if isinstance(part, dict) else part for part in one] if _is_list(one) else one
        if name in defaults:
            if plain != defaults[name]:
                kept[name] = plain
        elif plain or name == "name":
            kept[name] = plain
    return kept


def _is_list(value: Any) -> bool:
    return isinstance(value, list | tuple)


def _sheet(value: Any, source: str) -> SheetMapping:
    known = {one.name: one for one in fields(SheetMapping)}
    if not isinstance(value, dict) or "columns" not in value:
        raise BadFile(f"“{source}” has a sheet without “columns”. Make the mapping anew.")
    if unknown := [name for name in value if name not in known]:
        raise BadFile(f"“{source}” says “{unknown[0]}” of a sheet. Choose from: {', '.join(known)}.")
    return SheetMapping(**{"name": "", **{name: _field(name, one, source) for name, one in value.items()}})


def _field(name: str, value: Any, source: str) -> Any:
    if name in {"columns", "code", "grades", "notes", "left_out", "level_words", "fill_down"}:
        return _texts(value, name, source)
    if name in {"code_in_statement", "section_rows", "grades_above"} and isinstance(value, bool):
        return value
    if name == "header_rows" and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    if name == "headings" and _is_list(value) and all(isinstance(one, dict) for one in value):
        return tuple(Heading(text=_text(one, "text", source), code=_text(one, "code", source)) for one in value)
    if name == "marks" and isinstance(value, dict):
        return {column: _text(value, column, source) for column in value}
    if name in {"code_in_statement", "section_rows", "grades_above", "header_rows", "headings", "marks"}:
        raise BadFile(f"“{source}” has a value for “{name}” that cannot be used: {value!r:.60}.")
    return _text({name: value}, name, source)


def _text(value: Mapping[str, Any], name: str, source: str) -> str:
    found = value.get(name, "")
    if not isinstance(found, str):
        raise BadFile(f"“{source}” should give a text for “{name}”, and gives {found!r:.60}.")
    return found


def _texts(value: Any, name: str, source: str) -> tuple[str, ...]:
    if not _is_list(value) or not all(isinstance(one, str) for one in value):
        raise BadFile(f"“{source}” should give a list of texts for “{name}”, and gives {value!r:.60}.")
    return tuple(value)
