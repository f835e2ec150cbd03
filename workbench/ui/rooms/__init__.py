"""The rooms by key, in the order in which a committee meets them.

Each is a module with the same four functions: ``outline``, ``first``, ``adds`` and ``editor``; a wide room, which has
no outline, needs the last one only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Protocol, cast

from workbench.errors import UnknownName
from workbench.localize import N_
from workbench.model import Framework, Thing
from workbench.ui.view import Given, State


class RoomModule(Protocol):
    """What a room's module holds; all are pure functions of what they are given."""

    def outline(self, given: Given) -> list[State]:
        """Return the nodes of the outline."""

    def first(self, framework: Framework) -> str:
        """Return the id of what is selected when the room is first entered."""

    def adds(self, given: Given, thing: Thing | None) -> list[State]:
        """Return what can be added while ``thing`` is selected."""

    def editor(self, given: Given, thing: Thing | None) -> State:
        """Return the page of what is selected."""


@dataclass(frozen=True, slots=True)
class Room:
    """One room. A ``wide`` room has neither outline nor findings beside it; a ``shelved`` one has standards."""

    key: str
    title: str
    find: str = N_("Find in this room")
    wide: bool = False
    shelved: bool = False

    def columns(self, *, broad: bool = False, talked: bool = True) -> list[str]:
        """Return the panes that F6 goes through, from the left; a ``broad`` page has nothing at its right.

        Beside standards one talks of a thing only where one is selected: ``talked``.
        """
        if self.wide:
            return ["editor"]
        beside = ["findings"] if talked or not self.shelved else []
        if self.shelved:
            beside.append("standards")
        return ["outline", "editor", *([] if broad else beside)]

    @property
    def module(self) -> RoomModule:
        """The room's functions."""
        return cast("RoomModule", import_module(f"workbench.ui.rooms.{self.key}"))


ROOMS: Mapping[str, Room] = {
    room.key: room
    for room in (
        Room("start", N_("Start"), wide=True),
        Room("beliefs", N_("Beliefs and portrait"), N_("Find a belief or practice")),
        Room("competencies", N_("Competencies"), N_("Find a competency or indicator")),
        Room("criteria", N_("Scoring criteria"), N_("Find a competency or indicator")),
        Room("habits", N_("Habits of work"), N_("Find a habit of work")),
        Room("courses", N_("Courses and pathways"), N_("Find a course or pathway")),
        Room("assessments", N_("Assessments"), N_("Find an assessment")),
        Room("standards", N_("Standards"), N_("Find a set"), shelved=True),
        Room("alignment", N_("Alignment"), N_("Find what to align"), shelved=True),
        Room("publish", N_("Publish"), wide=True),
        Room("settings", N_("Settings"), N_("Find a setting, a rule or a scale")),
        Room("bring", N_("Bring in"), wide=True),
    )
}


def find_room(key: str) -> Room:
    """Return the room; raise UnknownName that lists those there are."""
    if key not in ROOMS:
        raise UnknownName.of("room", key, ROOMS)
    return ROOMS[key]
