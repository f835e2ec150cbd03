"""The matrix of the page “Are we aligned?”: which part of it, its filters, and its rows for a pane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from workbench.localize import N_, _, ngettext, retold
from workbench.localize.lazy import capital
from workbench.measures.coverage import By, Head, Line, Matrix, Scope, by_department, coverage
from workbench.measures.coverage_words import KINDS, MARK_MEANINGS, PLACES
from workbench.measures.crosswalk import areas_of
from workbench.measures.marks import Cell, Mark, Status
from workbench.model import Framework, StandardSet, grade_order, term
from workbench.ui.view import Given, MatrixView, State
from workbench.ui.words import in_list, short_name

PAGE = 40
"""Rows in the page at once."""

MOST_COLUMNS = 40
GAPS = "gaps"
THROUGH = 3
"""How many of the things that give a mark are named."""

MEASURED = (
    *(N_("Assessed"), N_("Assessed, but not where it is said to be"), N_("Claimed but not assessed")),
    *(N_("Taught but never assessed"), N_("Not covered"), N_("No department")),
    *(N_("claimed"), N_("introduced"), N_("developed"), N_("said to be assessed"), N_("assessed")),
    *(N_("Assessed, and a summative assessment scores it"), N_("Developed"), N_("Introduced")),
    *(N_("Said to be assessed, and no summative assessment scores it"), N_("Claimed by an alignment alone")),
)
"""What the measures say in set words; they say it in English, and here it is said in the reader's language."""

SHAPES = {Status.ASSESSED: "✓", Status.NOT_COVERED: "○"}


def matrix_of(framework: Framework, sets: Mapping[str, StandardSet], chosen: MatrixView) -> Matrix:
    """Return the chosen part of the matrix, all its rows; a choice that fits nothing any more leaves it empty."""
    scope = Scope(
        sets=(chosen.set,) if chosen.set else (),
        grades=(chosen.grade,) if chosen.grade else (),
        departments=(chosen.department,) if chosen.department else (),
        areas=(chosen.area,) if chosen.area else (),
    )
    found = coverage(framework, sets, rows=chosen.rows, by=columns_of(framework, chosen), scope=scope)
    return replace(found, lines=tuple(one for one in found.lines if _is_wanted(one.status, chosen.only)))


def _is_wanted(status: Status, only: str) -> bool:
    return not only or status == only or (only == GAPS and status is not Status.ASSESSED)


def columns_of(framework: Framework, chosen: MatrixView) -> By:
    """Return what the columns are: courses while there is room for each, then departments, unless one chose."""
    return chosen.by or ("departments" if len(framework.experiences) > MOST_COLUMNS // 2 else "courses")


def matrix_state(given: Given, found: Matrix) -> State:
    """Return what the pane draws of the matrix: filters, columns, a window of rows, what is left out in words."""
    framework, chosen = given.framework, given.view.matrix
    first = min(chosen.first, max(0, len(found.lines) - 1)) // PAGE * PAGE
    lines = found.lines[first : first + PAGE]
    columns, remark = _columns(found)
    gaps = sum(1 for one in found.lines if one.status is not Status.ASSESSED)
    return {
        "title": _subject(framework, found),
        "filters": _filters(given),
        "columns": [_column(found.by, one) for one in columns],
        "rows": [_row(given, found, line, columns) for line in lines],
        "first": first,
        "page": PAGE,
        "total": len(found.lines),
        "says": ngettext(
            "{n} row, {gaps}.",
            "{n} rows, {gaps}.",
            len(found.lines),
            gaps=ngettext("{n} gap", "{n} gaps", gaps),
        ),
        "remark": remark,
        "legend": [_legend(mark) for mark in MARK_MEANINGS],
        "none": _nothing(framework, chosen),
    }


def _nothing(framework: Framework, chosen: MatrixView) -> str:
    if chosen.only == GAPS:
        return _("No gap here: everything that was chosen is assessed.")
    if chosen == replace(MatrixView(), rows=chosen.rows, by=chosen.by, first=chosen.first, step=chosen.step):
        return _(
            "Nothing to show yet. Write {indicators} and align them to standards first.",
            indicators=_many(framework, "indicator"),
        )
    return _("Nothing fits what was chosen. Choose less.")


def _subject(framework: Framework, found: Matrix) -> str:
    """Return what the matrix shows, as measures call it: "Coverage of standards by learning experiences"."""
    rows, columns = _many(framework, KINDS[found.rows]), _many(framework, PLACES[found.by])
    return _("Coverage of {rows} by {columns}", rows=rows, columns=columns)


def _many(framework: Framework, kind: str) -> str:
    """Return the district's word for things of a kind, or ours in the reader's language."""
    if kind == "standard":
        return ngettext("standard", "standards", 2)
    if kind == "department":
        return ngettext("department", "departments", 2)
    return retold(term(framework, kind, 2))


def _columns(found: Matrix) -> tuple[Sequence[Head], str]:
    """Return the columns that have room: those with a mark in any of the rows, or all where none has."""
    marked = {one for line in found.lines for one in line.cells}
    useful = [head for head in found.columns if head.id in marked] or [*found.columns]
    left = len(found.columns) - len(useful[:MOST_COLUMNS])
    words = ngettext(
        "{n} column without a mark here, or for want of room, is left out.",
        "{n} columns without a mark here, or for want of room, are left out.",
        left,
    )
    return useful[:MOST_COLUMNS], words if left else ""


def _column(by: By, head: Head) -> State:
    go = {"go": {"id": head.id}} if by != "departments" else {"matrix": {"department": head.id, "by": "courses"}}
    if by == "departments" and not head.id:
        return {"id": "", "label": _(head.label), "name": _(head.name), "do": go}
    return {"id": head.id, "label": head.label, "name": head.name or head.label, "do": go}


def _row(given: Given, found: Matrix, line: Line, columns: Sequence[Head]) -> State:
    head = line.head
    standard = {"reveal_standard": {"set": head.group_id, "standard": head.id}}
    return {
        "id": f"{head.group_id} {head.id}",
        "code": head.code,
        "name": head.name if head.name != head.code else "",
        "group": head.group or ("" if found.rows == "standards" else _("Across all content areas")),
        "status": _(capital(line.status)),
        "shape": SHAPES.get(line.status, "▲"),
        "tone": {"✓": "ok", "○": "none"}.get(SHAPES.get(line.status, ""), "warn"),
        "do": standard if found.rows == "standards" else {"go": {"id": head.id}},
        "cells": [_cell(given.framework, found, line.cells.get(one.id), one) for one in columns],
    }


def _cell(framework: Framework, found: Matrix, cell: Cell | None, column: Head) -> State:
    """Return a cell: its mark in a letter and in words, what gives it, and where it leads."""
    place = None if found.by == "departments" else {"go": {"id": column.id}}
    if cell is None:
        return {"mark": "", "letter": "", "word": "", "through": "", "do": place}
    things = [thing for one in cell.through if (thing := framework.find(one))]
    names = [thing.code or short_name(thing) for thing in things[:THROUGH]]
    rest = len(things) - len(names)
    first = {"go": {"id": things[0].id, "room": "alignment"}} if things else None
    return {
        "mark": cell.mark.name.lower(),
        "letter": cell.mark.letter,
        "word": ", ".join(filter(None, (_(cell.mark.word), retold(cell.way)))),
        "through": in_list([*names, *([ngettext("{n} more", "{n} more", rest)] if rest else [])]),
        "do": place or first,
    }


def _legend(mark: Mark) -> State:
    return {"mark": mark.name.lower(), "letter": mark.letter, "text": _(capital(MARK_MEANINGS[mark]))}


def _filters(given: Given) -> list[State]:
    """Return the choices, each with what there is to choose from in this framework."""
    framework, chosen = given.framework, given.view.matrix
    rows = [[key, capital(_many(framework, kind))] for key, kind in KINDS.items()]
    columns = [[key, capital(_many(framework, kind))] for key, kind in PLACES.items()]
    standards = chosen.rows == "standards"
    statuses = [[status.value, _(capital(status))] for status in Status]
    made = [
        _filter("only", _("Show"), chosen.only, _all(_("Everything"), [[GAPS, _("Only gaps")], *statuses])),
        _filter("rows", _("Rows"), chosen.rows, rows),
        _filter("by", _("Columns"), columns_of(framework, chosen), columns),
        _filter("set", _("Set"), chosen.set, _all(_("All sets"), _sets(given))) if standards else None,
        None if standards else _filter("area", _("Area"), chosen.area, _all(_("All areas"), _areas(framework))),
        _filter("grade", _("Grade"), chosen.grade, _all(_("All grades"), _grades(given))),
        _filter("department", _("Department"), chosen.department, _all(_("All departments"), _departments(framework))),
    ]
    return [one for one in made if one]


def _filter(name: str, label: str, value: str, choices: Sequence[Sequence[str]]) -> State:
    return {"name": name, "label": label, "value": value, "choices": [list(one) for one in choices]}


def _all(label: str, some: Iterable[Sequence[str]]) -> list[Sequence[str]]:
    return [["", label], *some]


def _sets(given: Given) -> list[Sequence[str]]:
    used = {one.set_id: None for one in given.framework.alignments.ordered()}
    return [[one.id, one.title] for one in given.infos.values() if one.id in used]


def _areas(framework: Framework) -> list[Sequence[str]]:
    areas = (areas_of(framework, one) for one in framework.competencies.ordered())
    return [[one, one] for one in dict.fromkeys(area for some in areas for area in some) if one]


def _departments(framework: Framework) -> list[Sequence[str]]:
    return [[one, one] for one in by_department(framework.experiences.ordered()) if one]


def _grades(given: Given) -> list[Sequence[str]]:
    """Return the single grades of the standards and competencies that there are."""
    told = given.aligned.verdict if given.aligned else None
    found = {one for whole in (told.standards, told.indicators) for one in whole.grades()} if told else set()
    return [[one, one.upper()] for one in sorted(found - {""}, key=grade_order)]
