"""The rooms in which a committee writes: plain widgets that run wherever widgets are hosted."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

from workbench.localize import ENGLISH
from workbench.project import VARIABLE, Project, open_project

if TYPE_CHECKING:
    from workbench.ui.shell import Later, Shell

__all__ = ["show"]

PERSON = "WORKBENCH_PERSON"
"""The variable that names who writes; “workbench open” sets it."""
_OPEN: dict[str, Project] = {}


def show(room: str = "start", project: Project | None = None, *, at: str = "", language: str = ENGLISH) -> Shell:
    """Return the rooms, opened at one of them, and at the thing with the id ``at`` where that is given.

    ``room``: start, beliefs, competencies, criteria, habits, courses, assessments, standards, alignment, publish or
    settings. What it does not show is shown in its own room.
    ``language``: en, es or pt-BR, in which the rooms speak until somebody chooses another at their head.
    Without ``project`` it is the one named by the variable WORKBENCH_PROJECT, opened once however often this is
    called. Raises UnknownName for an unknown room, and whatever opening the project raises.
    """
    from workbench.ui.shell import Shell

    return Shell(project or _opened(), room=room, at=at, language=language, later=_later())


def _later() -> Later | None:
    """Return how a kernel is asked to do something when it has a moment; None outside of one, as in a script."""
    from IPython.core.getipython import get_ipython

    if getattr(get_ipython(), "kernel", None) is None:
        return None
    return asyncio.get_running_loop().call_soon_threadsafe


def _opened() -> Project:
    name = os.environ.get(VARIABLE, "")
    if name not in _OPEN:
        _OPEN[name] = open_project(person=os.environ.get(PERSON, ""))
    return _OPEN[name]
