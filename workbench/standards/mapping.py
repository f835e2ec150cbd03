"""How a whole file is read: a mapping of its sheets, as a value and as a JSON file that people can read and change.

Columns are named by their headers (``mapping_shape.column_names``), so that a mapping survives columns that
change places, and is recognised again by the headers alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from workbench.errors import BadFile
from workbench.standards.mapping_sheet import Heading, SheetMapping
from workbench.standards.mapping_words import signature
from workbench.standards.report import Account
from workbench.standards.source import read_json

__all__ = ["ColumnMapping", "Heading", "SheetMapping"]

FORMAT = "workbench column mapping"
VERSION = 1


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
