"""What one field of a thing held before: who wrote it, when and why; and having an older text again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any, Protocol

from workbench.errors import BadEdit
from workbench.localize import ENGLISH, _, speaking
from workbench.model import field_value, set_field
from workbench.model.word_diff import word_diff
from workbench.project import Project
from workbench.store import HistoryEntry
from workbench.ui.history import words_of
from workbench.ui.view import State, View
from workbench.ui.words import HELD, day_words
from workbench.workshop.mentions import GONE

SHOWN = 40


class Recaller(Protocol):
    """What bringing back needs: a project and the view in which it is told."""

    project: Project
    view: View

    def tell(self, text: str, *, tone: str = "note", undo: bool = False) -> None:
        """Say what was done."""


def field_history(project: Project, wish: State) -> State:
    """Return what a field held, newest first: who wrote it, the words that went and came, and why.

    ``wish``: id, field ("descriptors.3" of a field of texts), and the key under which the pane knows it.
    """
    thing = project.framework.get(wish["id"])
    now = field_value(thing, wish["field"])
    lines = [_line(project, one, now) for one in _entries(project, thing.id, wish["field"])]
    # Of several times that a field held what it holds now, the last one stands.
    last = next((line["key"] for line in lines if line["now"]), "")
    return {"history": {"key": wish["key"], "lines": [{**line, "now": line["key"] == last} for line in lines]}}


def _entries(project: Project, identifier: str, field: str) -> Iterator[HistoryEntry]:
    return (one for one in project.history(identifier, field, limit=SHOWN) if one.change.field == field)


def _line(project: Project, entry: HistoryEntry, now: Any) -> State:
    spec, change, held = entry.change.spec(), entry.change, str(entry.status) == "held"
    old, new = (words_of(project.framework, spec, one) for one in (change.old, change.new))
    says = "" if entry.undoes is None else _("did this again") if entry.again else _("took this back")
    if held:
        says = _("not saved then: somebody else had changed the same words")
    return {
        "key": _key(entry),
        "who": project.person_name(entry.person) or _(GONE),
        "at": entry.at,
        "says": says,
        "why": entry.why,
        "parts": word_diff(old, new) if old or new else [],
        "now": not held and change.new == now,
        "can": change.new not in (None, "", now),
    }


def _key(entry: HistoryEntry) -> str:
    return f"{entry.revision} {entry.status} {entry.at}"


def bring_back(desk: Recaller, wish: State) -> None:
    """Have an older text again, as an edit like any other, which says in its ``why`` whose it was."""
    project, identifier, field = desk.project, wish["id"], wish["field"]
    entries = {_key(one): one for one in _entries(project, identifier, field)}
    if wish["key"] not in entries:
        raise BadEdit(_("This earlier text is not in the history of this field."))
    entry = entries[wish["key"]]
    changes = set_field(project.framework, identifier, field, entry.change.new)
    with speaking(ENGLISH):
        why = _brought_back(project, entry).removesuffix(".")
    if project.edit(changes, why=why).conflicts:
        desk.tell(_(HELD), tone="stop")
    else:
        desk.tell(_brought_back(project, entry), undo=True)


def _brought_back(project: Project, entry: HistoryEntry) -> str:
    who, day = project.person_name(entry.person) or _(GONE), dt.datetime.fromisoformat(entry.at).date()
    return _("Brought back what {who} wrote on {day}.", who=who, day=day_words(day))
