"""One person's rooms without the page that hosts them: messages come in, states of the panes go out.

The same under JupyterLab's widgets and under our own server. Knows no widget and no network.
"""

from __future__ import annotations

import contextlib
import logging
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from workbench.localize import N_, _, speaking
from workbench.project import Project
from workbench.ui.answers import QUESTIONS
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.intake import last_piece
from workbench.ui.panes.states import layout, states
from workbench.ui.view import State, View

FAILED = N_("Something failed here, and what you did last may not be saved. Look at it, then try again.")
BUSY = {
    "publish": N_("Writing the files. This takes some seconds."),
    "adopt": N_("Checking and archiving."),
    "upload": N_("Reading the standards."),
    "fetch": N_("Fetching the standards."),
    "keep": N_("Adding the standards to the project."),
}
"""What takes more than a moment, and what is said meanwhile."""

Draw: TypeAlias = Callable[[Mapping[str, State], Mapping[str, bool]], None]
"""Shows the state of each pane, by name, and which classes the box around them has."""
Answer: TypeAlias = Callable[[State, bytes | None], None]
"""Answers the pane that asked, with a file's content where there is one."""
_LOG = logging.getLogger("workbench.ui")


class Session:
    """A person before a project, and what is shown to them."""

    def __init__(self, project: Project, view: View, draw: Draw, *, name: str = "") -> None:
        """Begin with a first ``view``; nothing is drawn before ``redraw``. ``name`` tells this page from others."""
        self.desk = Desk(project, view)
        self.id = name or uuid.uuid4().hex[:12]
        self.acting = False
        self.version = self.revision = -1
        self._draw = draw

    def redraw(self) -> None:
        """Show every pane what it is to show now."""
        # Before anything is read: what changes meanwhile is drawn once more.
        self.version, self.revision = self.desk.project.version, self.desk.project.revision
        with speaking(self.desk.view.language):
            given = gather(self.desk, shell=self.id)
            made = states(given)
        self._draw(made, layout(given))

    def enter(self, room: str) -> None:
        """Show another room."""
        with self._at_work():
            self.desk.enter(room)

    def take(self, message: State, answer: Answer) -> None:
        """Do what a pane asks, redraw, then answer: whoever gets the answer shows the new state already.

        A question changes nothing and is answered at once. So is an edit: that it is saved is known before the checks
        have looked at it, and the pane keeps what was typed until a state holds it.
        """
        before = self.desk.view
        with speaking(before.language):
            try:
                self._take(message, answer)
            except Exception:  # noqa: BLE001  # what our pages never ask, or a fault of ours: the page stays
                _LOG.exception("A page asked for what cannot be done.")
                self.desk.view = before
                self.desk.tell(_(FAILED), tone="stop")
                self.redraw()
                if isinstance(wish := message.get("upload"), dict):  # or the page would go on waiting, and send it anew
                    answer({"uploaded": {"id": str(wish.get("id")), "at": 0, "refused": True}}, None)

    def _take(self, message: State, answer: Answer) -> None:
        name = next(iter(message), "")
        if name in QUESTIONS:
            if told := self.desk.answer(name, message[name]):
                answer(told, None)
            return
        if name == "upload" and not last_piece(message[name]):
            told = self.desk.take(message) or {}
            if told.get("uploaded", {}).get("refused"):
                self.redraw()
            answer(told, None)
            return
        if name in BUSY:
            self._show_busy(name)
        with self._at_work():
            told = self.desk.take(message) or {}
            if name == "edit":
                answer(told, None)
        if name == "edit":
            return
        if "content" in told:
            answer({"file": told["file"]}, told["content"])
        elif told:
            answer(told, None)

    def _show_busy(self, form: str) -> None:
        forms = {**self.desk.view.forms, form: {"tone": "note", "text": _(BUSY[form])}}
        told = forms if form in ("publish", "adopt") else self.desk.view.forms
        self.desk.view = replace(self.desk.view, busy=_(BUSY[form]), forms=told)
        self.redraw()

    @contextlib.contextmanager
    def _at_work(self) -> Iterator[None]:
        """Redraw once at the end, however many changes were made meanwhile."""
        self.acting = True
        try:
            yield
        finally:
            self.acting = False
            self.desk.view = replace(self.desk.view, busy="")
            self.redraw()
