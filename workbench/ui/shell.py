"""The whole of a room as one widget: four panes around one desk. Switches rooms without a new kernel."""

from __future__ import annotations

import contextlib
import os
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import ipywidgets

from workbench.model import Thing
from workbench.project import Project
from workbench.store import HistoryEntry
from workbench.ui.desk import Desk
from workbench.ui.history import SHOWN, lines_of
from workbench.ui.panes.pane import EditorPane, FindingsPane, HeaderPane, OutlinePane, Pane
from workbench.ui.panes.states import opening, selected_thing, states
from workbench.ui.rooms import find_room
from workbench.ui.view import Given, State

OWNED = 30
"""Things of a page whose history is looked up; a long course has more units and supports than anyone reads on."""


class Shell(ipywidgets.Box):
    """One person's rooms on one project.

    Hosted wherever widgets are: what it shows goes out as the panes' states, what is done comes in as their messages.
    """

    def __init__(self, project: Project, *, room: str = "start") -> None:
        self.desk = Desk(project, opening(room))
        self.header, self.outline = HeaderPane(), OutlinePane()
        self.editor, self.findings = EditorPane(), FindingsPane()
        self._id = uuid.uuid4().hex[:12]
        self._acting = False
        self._main = ipywidgets.Box([self.outline, self.editor, self.findings])
        self._main.add_class("wb-main")
        for pane in self.panes.values():
            pane.on_message(self._take)
        super().__init__([self.header, self._main])
        self.add_class("wb-shell")
        self._leave = project.subscribe(self._changed_elsewhere)
        self.redraw()

    @property
    def panes(self) -> Mapping[str, Pane]:
        """The panes by name."""
        return {"header": self.header, "outline": self.outline, "editor": self.editor, "findings": self.findings}

    def close(self) -> None:
        """Stop listening to the project and take the room off the page."""
        # A shell that could not be made is closed too, and has nothing to leave.
        getattr(self, "_leave", _nothing)()
        super().close()

    def enter(self, room: str) -> None:
        """Show another room."""
        with self._at_work():
            self.desk.enter(room)

    def redraw(self) -> None:
        """Send every pane what it is to show now; a pane that shows it already is left alone."""
        made = states(self.given())
        wide = find_room(self.desk.view.room).wide
        (self._main.add_class if wide else self._main.remove_class)("wb-wide")
        for name, pane in self.panes.items():
            pane.state = made[name]

    def given(self) -> Given:
        """Return everything that the panes are drawn from."""
        project, view = self.desk.project, self.desk.view
        wide = find_room(view.room).wide
        given = Given(
            framework=project.framework,
            view=view,
            sets=project.cited,
            covered=project.covered,
            shelf=project.standards,
            findings=project.findings(drafts=view.drafts),
            all_findings=project.findings(drafts=True) if wide else (),
            rules=project.rule_set,
            revision=project.revision,
            editions=tuple(project.editions),
            binder=on_binder(os.environ),
            warning=self.desk.project.warning,
            folder=str(project.path.resolve().parent / "publication"),
            project=str(project.path),
            shell=self._id,
        )
        latest = project.history(limit=1)
        thing = None if wide else selected_thing(given)
        entries = project.history() if wide else history_of(project, thing) if thing else []
        lines = lines_of(project.framework, entries, project.person_name)
        return replace(given, history=lines, saved=latest[0].at if latest else "")

    def _take(self, pane: Pane, message: State) -> None:
        """Do what a pane asks, redraw, then answer: whoever gets the answer shows the new state already."""
        if "publish" in message or "adopt" in message:
            self._show_busy(next(iter(message)))
        with self._at_work():
            answer = self.desk.take(message)
        if answer and "content" in answer:
            pane.hand_out(answer["file"], answer["content"])
        elif answer:
            pane.send(answer)

    def _show_busy(self, form: str) -> None:
        words = {"publish": "Writing the files. This takes some seconds.", "adopt": "Checking and archiving."}
        forms = {**self.desk.view.forms, form: {"tone": "note", "text": words[form]}}
        self.desk.view = replace(self.desk.view, busy=form, forms=forms)
        self.redraw()

    @contextlib.contextmanager
    def _at_work(self) -> Iterator[None]:
        """Redraw once at the end, however many changes were made meanwhile."""
        self._acting = True
        try:
            yield
        finally:
            self._acting = False
            self.desk.view = replace(self.desk.view, busy="")
            self.redraw()

    def _changed_elsewhere(self) -> None:
        if not self._acting:
            self.redraw()


def history_of(project: Project, thing: Thing) -> list[HistoryEntry]:
    """Return what was done to a thing and to what belongs to it, newest first."""
    ids = [thing.id, *(one.id for one in project.framework.owned(thing.id))][:OWNED]
    entries = [entry for one in dict.fromkeys(ids) for entry in project.history(one, limit=SHOWN)]
    return sorted(entries, key=lambda entry: -entry.revision)


def _nothing() -> None:
    """Leave nothing."""


def on_binder(environ: Mapping[str, Any]) -> bool:
    """Tell whether this runs on a Binder service, where everything vanishes at the end."""
    return any(name.startswith("BINDER_") for name in environ)
