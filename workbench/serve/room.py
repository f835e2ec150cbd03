"""One open page of the rooms: what its person asks is done here, what changed is sent to it."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from workbench.model import Role
from workbench.project import Project
from workbench.serve.differ import steps
from workbench.ui.desk import Desk
from workbench.ui.session import Session
from workbench.ui.view import State, View

Post: TypeAlias = Callable[[str | bytes], None]
"""Sends a text or a file's content to the page, in order; called from any thread."""
LONGEST = 200
"""Letters of what everybody is told of where somebody is: a page may name anything."""


class Room:
    """A person's page. Its methods wait for each other, and may be called from several threads."""

    def __init__(self, project: Project, view: View, page: str, post: Post, left: Desk | None = None) -> None:
        """Serve the person of ``project`` on the ``page`` with this id, which may have ``left`` a desk before."""
        self.project = project
        self.page = page
        self._post = post
        self._lock = threading.Lock()
        self._shown: dict[str, State] = {}
        self._classes: list[str] = []
        self.session = Session(project, view, self._draw, name=page)
        self.desk.apart = True
        if left:
            self.desk.take_over(left)

    @property
    def desk(self) -> Desk:
        """Where the person sits."""
        return self.session.desk

    @property
    def standing(self) -> tuple[str, str]:
        """In which room the person is, and at which thing."""
        view = self.desk.view
        return view.room, view.at[:LONGEST]

    def outdate(self) -> None:
        """Have the next look draw the page, though nothing was recorded."""
        self.session.version = -1

    @property
    def concerned(self) -> bool:
        """Whether what the person looks at was changed since the page was drawn."""
        at = self.desk.view.at
        return bool(at) and self.project.touched((at,))[0] > self.session.revision

    def catch_up(self) -> None:
        """Send what others changed since the page was last drawn; while its person's deed is done, that is waited for.

        The thread does not wait: whoever did the deed asks again.
        """
        if self.session.version != self.project.version and self._lock.acquire(blocking=False):
            try:
                self.session.redraw()
            finally:
                self._lock.release()

    def take(self, pane: str, message: State) -> None:
        """Do what a pane of the page asks."""
        with self._lock:
            self.session.take(message, lambda told, content: self._answer(pane, told, content))

    def become(self, role: Role) -> None:
        """Give the person another role, at once, and have the next look draw it."""
        self.project.role = role
        self.outdate()

    def _answer(self, pane: str, told: State, content: bytes | None) -> None:
        self._tell({"to": pane, "answer": told, "bytes": content is not None})
        if content is not None:
            self._post(content)

    def _draw(self, made: Mapping[str, State], classes: Mapping[str, bool]) -> None:
        found = {name: steps(self._shown.get(name, {}), state) for name, state in made.items()}
        changed = {name: one for name, one in found.items() if one}
        on = [name for name, is_on in classes.items() if is_on]
        if changed or on != self._classes:
            self._shown, self._classes = dict(made), on
            self._tell({"patch": changed, "box": on})

    def _tell(self, message: Mapping[str, Any]) -> None:
        self._post(json.dumps(message, ensure_ascii=False, separators=(",", ":")))
