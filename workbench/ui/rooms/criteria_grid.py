"""Scoring criteria as a table: a row an element, a column a level."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from workbench.localize import _
from workbench.localize.lazy import capital
from workbench.model import Criterion, Scale, Thing
from workbench.model.word_diff import word_diff
from workbench.ui.actions import card_actions, usual_scale
from workbench.ui.fields import field_state
from workbench.ui.rooms.nodes import empty_place, link
from workbench.ui.view import Given, State
from workbench.ui.words import counted_kind, term

LEVELS = ("1", "2", "3", "4")
"""Keys of the levels where no scale says others."""


def columns_of(scale: Scale | None) -> list[State]:
    """Return the columns of a table of criteria: a level each, lowest first."""
    if scale is None or not scale.levels:
        return [
            {"key": level, "label": _("Level {level}", level=level), "says": "", "target": False} for level in LEVELS
        ]
    return [
        {
            "key": key,
            "label": f"{key} {name}",
            "says": scale.meanings.get(key, ""),
            "target": key == str(scale.proficient),
        }
        for key, name in scale.levels.items()
    ]


def grids_of(given: Given, subject: Thing) -> list[State]:
    """Return the tables of what a thing is scored by, one a scale; where there is nothing, one that invites."""
    criteria = given.framework.criteria_of(subject.id)
    scales = list(dict.fromkeys(one.scale_id for one in criteria)) or [usual_scale(given.framework, subject.id)]
    return [criteria_grid(given, subject, [one for one in criteria if one.scale_id == key], key) for key in scales]


def element_button(subject: Thing) -> State:
    """Return what adds a row to the table of a thing."""
    return {"label": _("Add an element"), "do": {"add": {"kind": "criterion", "owner": subject.id}}}


def compare_action(given: Given) -> State:
    """Return what shows how each level differs from the one before, or stops showing it."""
    compare = given.view.compare
    label = _("Stop comparing") if compare else _("Compare levels")
    return {"label": label, "do": {"look": {"compare": not compare}}}


def used_in(given: Given, subject: Thing) -> list[State]:
    """Return the assessments that are scored by the criteria of a thing, as lines that lead there."""
    framework = given.framework
    found = {
        task.id: task
        for criterion in framework.criteria_of(subject.id)
        for task in framework.assessments.by("criterion_ids", criterion.id)
    }
    return [link(given, one, counted_kind(framework, len(one.indicator_ids), "indicator")) for one in found.values()]


def criteria_grid(given: Given, subject: Thing, criteria: Sequence[Criterion], scale_id: str) -> State:
    """Return the table of a thing's criteria of one scale; an invitation where there are none."""
    framework = given.framework
    columns = columns_of(framework.scales.get(scale_id))
    add = {"label": _("Describe the first element"), "do": {"add": {"kind": "criterion", "owner": subject.id}}}
    return {
        "type": "grid",
        "key": f"{subject.id} {scale_id}",
        "title": capital(term(framework, "criterion")) if len(criteria) == 1 else _("Scoring criteria"),
        "head": _("Element"),
        "columns": columns,
        "rows": [_row(given, one, columns, place and criteria[place - 1].id) for place, one in enumerate(criteria)],
        "empty": empty_place(framework, "criterion", add),
    }


def _row(given: Given, criterion: Criterion, columns: Sequence[State], above: str | Literal[0]) -> State:
    name = criterion.element or _("this element")
    cells = [_cell(given, criterion, column, name) for column in columns]
    if given.view.compare:
        for before, cell in pairwise(cells):
            cell["compared"] = word_diff(before["value"], cell["value"]) if cell["value"] else []
    return {
        "id": criterion.id,
        "name": name,
        "ready": criterion.ready,
        "head": field_state(given, criterion, "element", form="text", label=_("Element"), rows=1, apart=True),
        "cells": cells,
        "actions": [
            {"label": _("Copy"), "do": {"duplicate": criterion.id}},
            *_levels_as_above(criterion, above),
            *card_actions(given.framework, criterion),
        ],
    }


def _levels_as_above(criterion: Criterion, above: str | Literal[0]) -> list[State]:
    """Return the action that takes over the descriptors of the row above, to write on from there."""
    says = _("Copies the descriptors of the element above in place of these; undo takes it back.")
    wish = {"copy_descriptors": {"from": above, "to": criterion.id}}
    return [{"label": _("Levels as above"), "says": says, "do": wish}] if above else []


def _cell(given: Given, criterion: Criterion, column: State, name: str) -> State:
    label, path = column["label"], f"descriptors.{column['key']}"
    return field_state(
        given, criterion, path, label=label, says=f"{label}: {name}", target=column["target"], apart=True
    )
