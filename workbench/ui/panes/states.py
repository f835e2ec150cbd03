"""The states of the panes, as pure functions of what a room is given."""

from __future__ import annotations

from typing import Any

from workbench.localize import (
    ENGLISH,
    KNOWN,
    LANGUAGES,
    N_,
    _,
    direction,
    language,
    ngettext,
    number,
    speaking,
    words_of,
)
from workbench.localize.lazy import capital
from workbench.model import Framework, Role, SetInfo, Thing
from workbench.ui.bulk import SETTABLE, settable
from workbench.ui.fields import owners_of
from workbench.ui.find import find_state
from workbench.ui.panes.bundles import PANES
from workbench.ui.panes.findings import findings_state
from workbench.ui.places import is_stray, place_in, room_of_kind
from workbench.ui.rights import fitted, only_words
from workbench.ui.rooms import ROOMS, find_room
from workbench.ui.rooms.alignment import ALIGNABLE, OVERVIEW
from workbench.ui.rooms.alignment_overview import overview_state
from workbench.ui.rooms.standards_priorities import priority_ids
from workbench.ui.rooms.strays import stray_nodes, stray_page
from workbench.ui.sections import sections
from workbench.ui.view import Given, State, View
from workbench.ui.words import KEYS, short_name, term

NAMED_BY = {"competencies": "competency", "habits": "habit", "assessments": "assessment"}
"""Rooms that bear the district's own word for what is in them."""


def states(given: Given) -> dict[str, State]:
    """Return the state of every pane, by the pane's name."""
    room = find_room(given.view.room)
    thing = selected_thing(given)
    columns = room.columns(broad=given.view.broad, talked=thing is not None)
    common = {
        "shell": given.shell,
        "language": given.view.language,
        "direction": direction(given.view.language),
        "written": given.framework.district.language,
        "project": given.project,
        "me": given.me,
        "writes": given.role.may(Role.DRAFTER),
        "revision": given.revision,
        "room": room.key,
        "columns": ["outline", "overview"] if is_overview(given) else columns,
    }
    made = {
        "header": header_state(given),
        "outline": outline_state(given),
        "editor": {
            "focus": {"n": given.view.focus[0], "key": given.view.focus[1]},
            "only": only_words(given.role),
            **_page(given, thing),
        },
        "findings": findings_state(given, thing),
        "standards": standards_state(given, thing) if room.shelved else {},
        "overview": overview_state(given) if is_overview(given) else {},
    }
    whole = {name: {**common, "words": words_of(PANES[name]), **state} for name, state in made.items()}
    return fitted(whole, given.role, room.key, alone=given.view.alone)


def _page(given: Given, thing: Thing | None) -> State:
    """Return the page of what is selected; of what belongs to nothing, one that asks where it belongs."""
    room = find_room(given.view.room)
    if thing and not room.wide and room_of_kind(thing.kind) == room.key and is_stray(given.framework, thing):
        return stray_page(given, thing, room.module.editor(given, thing))
    return room.module.editor(given, thing)


def selected_thing(given: Given) -> Thing | None:
    """Return what is selected in the present room, or what the room begins with."""
    room = find_room(given.view.room)
    chosen = given.framework.find(given.view.at) if given.view.at else None
    return chosen if chosen or room.wide else given.framework.find(room.module.first(given.framework))


def is_overview(given: Given) -> bool:
    """Tell whether the page “Are we aligned?” is looked at: in the room of alignment, nothing of ours is selected."""
    return given.view.room == "alignment" and selected_thing(given) is None


def layout(given: Given) -> dict[str, bool]:
    """Return how the panes stand: the classes of the box around them, and whether each is on."""
    room = find_room(given.view.room)
    return {
        "wb-wide": room.wide,
        "wb-shelved": room.shelved,
        "wb-broad": given.view.broad,
        "wb-overviewed": is_overview(given),
    }


def outline_state(given: Given) -> State:
    """Return what the outline draws: the tree with its counts, what can be added, what is selected."""
    room = find_room(given.view.room)
    thing = selected_thing(given)
    nodes = [] if room.wide else _nodes(given)
    switches = [{"name": "unaligned", "label": _("Show unaligned only"), "on": given.view.unaligned}]
    if given.role.may(Role.COMMENTER):
        switches.append({"name": "alone", "label": _("Note what I say; agree later"), "on": given.view.alone})
    return {
        "title": _(room.title),
        "find": _(room.find),
        "nodes": nodes,
        "selected": selected_node(given, thing),
        "sections": _sections(given, nodes),
        "adds": [] if room.wide else room.module.adds(given, thing),
        "many": _settable(given) if not room.wide else {},
        "switches": switches if room.key == "alignment" else [],
        "none": _("Everything here is aligned.") if given.view.unaligned else _("Nothing here yet."),
    }


def _nodes(given: Given) -> list[State]:
    """Return the tree, worked out once for all who look at it in the same way."""
    room, view = find_room(given.view.room), given.view
    if room.key == "standards":  # rests on what one person has brought in
        return room.module.outline(given)
    name = f"outline {room.key} {view.unaligned} {language()}"
    same = (given.framework, given.findings, given.talk)
    return given.kept.take_like(name, same, lambda: [*room.module.outline(given), *stray_nodes(given, room.key)])


def _sections(given: Given, nodes: list[State]) -> list[State]:
    framework, key = given.framework, find_room(given.view.room).key
    name = f"sections {key} {given.view.unaligned} {language()}"
    return given.kept.take_like(name, (framework, nodes), lambda: sections(framework, nodes, key))


def _settable(given: Given) -> State:
    framework = given.framework
    owners = dict.fromkeys(owner for kind in SETTABLE for owner in owners_of(kind))
    same = (framework.districts, *map(framework.table, owners))
    return given.kept.take_like(f"settable {language()}", same, lambda: settable(framework, SETTABLE))


def selected_node(given: Given, thing: Thing | None) -> str:
    """Return the id of the node that is selected: of a thing, or of a page that is none."""
    if thing and not is_page("settings", given.view.at):
        return thing.id
    return OVERVIEW if is_overview(given) else given.view.at


def standards_state(given: Given, thing: Thing | None) -> State:
    """Return what the pane of common standards draws beside the tree, which it fetches by itself."""
    framework, view = given.framework, given.view
    info = given.infos.get(given.set_id)
    redirected = framework.find(view.redirect) if view.room == "standards" and view.redirect else None
    subject = framework.find(redirected.owner_id) if redirected else thing
    met = (
        [one.standard_id for one in framework.alignments_of(subject.id) if one.set_id == given.set_id]
        if subject
        else []
    )
    can = redirected is not None or (view.room == "alignment" and thing is not None and thing.kind in ALIGNABLE)
    verb = _("Redirect here") if redirected else _("Fits fully") if view.alone else _("Align")
    covered = given.covered.get(given.set_id, 0)
    return {
        "title": info.title if info else _("Standards"),
        "set": given.set_id,
        # A page that decides on one set, or shows a strand of it, has that one beside it.
        "sets": [
            [one.id, set_name(given, one)]
            for one in given.infos.values()
            if one.id == given.set_id or not view.at.startswith(("versions ", "strand "))
        ],
        "grades": list(given.grades),
        "uncovered": view.uncovered,
        "covered": dict(given.below),
        "priorities": priority_ids(framework, given.set_id),
        "mine": met if can and not redirected else [],
        "subject": short_name(subject) if can and subject else "",
        "subject_id": subject.id if can and subject else "",
        "verb": verb,
        "asks": _("Choose the standard that “{name}” meets from now on.", name=short_name(subject))
        if redirected and subject
        else "",
        "says": _("{covered} of {all} covered.", covered=number(covered), all=number(info.leaves)) if info else "",
        "reveal": {"n": view.reveal[0], "id": view.reveal[1]},
        "none": _("This project holds no standards yet. Add some in the room of standards."),
        "example": _("A code, or: energy"),
    }


def set_name(given: Given, info: SetInfo) -> str:
    """Return a set's title; with its version where the project holds several, and marked where it is local."""
    several = any(one.identifier == info.identifier and one.id != info.id for one in given.infos.values())
    version = info.version or _("version not told")
    name = f"{info.title}, {version}" if several else info.title
    return _("{name} (local)", name=name) if info.local else name


def header_state(given: Given) -> State:
    """Return what the head of every room draws."""
    framework, view = given.framework, given.view
    district = framework.district
    title, edition = district.document_title or _("Graduation framework"), len(given.editions)
    adopted = _("{document}, edition {edition} adopted", document=title, edition=edition)
    return {
        "district": district.title or _("Your district"),
        "document": adopted if edition else _("{document}, draft", document=title),
        "rooms": given.kept.take_like(f"rooms {view.room} {language()}", (framework.districts,), lambda: _rooms(given)),
        "leads": given.role.may(Role.FACILITATOR),
        "saved": given.saved,
        "ever": _saved_words(given.revision) if given.revision else "",
        "message": view.message,
        "languages": [[tag, name] for tag, name in LANGUAGES.items()],
        "keys": given.kept.take(f"keys {language()}", (), None, _keys),
        **find_state(framework, view.find, given.kept),
    }


def _rooms(given: Given) -> list[State]:
    framework, here = given.framework, given.view.room
    return [{"key": key, "title": room_title(framework, key), "current": key == here} for key in ROOMS]


def _keys() -> list[Any]:
    return [[_(place), [[_(key), _(does)] for key, does in keys]] for place, keys in KEYS.items()]


def _saved_words(revision: int) -> str:
    return ngettext("{n} change so far, all saved", "{n} changes so far, all saved", revision)


def room_title(framework: Framework, key: str) -> str:
    """Return the name of a room in the district's own words."""
    return capital(term(framework, NAMED_BY[key], 2)) if key in NAMED_BY else _(ROOMS[key].title)


GONE = N_("What you were looking for is not here, or not any more. Find it by a word or a code with Ctrl+K.")


def opening(room: str, at: str = "", framework: Framework | None = None, *, language: str = ENGLISH) -> View:
    """Return the view with which a room opens, at a thing or a page where ``at`` names one; raise UnknownName.

    A thing that ``room`` does not show opens in its own room; an id of nothing is told in the view's message.
    """
    key = find_room(room).key
    language = language if language in KNOWN else ENGLISH
    thing = framework.find(at) if framework and at else None
    if thing and framework:
        key, at = place_in(framework, thing, key)
    elif at and not is_page(key, at):
        with speaking(language):
            told = {"text": _(GONE), "tone": "note", "undo": False}
        return View(room=key, language=language, message=told)
    return View(room=key, language=language, selected={key: at} if at else {})


def is_page(room: str, at: str) -> bool:
    """Tell whether ``at`` names a page that is no thing of ours: of settings, or of a standard set."""
    return at.startswith(PAGES_IN.get(room, ()))


PAGES_IN = {
    "settings": ("page ",),
    "standards": ("set ", "versions ", "strand ", "add"),
    "alignment": (OVERVIEW,),
}
"""How the ids of pages begin that are no things of ours, by room."""
