"""Starter frameworks: a folder of JSON files in ``standards_data/starters/`` that a new project begins with.

A starter is written with readable identifiers and with the codes of standards; both are exchanged
for real ones when it becomes a project.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from workbench.errors import BadFile, UnknownName, WorkbenchError
from workbench.model import Alignment, Framework, PriorityStandard, StandardSet, fold_code, from_json, with_ids
from workbench.resources import resource_folder

HEAD = "starter.json"
Citing = TypeVar("Citing", Alignment, PriorityStandard)


@dataclass(frozen=True, slots=True, kw_only=True)
class Starter:
    """A starter as its files say: ``sets`` are keys of shipped standard sets, ids are readable words."""

    name: str
    title: str
    description: str
    sets: tuple[str, ...]
    rule_set: str
    framework: Framework


def starter_names() -> tuple[str, ...]:
    """Return the names of the starters that are shipped, "blank" among them."""
    return tuple(sorted(head.parent.name for head in _home().glob(f"*/{HEAD}")))


def load_starter(name: str) -> Starter:
    """Return one starter; raise UnknownName, or BadFile that names the file at fault."""
    if name not in starter_names():
        raise UnknownName.of("starter", name, starter_names())
    folder = _home() / name
    head = _read(folder / HEAD)
    merged: dict[str, Any] = {}
    for path in sorted(folder.glob("*.json")):
        if path.name != HEAD:
            for table, entries in _read(path).items():
                merged.setdefault(table, []).extend(entries)
    try:
        framework = from_json(merged)
    except WorkbenchError as error:
        raise BadFile(f"The starter “{name}” cannot be read. {error}") from error
    return Starter(
        name=name,
        title=head["title"],
        description=head["description"],
        sets=tuple(head["sets"]),
        rule_set=head["rule_set"],
        framework=framework,
    )


def instantiate(starter: Starter, sets: Mapping[str, StandardSet], mint: Callable[[], str]) -> Framework:
    """Return the starter's framework with ids of its own, what it cites pointing into ``sets`` (by key).

    Raises BadFile where the starter cites a standard that is not in its sets.
    """
    things = list(starter.framework.things())
    new_ids = {thing.id: mint() for thing in things}
    framework = Framework()
    for kind in dict.fromkeys(thing.kind for thing in things):
        fresh = [with_ids(thing, new_ids) for thing in things if thing.kind == kind]
        framework = framework.having(kind, fresh, [])
    aligned = [_in_set(starter, sets, one) for one in framework.alignments.ordered()]
    chosen = [
        replace(_in_set(starter, sets, one), code=one.standard_id) for one in framework.priority_standards.ordered()
    ]
    districts = [replace(district, rule_set=starter.rule_set) for district in framework.districts.ordered()]
    framework = framework.having("alignment", list(aligned), []).having("priority_standard", list(chosen), [])
    return framework.having("district", list(districts), [])


def _in_set(starter: Starter, sets: Mapping[str, StandardSet], one: Citing) -> Citing:
    """Return what names a set by its key and a standard by its code with the identifiers of both."""
    held = sets[one.set_id]
    found = held.by_code.get(fold_code(one.standard_id))
    if found is None:
        raise BadFile(f"The starter “{starter.name}” cites {one.standard_id}, which is not in “{one.set_id}”.")
    return replace(one, set_id=held.id, standard_id=found.id)


def _home() -> Path:
    return resource_folder("standards_data") / "starters"


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise BadFile(f"{path.name} is not complete JSON: line {error.lineno}, column {error.colno}.") from error
