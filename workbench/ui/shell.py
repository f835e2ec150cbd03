"""The whole of a room as one widget: six panes around one desk. Switches rooms without a new kernel."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import TypeAlias

import ipywidgets

from workbench.errors import WorkbenchError
from workbench.localize import ENGLISH
from workbench.project import Project
from workbench.ui.panes.pane import (
    EditorPane,
    FindingsPane,
    HeaderPane,
    OutlinePane,
    OverviewPane,
    Pane,
    StandardsPane,
)
from workbench.ui.panes.states import opening
from workbench.ui.session import Session
from workbench.ui.view import State

LOOK = 0.5
"""Seconds between two looks at what other programs wrote into the project."""
Later: TypeAlias = Callable[[Callable[[], None]], object]
"""How the thread that draws is asked, from another one, to do something when it has a moment."""


class Shell(ipywidgets.Box):
    """One person's rooms on one project.

    Hosted wherever widgets are: what it shows goes out as the panes' states, what is done comes in as their messages.
    ``at`` is the id of what to open at, ``language`` the one (a BCP 47 tag, as "es") in which the rooms speak at first.
    With ``later`` it opens before sentences have been read, what the checks say
    of them follows, and what other programs write into the project is drawn as soon as they do.
    """

    def __init__(
        self,
        project: Project,
        *,
        room: str = "start",
        at: str = "",
        language: str = ENGLISH,
        later: Later | None = None,
    ) -> None:
        self.session = Session(project, opening(room, at, project.framework, language=language), self._draw)
        self.desk = self.session.desk
        self.header, self.outline = HeaderPane(), OutlinePane()
        self.editor, self.findings, self.standards = EditorPane(), FindingsPane(), StandardsPane()
        self.overview = OverviewPane()
        self._over = threading.Event()
        # A kernel hears widgets in one thread and runs cells in another; a page drawn in both at once might end up
        # with what is older.
        self._turn = threading.Lock()
        self._stale = False
        self._main = ipywidgets.Box([self.outline, self.editor, self.findings, self.standards, self.overview])
        self._main.add_class("wb-main")
        for pane in self.panes.values():
            pane.on_message(self._take)
        super().__init__([self.header, self._main])
        self.add_class("wb-shell")
        self._leave = project.subscribe(self._changed_elsewhere)
        self.desk.sentences = later is None
        self.redraw()
        if later:
            threading.Thread(target=self._beside, args=(later,), daemon=True).start()

    @property
    def panes(self) -> Mapping[str, Pane]:
        """The panes by name."""
        return {
            "header": self.header,
            "outline": self.outline,
            "editor": self.editor,
            "findings": self.findings,
            "standards": self.standards,
            "overview": self.overview,
        }

    def close(self) -> None:
        """Stop listening to the project and take the room off the page."""
        # A shell that could not be made is closed too, and has nothing to leave.
        getattr(self, "_leave", _nothing)()
        # Nor is there anybody to watch for then.
        if "_over" in vars(self):
            self._over.set()
        super().close()

    def enter(self, room: str) -> None:
        """Show another room."""
        with self._turn:
            self.session.enter(room)
        self._draw_what_is_stale()

    def redraw(self) -> None:
        """Send every pane what it is to show now; a pane that shows it already is left alone.

        Where another thread is about to, that one does it.
        """
        self._stale = True
        self._draw_what_is_stale()

    def _draw_what_is_stale(self) -> None:
        while self._stale and self._turn.acquire(blocking=False):
            try:
                self._stale = False
                self.session.redraw()
            finally:
                self._turn.release()

    def _draw(self, made: Mapping[str, State], classes: Mapping[str, bool]) -> None:
        for name, on in classes.items():
            (self._main.add_class if on else self._main.remove_class)(name)
        for name, pane in self.panes.items():
            pane.state = made[name]

    def _beside(self, later: Later) -> None:
        """Read sentences beside the page, which is there already, then watch for what other programs write."""
        # A kernel that ended meanwhile has nobody left to draw for.
        with contextlib.suppress(RuntimeError):
            try:
                self.desk.project.read_sentences()
            finally:
                later(self._sentences_read)
            while not self._over.wait(LOOK):
                later(self._look)

    def _look(self) -> None:
        # A file that cannot be read now says so to whoever writes into it.
        with contextlib.suppress(WorkbenchError):
            self.desk.project.refresh()

    def _sentences_read(self) -> None:
        self.desk.sentences = True
        if not self._over.is_set():
            self.redraw()

    def _take(self, pane: Pane, message: State) -> None:
        with self._turn:
            self.session.take(message, pane.answer)
        self._draw_what_is_stale()

    def _changed_elsewhere(self) -> None:
        if not self.session.acting:
            self.redraw()


def _nothing() -> None:
    """Leave nothing."""
