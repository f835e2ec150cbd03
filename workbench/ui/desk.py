"""One person at one project: what they ask is done here, and their view follows. Knows no widget.

Each of its ``deeds`` takes what a pane sent and returns an answer to that pane, or None.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any, get_args

from workbench.errors import UnknownName, WorkbenchError
from workbench.localize import KNOWN, LANGUAGES, N_, _, ngettext
from workbench.localize.lazy import capital
from workbench.measures.coverage import By, Rows
from workbench.model import Conflict, Thing, duplicate, field_value, remove, set_field
from workbench.model.word_diff import word_diff
from workbench.project import Outcome, Project
from workbench.project.kept import Kept
from workbench.ui import bringing, bulk, choices, counter, discussing, intake, recall
from workbench.ui.actions import added, moved, removed_words
from workbench.ui.answers import QUESTIONS
from workbench.ui.fields import changes_from
from workbench.ui.history import lines_of
from workbench.ui.many import Many
from workbench.ui.panes.states import is_page
from workbench.ui.places import SHOWN_IN_OWNER, place_of
from workbench.ui.rooms import find_room
from workbench.ui.view import Arrival, MatrixView, State, View
from workbench.ui.words import HELD, passed_words

FIRST_FIELDS = ("statement", "question", "element", "prompt", "rationale", "title")
"""Where writing begins in something new: the first of these fields that it has."""
UNDONE = (N_("Undone: {what}."), N_("Undone."), N_("There is nothing of yours to undo."))
REDONE = (N_("Done again: {what}."), N_("Done again."), N_("There is nothing to do again."))
STEP = 2000
"""Changes that are read back to tell what a step did; of a longer one, the last of them."""
LOOKS = {
    "set",
    "drafts",
    "unaligned",
    "uncovered",
    "alone",
    "compare",
    "redirect",
    "suggest_from",
    "change",
    "find",
    "message",
}
"""What changes how one looks, by the name that a wish gives it."""


class Desk:
    """A project, and the view of the one person who sits before it."""

    def __init__(self, project: Project, view: View) -> None:
        """Sit down before ``project`` with a first ``view``."""
        self.project = project
        self.view = view
        self.arrival: Arrival | None = None
        self.aligned = Kept()
        self.many = Many()
        # The set of standards that was drawn last, and beside what: the room, the selected thing, the set.
        self.shelf = ("", "", "")
        self.sentences = True
        # Whether others work in this process, who should not notice that somebody publishes.
        self.apart = False
        self.folder: tempfile.TemporaryDirectory[str] | None = None
        self.deeds: Mapping[str, Callable[[Any], State | None]] = {
            "edit": self.edit,
            "add": self.add,
            "remove": self.remove,
            "duplicate": self.duplicate,
            "move": self.move,
            "ready": self.ready,
            "undo": lambda _wish: self.turn(self.project.undo, *UNDONE),
            "redo": lambda _wish: self.turn(self.project.redo, *REDONE),
            "select": self.select,
            "go": self.go,
            "room": self.enter,
            "visit": self.visit,
            "language": self.speak,
            "look": self.look,
            "matrix": self.walk,
            "reveal_standard": self.reveal,
            "publish": lambda wish: counter.publish(self, wish),
            "adopt": lambda wish: counter.adopt(self, wish),
            "download": lambda name: counter.download(self, name),
            "copy": lambda _wish: counter.copy(self),
            "export": lambda wish: counter.export(self, wish),
            "crosswalk": lambda wish: counter.crosswalk(self, wish),
            "upload": lambda wish: intake.upload(self, wish),
            "fetch": lambda wish: intake.fetch(self, wish),
            "mapping": lambda wish: discussing.heard(self, intake.change_mapping, wish),
            "keep": lambda _wish: intake.keep(self),
            "drop": lambda _wish: intake.drop(self),
            "shipped": lambda key: intake.add_shipped(self, key),
            "meet": lambda wish: choices.meet(self, wish),
            "agree": lambda wish: choices.agree(self, wish),
            "prioritize": lambda wish: choices.prioritize(self, wish),
            "judge": lambda wish: discussing.heard(self, choices.judge, wish),
            "decide": lambda wish: choices.decide(self, wish),
            "decide_all": lambda wish: choices.decide_all(self, wish),
            "waive": lambda wish: choices.waive(self, wish),
            "fix": lambda key: choices.fix(self, key),
            "unwaive": lambda key: choices.unwaive(self, key),
            "bring_back": lambda wish: recall.bring_back(self, wish),
            "setting": lambda wish: choices.setting(self, wish),
            **{name: partial(discussing.heard, self, deed) for name, deed in discussing.DEEDS.items()},
            "bring_paste": lambda wish: bringing.paste(self, wish),
            "bring_choice": lambda wish: bringing.choose(self, wish),
            "bring_keep": lambda _wish: bringing.keep(self),
            "bring_drop": lambda _wish: bringing.drop(self),
            "bulk": lambda wish: bulk.do(self, wish),
            "copy_descriptors": lambda wish: bulk.copy(self, wish),
            "find_text": lambda wish: bulk.find(self, wish),
            "untick": lambda wish: bulk.untick(self, wish),
            "replace_text": lambda wish: bulk.replace_all(self, wish),
            "renumber": lambda wish: bulk.renumber(self, wish),
            "recode": lambda _wish: bulk.recode(self),
        }

    def take_over(self, left: Desk) -> None:
        """Go on where the same person left another desk, at the place that is looked at here."""
        view, was = self.view, left.view
        elsewhere = {room: at for room, at in was.selected.items() if room != view.room}
        self.view = replace(
            was,
            room=view.room,
            selected={**elsewhere, **view.selected},
            language=view.language,
            message=view.message or was.message,
            # What was being done there is told nowhere when it is done.
            forms={} if was.busy else was.forms,
            busy="",
        )
        self.arrival, self.many, self.aligned, self.shelf = left.arrival, left.many, left.aligned, left.shelf
        self.folder, left.folder = left.folder, None

    def close(self) -> None:
        """Let go of the files that arrived here."""
        intake.forget(self)

    def take(self, message: State) -> State | None:
        """Do what a pane asks, and return the answer to it: an edit's fate, a file, or None.

        What cannot be done is told in the view's message, in the words of the error.
        """
        ((name, wish),) = list(message.items())[:1] or (("look", {}),)
        try:
            if name not in self.deeds:
                raise UnknownName.of("action", name, self.deeds)
            if name != "edit":  # That a project cannot be read is the answer to an edit.
                self.project.refresh()
            return self.deeds[name](wish)
        except WorkbenchError as error:
            self.tell(str(error), tone="stop")
            return None

    def answer(self, name: str, wish: State) -> State | None:
        """Return the answer to a question, which changes nothing; None where there is none any more."""
        try:
            return QUESTIONS[name](self.project, wish)
        except WorkbenchError:
            return None  # The set or the standard is no longer here; the next state says so.

    def tell(self, text: str, *, tone: str = "note", undo: bool = False) -> None:
        """Say what was done, with undo where that takes it back."""
        self.view = replace(self.view, message={"text": text, "tone": tone, "undo": undo})

    def edit(self, wish: State) -> State:
        """Take what was typed into one field: saved, held because two people wrote at once, or refused (for now)."""
        settled = {"key": wish.get("key"), "n": wish.get("n")}
        try:
            self.project.refresh()
            changes = changes_from(self.project.framework, wish)
            made = self.project.edit(changes, base=wish.get("base"), identifier=str(wish.get("edit", "")))
        except WorkbenchError as error:
            gone = {} if self.project.framework.find(wish["id"]) else {"gone": True}
            return {"settled": {**settled, "refused": str(error), "later": error.passes, **gone}}
        if made.conflicts:
            return {"settled": {**settled, "conflict": conflict_state(made.conflicts[0])}}
        merged = any(field_value(made.framework.get(one.id), one.field) != one.new for one in changes)
        return {"settled": {**settled, "revision": made.revision, "merged": merged}}

    def add(self, wish: State) -> None:
        """Add a thing, select it or the page it stands on, and begin writing there."""
        thing, changes = added(self.project.framework, wish, self.project.mint)
        self.project.edit(changes)
        self.show(thing, stay=bool(wish.get("stay")))

    def remove(self, identifier: str) -> None:
        """Remove a thing with all that belongs to it; say so, and select what is next to it."""
        framework = self.project.framework
        thing = framework.get(identifier)
        words = removed_words(framework, identifier)
        siblings = [one.id for one in framework.siblings(thing)]
        place = siblings.index(identifier)
        nearest = [*siblings[place + 1 :], *reversed(siblings[:place])][:1] or [thing.owner_id]
        if self._done(self.project.edit(remove(framework, identifier))):
            if self.view.at == identifier:
                self.select(nearest[0])
            self.tell(words, undo=True)

    def duplicate(self, identifier: str) -> None:
        """Copy a thing with all that belongs to it, and select the copy."""
        copy, changes = duplicate(self.project.framework, identifier, self.project.mint)
        self.project.edit(changes)
        self.show(self.project.framework.get(copy))

    def move(self, wish: State) -> None:
        """Move a thing up or down among those it stands with."""
        changes = moved(self.project.framework, wish["id"], wish["by"])
        if changes:
            self._done(self.project.edit(changes))
        else:
            self.tell(_("It stands at the end already."))

    def ready(self, wish: State) -> None:
        """Mark things ready for review, or take them back to draft, as one step."""
        framework = self.project.framework
        changes = [change for one in wish["ids"] for change in set_field(framework, one, "ready", wish["value"])]
        if self._done(self.project.edit(changes)) and len(wish["ids"]) > 1:
            count = len(wish["ids"])
            ready = ngettext("{n} thing is ready for review now.", "{n} things are ready for review now.", count)
            draft = ngettext("{n} thing is a draft again.", "{n} things are drafts again.", count)
            self.tell(ready if wish["value"] else draft, undo=True)

    def turn(self, deed: Callable[[], Outcome | None], done: str, plainly: str, nothing: str) -> None:
        """Undo or redo, and say which step that was."""
        before = self.project.framework
        made = deed()
        if made is None:
            self.tell(_(nothing))
            return
        self.many = replace(self.many, search=None, codes=None)  # What is listed stood in the texts before this.
        if self._done(made):
            entries = [one for one in self.project.history(limit=STEP) if one.revision == made.revision]
            ids = {one.change.id for one in entries}
            # What was taken away just now has its name still in what was there before.
            known = max((made.framework, before), key=lambda one: sum(one.find(key) is not None for key in ids))
            lines = lines_of(known, entries, self.project.person_name, turned=True)
            words = _(done, what=lines[0].what) if lines else _(plainly)
            self.tell(f"{words} {passed_words(made.passed)}" if made.passed else words)

    def _done(self, made: Outcome) -> bool:
        if made.conflicts:
            self.tell(_(HELD), tone="stop")
        return not made.conflicts

    def show(self, thing: Thing, *, stay: bool = False) -> None:
        """Select a thing, or the page that it stands on, and put the caret where writing begins."""
        if not stay:
            room, identifier = place_of(self.project.framework, thing)
            if thing.kind not in SHOWN_IN_OWNER:
                self.view = replace(self.view, room=room)
            self.select(identifier)
        first = next((name for name in FIRST_FIELDS if name in thing.specs()), "code")
        self.view = replace(self.view, focus=(self.view.focus[0] + 1, f"{thing.id}/{first}"), message=None)

    def select(self, identifier: str) -> None:
        """Select a thing in the present room."""
        chosen = {**self.view.selected, self.view.room: identifier}
        self.view = replace(self.view, selected=chosen, message=None, redirect="")

    def go(self, wish: State) -> State | None:
        """Go to where a thing is written, or to a named room with it selected.

        ``drafts``: because of a finding, which is to be seen there even if the thing is a draft. That a thing is here
        no more is told, and answered: a text may be waiting for it.
        """
        try:
            thing = self.project.framework.get(wish["id"])
        except UnknownName as error:
            self.tell(str(error), tone="stop")
            return {"missing": {"id": wish["id"], "says": str(error)}}
        self.view = replace(self.view, drafts=self.view.drafts or bool(wish.get("drafts") and not thing.ready))
        room, identifier = place_of(self.project.framework, thing)
        self.enter(find_room(wish.get("room") or room).key)
        self.select(identifier)
        return None

    def enter(self, key: str) -> None:
        """Enter a room; what was selected there is selected still."""
        self.view = replace(self.view, room=find_room(key).key, message=None, find="")

    def visit(self, wish: State) -> None:
        """Go where an address leads: to a room, and to a page of it, or a thing in it if it is still there."""
        self.enter(wish["room"])
        if self.project.framework.find(wish["at"]) or is_page(self.view.room, wish["at"]):
            self.select(wish["at"])

    def speak(self, wish: str) -> None:
        """Have the rooms speak another language to this person; raise UnknownName for one that they do not."""
        if wish not in KNOWN:
            raise UnknownName.of("language", wish, LANGUAGES)
        self.view = replace(self.view, language=wish)

    def look(self, wish: State) -> None:
        """Change how one looks: search words, the standard set, what is listed. An empty wish only looks again."""
        names = {"set": "set_id"}
        self.view = replace(self.view, **{names.get(key, key): value for key, value in wish.items() if key in LOOKS})
        if "set" in wish and self.view.at.startswith("set "):
            self.select(f"set {wish['set']}")  # The page of a set goes with the set beside it.

    def walk(self, wish: State) -> None:
        """Look at another part of the matrix of alignment; another choice of rows or columns begins at its top."""
        known = dataclasses.asdict(MatrixView())
        chosen = {name: value for name, value in wish.items() if name in known and type(value) is type(known[name])}
        for name, some in {"rows": get_args(Rows), "by": ("", *get_args(By))}.items():
            if chosen.get(name, some[0]) not in some:
                raise UnknownName.of("part of the matrix", chosen[name], some)
        top = {} if {"first", "step"}.issuperset(chosen) else {"first": 0}
        self.view = replace(self.view, matrix=replace(self.view.matrix, **{**top, **chosen}))

    def reveal(self, wish: State) -> None:
        """Go to a standard in the tree of its set, beside the first thing of ours that is aligned to it, or may be."""
        framework = self.project.framework
        met = (one.subject_id for one in framework.alignments_to(wish["set"], wish["standard"]))
        self.select(next(chain(met, framework.indicators, framework.experiences), ""))
        self.view = replace(self.view, set_id=wish["set"], reveal=(self.view.reveal[0] + 1, wish["standard"]))


def conflict_state(conflict: Conflict) -> State:
    """Return the three texts of a conflict with their differing words, and whether one text can hold both."""
    texts = [_plain(one) for one in (conflict.base, conflict.theirs, conflict.mine)]
    base, theirs, mine = texts
    whole_texts = all(isinstance(one, str | None) for one in (conflict.base, conflict.theirs, conflict.mine))
    return {
        "theirs": conflict.theirs,
        "before": [["same", base]] if base else [],
        "their_words": word_diff(base, theirs),
        "my_words": word_diff(base, mine),
        "combines": whole_texts,
    }


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return "" if value is None else capital(str(value)) if isinstance(value, bool) else str(value)
