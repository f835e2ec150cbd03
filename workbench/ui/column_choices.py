"""What each column of a table means, as fields of a form: shown from a mapping, and changed into a new one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workbench.errors import BadEdit
from workbench.localize import N_, _
from workbench.standards.mapping import ColumnMapping, Heading, SheetMapping
from workbench.ui.view import State
from workbench.ui.words import in_list

ONE = {
    "statement": N_("Statement: its wording"),
    "label": N_("Short name"),
    "kind": N_("Kind: strand, cluster, standard"),
    "identifier": N_("Identifier"),
    "parent": N_("What it stands under"),
    "level": N_("How deep it stands"),
    "subject": N_("Subject"),
    "sequence": N_("Its place in the order"),
    "document": N_("The document it is from"),
}
"""Meanings that one column has; another column that takes one over takes it from the column before."""
MANY = {"code": N_("Code"), "headings": N_("Heading above it"), "grades": N_("Grades"), "notes": N_("Notes")}
"""Meanings that several columns may have, each in the order of the columns."""
FIRST = ("statement", "code", "headings", "grades", "label", "kind")
MEANINGS = {name: {**ONE, **MANY}[name] for name in dict.fromkeys((*FIRST, *ONE, *MANY))}
MEANINGS |= {"": N_("Kept beside it, as it is"), "left_out": N_("Left out")}
"""What a column can mean, the most usual first, in words."""
ABOVE = {"code": N_("Its code"), "identifier": N_("Its identifier")}
ABOVE_ALONE = {"": N_("Nothing"), "code prefix": N_("The code: 1.2 stands under 1")}
DEPTH = {"number": N_("A number"), "words": N_("A word")}
DEPTH_ALONE = {"": N_("Nothing"), "indentation": N_("Spaces before the text")}
OPENS = {"": N_("No"), "yes": N_("Yes")}


def choice_fields(mapping: ColumnMapping, examples: Mapping[str, Mapping[str, str]], *, title: str) -> list[State]:
    """Return the fields of the form: the title of the set, then one for each column; sheets of one shape are one.

    ``examples``: by sheet and column, something that stands in it. ``title`` is what the set is called where the
    mapping names it otherwise not.
    """
    named = {"name": "title", "label": _("Title of the set"), "help": "", "value": mapping.title or title}
    return [
        named,
        *(field for place, sheets in enumerate(_shapes(mapping)) for field in _fields(place, sheets, examples)),
    ]


def _shapes(mapping: ColumnMapping) -> list[list[SheetMapping]]:
    """Return the sheets by their columns: those with the same ones are read alike."""
    shapes: dict[tuple[str, ...], list[SheetMapping]] = {}
    for sheet in mapping.sheets:
        shapes.setdefault(sheet.columns, []).append(sheet)
    return list(shapes.values())


def _fields(place: int, sheets: list[SheetMapping], examples: Mapping[str, Mapping[str, str]]) -> Iterable[State]:
    sheet = sheets[0]
    group = in_list(f"“{one.name}”" for one in sheets)
    for number, column in enumerate(sheet.columns):
        words = column, examples.get(sheet.name, {}).get(column, _("Nothing stands in it."))
        yield _field(f"{place} {number}", words, _meaning(sheet, column), _known(sheet, column), group)
    above = _("The entry above is named by") if sheet.parent else _("The entry above is told by")
    yield _field(f"{place} parent_by", (above, ""), sheet.parent_by, ABOVE if sheet.parent else ABOVE_ALONE, group)
    depth = _("How deep an entry stands is told by")
    yield _field(f"{place} level_by", (depth, ""), sheet.level_by, DEPTH if sheet.level else DEPTH_ALONE, group)
    if not sheet.code:
        opens = "yes" if sheet.code_in_statement else ""
        begins = _("The statement begins with the code")
        yield _field(f"{place} code_in_statement", (begins, ""), opens, OPENS, group)


def _known(sheet: SheetMapping, column: str) -> Mapping[str, str]:
    """Return what a column can mean; marks for a grade only where it holds them, since no other says which grade."""
    marked = {"marks": _("Marked for grade {grade}", grade=sheet.marks[column])} if column in sheet.marks else {}
    return {**MEANINGS, **marked}


def _field(name: str, words: tuple[str, str], value: str, choices: Mapping[str, str], group: str) -> State:
    pairs = [[key, _(label)] for key, label in choices.items()]
    return {"name": name, "label": words[0], "help": words[1], "value": value, "choices": pairs, "group": group}


def _meaning(sheet: SheetMapping, column: str) -> str:
    if column in sheet.marks:
        return "marks"
    if column in sheet.left_out:
        return "left_out"
    return next((meaning for meaning, one in sheet.named() if one == column), "")


def with_choice(mapping: ColumnMapping, name: str, value: Any) -> ColumnMapping:
    """Return the mapping with one field of the form changed; raise BadEdit for a field that it does not have."""
    if name == "title":
        return replace(mapping, title=str(value))
    place, _space, part = name.partition(" ")
    shapes = {str(number): sheets[0] for number, sheets in enumerate(_shapes(mapping))}
    if place not in shapes or not (
        part in {"parent_by", "level_by", "code_in_statement"} or _is_column(shapes[place], part)
    ):
        raise BadEdit(_("There is no choice “{name}” for a column.", name=name))
    columns = shapes[place].columns
    sheets = tuple(_changed(one, part, str(value)) if one.columns == columns else one for one in mapping.sheets)
    return replace(mapping, sheets=sheets)


def _is_column(sheet: SheetMapping, part: str) -> bool:
    return part.isdecimal() and int(part) < len(sheet.columns)


def _changed(sheet: SheetMapping, part: str, value: str) -> SheetMapping:
    if part == "code_in_statement":
        return replace(sheet, code_in_statement=bool(value))
    if not part.isdecimal():
        return replace(sheet, **{part: value})  # type: ignore[arg-type]  # both are texts
    if value not in _known(sheet, sheet.columns[int(part)]):
        raise BadEdit(_("A column cannot mean “{value}”.", value=value))
    return _settled(_with_meaning(_without(sheet, sheet.columns[int(part)]), sheet.columns[int(part)], value))


def _without(sheet: SheetMapping, column: str) -> SheetMapping:
    """Return the mapping in which a column means nothing."""
    plain: dict[str, Any] = {name: "" for name in ONE if getattr(sheet, name) == column}
    for name in ("code", "grades", "notes", "left_out"):
        plain[name] = tuple(one for one in getattr(sheet, name) if one != column)
    kept = (
        Heading(text="" if one.text == column else one.text, code="" if one.code == column else one.code)
        for one in sheet.headings
    )
    plain["headings"] = tuple(one for one in kept if one.text or one.code)
    plain["marks"] = {name: grade for name, grade in sheet.marks.items() if name != column}
    return replace(sheet, **plain)


def _with_meaning(sheet: SheetMapping, column: str, value: str) -> SheetMapping:
    if value in {"", "marks"}:
        return sheet
    place = sheet.columns.index
    changed: dict[str, Any] = {value: column}
    if value == "headings":
        found = sorted((*sheet.headings, Heading(text=column)), key=lambda one: place(one.text or one.code))
        changed = {value: tuple(found)}
    elif value not in ONE:
        changed = {value: tuple(sorted((*getattr(sheet, value), column), key=place))}
    return replace(sheet, **changed)


def _settled(sheet: SheetMapping) -> SheetMapping:
    """Return the mapping with what depends on a column and has lost or gained it set right."""
    changed: dict[str, Any] = {}
    if bool(sheet.parent) != (sheet.parent_by in ABOVE):
        changed["parent_by"] = "code" if sheet.parent else ""
    if bool(sheet.level) != (sheet.level_by in DEPTH):
        changed["level_by"] = "number" if sheet.level else ""
    if sheet.code and sheet.code_in_statement:
        changed["code_in_statement"] = False
    return replace(sheet, **changed)
