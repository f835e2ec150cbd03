"""How a thing came to be, as lines for people to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import Any

from workbench.model import EXISTS, Change, FieldSpec, Form, Framework, kind_of
from workbench.model.word_diff import word_diff
from workbench.store import HistoryEntry
from workbench.ui.view import Line, State
from workbench.ui.words import capital, counted, in_list, short_name, term

SHOWN = 30
FEW = 2
"""Things of one step that are told one by one; of more, the first, and how many more."""


def line_state(line: Line) -> State:
    """Return one line as a pane shows it, with the words that went and came."""
    parts = word_diff(line.old, line.new) if line.old or line.new else []
    return {"key": line.key, "who": line.who, "at": line.at, "what": line.what, "parts": parts, "why": line.why}


def lines_of(framework: Framework, entries: Iterable[HistoryEntry], name_of: Callable[[str], str]) -> tuple[Line, ...]:
    """Return the history as lines, newest first: one for each thing that a change set touched.

    A step that touched many things is one line. ``name_of`` tells the name of an opaque person id.
    """
    found: list[Line] = []
    for _, step in groupby(entries, key=lambda one: (one.revision, one.status)):
        things: dict[str, list[HistoryEntry]] = {}
        for entry in step:
            things.setdefault(entry.change.id, []).append(entry)
        shown = list(things.values()) if len(things) <= FEW else list(things.values())[:1]
        found += [_line(framework, of_thing, len(things) - len(shown), name_of) for of_thing in shown]
    return tuple(found[:SHOWN])


def _line(framework: Framework, entries: Sequence[HistoryEntry], others: int, name_of: Callable[[str], str]) -> Line:
    """Return the line of one thing in one change set; ``others`` are the things told with it."""
    first = entries[0]
    what, old, new = _told(framework, [one.change for one in entries])
    if others:
        what, old, new = f"{what} and {others if others < SHOWN else 'many'} more", "", ""
    held = " (not saved: somebody else had changed the same words)" if str(first.status) == "held" else ""
    undone = "took back: " if first.undoes else ""
    key = f"{first.revision} {first.change.id} {first.status}"
    told = f"{undone}{what}{held}"
    return Line(key=key, who=name_of(first.person), at=first.at, what=told, old=old, new=new, why=first.why)


def _told(framework: Framework, changes: Sequence[Change]) -> tuple[str, str, str]:
    """Return what changes to one thing did, and, where it was one text, the text before and after."""
    thing = framework.find(changes[0].id)
    kind = changes[0].kind
    name = f"“{short_name(thing)}”" if thing else f"a {term(framework, kind)} that is gone"
    existence = next((change for change in changes if change.field == EXISTS), None)
    if existence:
        return (f"added {name}" if existence.new else f"removed {name}"), "", ""
    typed = [change for change in changes if change.field not in ("order", kind_of(kind).owner_field())]
    if not typed:
        return f"moved {name}", "", ""
    if len(typed) > 1:
        return f"changed {counted(len(typed), 'field')} of {name}", "", ""
    return _one_field(framework, name, typed[0])


def _one_field(framework: Framework, name: str, change: Change) -> tuple[str, str, str]:
    if change.field == "ready":
        return (f"marked {name} ready for review" if change.new else f"took {name} back to draft"), "", ""
    spec = change.spec()
    _, key = change.name_and_key
    old, new = (words_of(framework, spec, one) for one in (change.old, change.new))
    if change.kind == "district" and key:
        return f"changed {_setting(change.name_and_key)}", old, new
    part = ""
    if key:
        target = framework.find(key)
        part = f" for “{short_name(target)}”" if target else f", {key},"
    if key and change.kind == "criterion":
        return f"changed level {key} of {name}", old, new
    if spec.form in (Form.REF, Form.REFS):
        return f"changed “{spec.label}” of {name}", "", ""
    return f"changed “{spec.label}”{part} of {name}", old, new


def _setting(place: tuple[str, str]) -> str:
    """Return what a word or a setting of the district is called."""
    from workbench.ui.rooms.settings_checks import label_of

    name, key = place
    return f"the setting “{label_of(key)}”" if name == "settings" else f"our word for “{key.partition('.')[0]}”"


def words_of(framework: Framework, spec: FieldSpec, value: Any) -> str:
    """Return a value as people read it: the names of what it points at, yes or no, the text itself."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    many = value if isinstance(value, list) else [str(value)]
    if spec.form in (Form.REF, Form.REFS):
        found = [framework.find(one) for one in many]
        return in_list(short_name(one) if one else "something that is gone" for one in found)
    return capital(", ".join(many)) if spec.form is Form.CHOICE else ", ".join(many)
