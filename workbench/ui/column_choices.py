"""Which column means what, as fields of a form: shown from a mapping, and changed into a new one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from workbench.errors import BadEdit
from workbench.standards.mapping import ColumnMapping, Heading, SheetMapping
from workbench.ui.view import State

ONE = {
    "statement": ("Statement", "The wording of each standard."),
    "label": ("Short name", ""),
    "kind": ("Kind", "What each row is: strand, cluster, standard."),
    "identifier": ("Identifier", ""),
    "parent": ("What stands above", "The column that names the entry above."),
    "level": ("Level", "The column that says how deep an entry stands."),
    "subject": ("Subject", ""),
}
"""Meanings that one column has, with their words."""
MANY = {
    "code": ("Code", "One column, or several that are put together."),
    "headings": ("Headings", "Columns that make the tree, the top first."),
    "grades": ("Grades", ""),
    "notes": ("Notes", ""),
    "left_out": ("Left out", "Columns that are not wanted. What has no meaning here is kept beside the standard."),
}
"""Meanings that several columns may have."""
PARENT_BY = [
    ["", "Not told by a column"],
    ["code", "By its code"],
    ["identifier", "By its identifier"],
    ["code prefix", "1.2 stands under 1"],
]
LEVEL_BY = [["", "Not told"], ["number", "A number"], ["words", "A word"], ["indentation", "Spaces before the text"]]


def choice_fields(mapping: ColumnMapping, *, title: str, shape: int = 0) -> list[State]:
    """Return the fields of the form; sheets of one shape are read alike, so the first of them speaks for all.

    ``title`` is what the set is called where the mapping does not name it; ``shape`` is the place among ``shapes``.
    """
    found = shapes(mapping)
    if not found:
        return []
    sheet = found[min(shape, len(found) - 1)]
    columns = [[name, name] for name in sheet.columns]
    one = [_field(name, words, getattr(sheet, name), [["", "None"], *columns]) for name, words in ONE.items()]
    many = [_field(name, words, _chosen(sheet, name), columns, many=True) for name, words in MANY.items()]
    opens = "yes" if sheet.code_in_statement else ""
    by = [
        _field("parent_by", ("How that column names it", ""), sheet.parent_by, PARENT_BY),
        _field("level_by", ("How the level is told", ""), sheet.level_by, LEVEL_BY),
        _field("code_in_statement", ("The code opens the statement", ""), opens, [["", "No"], ["yes", "Yes"]]),
    ]
    named = {"name": "title", "label": "Title of the set", "help": "", "value": mapping.title or title, "wide": True}
    above = [*one[4:5], by[0], *one[5:6], by[1]]
    return [named, *_shape_field(mapping, sheet), one[0], many[0], by[2], *one[1:4], *above, *one[6:], *many[1:]]


def shapes(mapping: ColumnMapping) -> list[SheetMapping]:
    """Return the first sheet of each shape, in the order of the file."""
    found: dict[tuple[str, ...], SheetMapping] = {}
    for sheet in mapping.sheets:
        found.setdefault(sheet.columns, sheet)
    return list(found.values())


def _shape_field(mapping: ColumnMapping, chosen: SheetMapping) -> list[State]:
    """Return the choice of the sheets to look at; nothing where all have the same columns."""
    found = shapes(mapping)
    names = [[str(place), ", ".join(_alike(mapping, one))] for place, one in enumerate(found)]
    words = ("Sheets", "Sheets with the same columns are read alike. Choose which to look at.")
    return [{**_field("shape", words, str(found.index(chosen)), names), "wide": True}] if len(found) > 1 else []


def _alike(mapping: ColumnMapping, sheet: SheetMapping) -> list[str]:
    return [one.name for one in mapping.sheets if one.columns == sheet.columns]


def _chosen(sheet: SheetMapping, name: str) -> list[str]:
    if name == "headings":
        return [column for one in sheet.headings for column in (one.code, one.text) if column]
    return list(getattr(sheet, name))


def _field(name: str, words: tuple[str, str], value: Any, choices: list[list[str]], *, many: bool = False) -> State:
    return {"name": name, "label": words[0], "help": words[1], "value": value, "choices": choices, "many": many}


def with_choice(mapping: ColumnMapping, name: str, value: Any, *, shape: int = 0) -> ColumnMapping:
    """Return the mapping with one field of the form changed; raise BadEdit for a field that it does not have."""
    if name == "title":
        return replace(mapping, title=str(value))
    if name not in {*ONE, *MANY, "parent_by", "level_by", "code_in_statement"}:
        raise BadEdit(f"There is no choice “{name}” for a column.")
    columns = shapes(mapping)[shape].columns
    sheets = tuple(_changed(one, name, value) if one.columns == columns else one for one in mapping.sheets)
    return replace(mapping, sheets=sheets)


def _changed(sheet: SheetMapping, name: str, value: Any) -> SheetMapping:
    if name == "headings":
        return replace(sheet, headings=tuple(Heading(text=column) for column in value))
    if name == "code_in_statement":
        return replace(sheet, code_in_statement=bool(value))
    chosen: Any = tuple(value) if name in MANY else str(value)
    changed = replace(sheet, **{name: chosen})
    if name == "parent" and bool(value) != (sheet.parent_by in {"code", "identifier"}):
        return replace(changed, parent_by="code" if value else "")
    if name == "level" and bool(value) != (sheet.level_by in {"number", "words"}):
        return replace(changed, level_by="number" if value else "")
    return changed
