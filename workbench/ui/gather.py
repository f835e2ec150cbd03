"""What a room is drawn from, gathered from the project: no more than the room shows."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from workbench.localize import language
from workbench.measures.verdict import verdict
from workbench.model import Framework, Standard, Thing
from workbench.project import Project
from workbench.store import HistoryEntry
from workbench.ui.desk import Desk
from workbench.ui.history import FEW, SHOWN, lines_of, named_in
from workbench.ui.panes.states import is_overview, room_title, selected_thing
from workbench.ui.rooms import find_room
from workbench.ui.rooms.alignment import ALIGNABLE, chosen_set
from workbench.ui.rooms.matrix import matrix_of
from workbench.ui.view import Aligned, Given, Line
from workbench.ui.words import short_name

OWNED = 30
"""Things of a page whose history is looked up; a long course has more units and supports than anyone reads on."""
SUGGESTED = 5


def gather(desk: Desk, *, shell: str) -> Given:
    """Return everything that the panes are drawn from."""
    project, view = desk.project, desk.view
    room = find_room(view.room)
    # The revision goes out as what the next edit is based on: never a later one than what is shown.
    framework, revision = project.moment
    report = project.report(drafts=view.drafts, sentences=desk.sentences)
    given = Given(
        framework=framework,
        view=view,
        infos={one.id: one for one in project.standards.infos()},
        sets=project.cited,
        covered=project.covered,
        findings=report.findings,
        waived=report.waived,
        all_findings=project.findings(drafts=True, sentences=desk.sentences) if room.wide else (),
        rules=project.rule_set,
        revision=revision,
        editions=tuple(project.editions),
        earlier=project.earlier,
        talk=project.discussion.talk,
        everyone=project.discussion.people,
        me=project.person_id,
        role=project.role,
        binder=on_binder(os.environ),
        warning=project.warning,
        folder=str(project.path.absolute().parent / "publication"),
        project=project.tag,
        shell=shell,
        kept=project.kept,
        present=present(project, shell) if room.wide else (),
        many=desk.many,
        shared=desk.apart,
    )
    if is_overview(given):
        given = replace(given, aligned=aligned(desk, given))
    elif room.shelved:
        given = _shelved(desk, given)
    thing = None if room.wide else selected_thing(given)
    lines = lines_for(project, framework, thing) if room.wide or thing else ()
    people = {**given.people, **_people(project, (one.person for _, one in given.waived))}
    return replace(given, people=people, history=lines, saved=project.saved)


def lines_for(project: Project, framework: Framework, thing: Thing | None) -> tuple[Line, ...]:
    """Return the history of a thing, or of everything, as lines; worked out once for all who look at it."""
    entries = history_of(project, thing)
    names = {one.person: project.person_name(one.person) for one in entries}
    name = f"lines {thing.id if thing else ''} {language()}"
    given = (entries, framework.districts, *named_in(framework, entries))
    return project.kept.take(name, given, names, lambda: lines_of(framework, entries, names.__getitem__))


def present(project: Project, seat: str) -> tuple[tuple[str, str], ...]:
    """Return the others who have the rooms open in this process: the name of each, and what they look at."""
    framework = project.framework
    others = [one for one in project.presence.here if one.seat != seat and one.person != project.person_id and one.room]
    told: dict[tuple[str, str], None] = {}
    for one in others:
        thing = framework.find(one.at) if one.at else None
        where = [room_title(framework, one.room), *([short_name(thing)] if thing else [])]
        told[one.name, ": ".join(where)] = None
    return tuple(told)


def aligned(desk: Desk, given: Given) -> Aligned:
    """Return the answer to “are we aligned?” with the part of the matrix that is looked at, kept while it is the same.

    Standards that nothing of ours meets count as well, so the sets that are used are read whole, once.
    """
    from workbench.checks import not_ready

    framework, sets, chosen = given.framework, desk.project.sets, replace(given.view.matrix, first=0, step="")
    left = 0 if given.view.drafts else not_ready(framework)
    told = given.kept.take(
        "verdict",
        (framework, sets),
        (given.findings, left),
        lambda: verdict(framework, sets, given.findings, drafts_left=left),
    )
    found = desk.aligned.take("matrix", (framework, sets), chosen, lambda: matrix_of(framework, sets, chosen))
    return Aligned(verdict=told, matrix=found)


def _shelved(desk: Desk, given: Given) -> Given:
    """Return what rooms with a set of standards beside them show besides."""
    shelf, view = desk.project.standards, desk.view
    thing = selected_thing(given)
    place, before = (view.room, view.at), desk.shelf
    set_id = chosen_set(given, thing, before[2] if before[:2] == place else "")
    desk.shelf = (*place, set_id)
    if set_id:
        given = replace(given, set_id=set_id, grades=shelf.grades(set_id), below=shelf.covered_below(set_id))
    if view.room == "standards":
        return _at_standards(desk, replace(given, arrival=desk.arrival))
    if thing is None or thing.kind not in ALIGNABLE:
        return given
    said = desk.project.judgements(thing.id)
    asked = bool(set_id) and (shelf.suggests_at_once(set_id) or (view.suggest_from == set_id and shelf.prepare(set_id)))
    suggested = shelf.suggest(thing.id, set_id, limit=SUGGESTED) if asked else ()
    named = [*((one.set_id, one.standard_id) for one in said), *((set_id, one.standard_id) for one in suggested)]
    return replace(
        given,
        suggestions=suggested if asked else None,
        judgements=said,
        people=_people(desk.project, (one.person for one in said)),
        others=_named(desk.project, named),
    )


def _named(project: Project, keys: Iterable[tuple[str, str]]) -> Mapping[tuple[str, str], Standard]:
    """Return the standards of these sets and identifiers that are in the project."""
    by_set: dict[str, list[str]] = {}
    for set_id, standard_id in keys:
        if set_id in project.sets:
            by_set.setdefault(set_id, []).append(standard_id)
    return {
        (set_id, one.standard.id): one.standard
        for set_id, ids in by_set.items()
        for one in project.standards.standards(set_id, ids)
    }


def _people(project: Project, ids: Iterable[str]) -> Mapping[str, str]:
    return {one: project.person_name(one) for one in dict.fromkeys(ids)}


def _at_standards(desk: Desk, given: Given) -> Given:
    """Return what the selected page of the room of standards shows."""
    shelf = desk.project.standards
    kind, _, rest = desk.view.at.partition(" ")
    identifier, _, part = rest.partition(" ")
    info = given.infos.get(identifier)
    if kind == "add":
        return replace(given, shipped=shipped_titles())
    if info is None:
        return given
    if kind == "versions" and info.follows in given.infos:
        decisions = shelf.decisions(info.follows, info.id)
        people = _people(desk.project, (one.person for one in decisions))
        return replace(given, versions=shelf.impact(info.follows, info.id), decisions=decisions, people=people)
    if kind == "strand":
        found = shelf.vertical(info.id, part) if part else None
        return replace(given, strands=shelf.strands(info.id), vertical=found)
    return given


def shipped_titles() -> Mapping[str, str]:
    """Return the titles of the sets that come with the workbench, by key."""
    from workbench.standards import load_shipped, shipped_keys

    return {key: load_shipped(key).title for key in shipped_keys()}


def history_of(project: Project, thing: Thing | None) -> list[HistoryEntry]:
    """Return what was done to a thing and to what belongs to it, or to everything, newest first."""
    if thing is None:
        return project.kept.take("history", (), project.version, project.history)
    ids = tuple(dict.fromkeys((thing.id, *(one.id for one in project.framework.owned(thing.id)))))[:OWNED]
    same = (ids, project.touched(ids))
    return project.kept.take(f"history {thing.id}", (), same, lambda: project.history(ids, limit=SHOWN * FEW))


def on_binder(environ: Mapping[str, Any]) -> bool:
    """Tell whether this runs on a Binder service, where everything vanishes at the end."""
    return any(name.startswith("BINDER_") for name in environ)
