"""The rooms in which a committee writes: plain widgets that run wherever widgets are hosted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.project import Project, open_project

if TYPE_CHECKING:
    from workbench.ui.shell import Shell

__all__ = ["show"]

_OPEN: dict[str, Project] = {}


def show(room: str = "start", project: Project | None = None) -> Shell:
    """Return the rooms, opened at ``room``: start, beliefs, competencies, criteria, courses, alignment or publish.

    Without ``project`` it is the one named by the variable WORKBENCH_PROJECT, opened once however often this is
    called. Raises UnknownName for an unknown room, and whatever opening the project raises.
    """
    from workbench.ui.shell import Shell

    return Shell(project or _opened(), room=room)


def _opened() -> Project:
    import os

    from workbench.project import VARIABLE

    name = os.environ.get(VARIABLE, "")
    if name not in _OPEN:
        _OPEN[name] = open_project()
    return _OPEN[name]
