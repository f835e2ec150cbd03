"""How a thing came to be, as lines for people to read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Any

from workbench.localize import _, ngettext
from workbench.localize.lazy import capital
from workbench.model import EXISTS, KINDS, Change, FieldSpec, Form, Framework, Thing, kind_of
from workbench.model.word_diff import word_diff
from workbench.store import HistoryEntry
from workbench.ui.view import Line, State
from workbench.ui.words import in_list, kind_noun, short_name, term

_parts = lru_cache(maxsize=1024)(word_diff)
"""Lines stay as they are, and every page that shows them is drawn again and again."""
SHOWN = 30
FEW = 2
"""Things of one step that are told one by one; of more, the first, and how many more."""


def line_state(line: Line) -> State:
    """Return one line as a pane shows it, with the words that went and came."""
    parts = _parts(line.old, line.new) if line.old or line.new else []
    return {
        "key": line.key,
        "revision": line.revision,
        "who": line.who,
        "at": line.at,
        "what": line.what,
        "parts": parts,
        "why": line.why,
    }


def lines_of(
    framework: Framework, entries: Iterable[HistoryEntry], name_of: Callable[[str], str], *, turned: bool = False
) -> tuple[Line, ...]:
    """Return the history as lines, newest first: one for each thing that a change set touched.

    A step that touched many things is one line, about the thing that the others belong to. ``name_of`` tells the name
    of an opaque person id. With ``turned`` it is known already that something was taken back, and only what.
    """
    found: list[Line] = []
    for _step, step in groupby(entries, key=lambda one: (one.revision, one.status)):
        things: dict[str, list[HistoryEntry]] = {}
        for entry in step:
            things.setdefault(entry.change.id, []).append(entry)
        first = sorted(things.values(), key=lambda one: _owner_of(framework, one) in things)
        shown = first if len(things) <= FEW and not turned else first[:1]
        others = len(things) - len(shown)
        found += [_line(framework, of_thing, others, name_of, turned=turned) for of_thing in shown]
    return tuple(found[:SHOWN])


def _owner_of(framework: Framework, entries: Sequence[HistoryEntry]) -> str:
    """Return the id of what a thing belongs to, or belonged to before it was removed; empty where there is none."""
    field = kind_of(entries[0].change.kind).owner_field()
    told = next((one.change.new or one.change.old for one in entries if one.change.field == field), "")
    thing = framework.find(entries[0].change.id)
    return str(told or (thing.owner_id if thing else ""))


def named_in(framework: Framework, entries: Iterable[HistoryEntry]) -> Iterator[Thing | None]:
    """Yield each thing that a history speaks of by name: its lines stay the same for as long as these do."""
    for one in dict.fromkeys(name for entry in entries for name in (entry.change.id, entry.change.name_and_key[1])):
        yield framework.find(one)


def _line(
    framework: Framework, entries: Sequence[HistoryEntry], others: int, name_of: Callable[[str], str], *, turned: bool
) -> Line:
    """Return the line of one thing in one change set; ``others`` are the things told with it."""
    first = entries[0]
    what, old, new = _told_step(framework, entries)
    if others:
        old = new = ""
        more = ngettext("{what} and {n} more", "{what} and {n} more", others, what=what)
        what = more if others < SHOWN else _("{what} and many more", what=what)
    if first.undoes and not turned:
        what = _("did again: {what}", what=what) if first.again else _("took back: {what}", what=what)
    if str(first.status) == "held":
        what = _("{what} (not saved: somebody else had changed the same words)", what=what)
    key = f"{first.revision} {first.change.id} {first.status}"
    return Line(
        key=key,
        revision=first.revision,
        who=name_of(first.person),
        at=first.at,
        what=what,
        old=old,
        new=new,
        why=first.why,
    )


def _told_step(framework: Framework, entries: Sequence[HistoryEntry]) -> tuple[str, str, str]:
    """Return as ``_told`` what a step did; of one that took another back, what that one had done, and its own words."""
    changes = [one.change for one in entries]
    if entries[0].undoes is None or entries[0].again:
        return _told(framework, changes)
    what, new, old = _told(framework, [one.inverse() for one in changes])
    return what, old, new


def _told(framework: Framework, changes: Sequence[Change]) -> tuple[str, str, str]:
    """Return what changes to one thing did, and, where it was one text, the text before and after."""
    thing = framework.find(changes[0].id)
    kind = changes[0].kind
    gone = _("one {thing} that is gone", thing=term(framework, kind))
    name = _("“{name}”", name=short_name(thing)) if thing else gone
    existence = next((change for change in changes if change.field == EXISTS), None)
    if existence:
        return (_("added {thing}", thing=name) if existence.new else _("removed {thing}", thing=name)), "", ""
    typed = [change for change in changes if change.field not in ("order", kind_of(kind).owner_field())]
    if not typed:
        return _("moved {thing}", thing=name), "", ""
    if len(typed) > 1:
        told = ngettext("changed {n} field of {thing}", "changed {n} fields of {thing}", len(typed), thing=name)
        return told, "", ""
    return _one_field(framework, name, typed[0])


def _one_field(framework: Framework, name: str, change: Change) -> tuple[str, str, str]:
    if change.field == "ready":
        told = _("marked {thing} ready for review", thing=name)
        return (told if change.new else _("took {thing} back to draft", thing=name)), "", ""
    spec = change.spec()
    _name, key = change.name_and_key
    old, new = (words_of(framework, spec, one) for one in (change.old, change.new))
    if change.kind == "district" and key:
        return _setting(change.name_and_key), old, new
    if spec.form in (Form.REF, Form.REFS):
        old = new = ""
    return _changed_words(framework, name, change), old, new


def _changed_words(framework: Framework, name: str, change: Change) -> str:
    label, (_name, key) = _(change.spec().label), change.name_and_key
    if key and change.kind == "criterion":
        return _("changed level {level} of {thing}", level=key, thing=name)
    if key and (target := framework.find(key)):
        return _("changed “{field}” for “{target}” of {thing}", field=label, target=short_name(target), thing=name)
    if key:
        return _("changed “{field}”, {key}, of {thing}", field=label, key=key, thing=name)
    return _("changed “{field}” of {thing}", field=label, thing=name)


def _setting(place: tuple[str, str]) -> str:
    """Return that a word or a setting of the district was changed."""
    from workbench.ui.rooms.settings_checks import label_of

    name, key = place
    if name == "settings":
        return _("changed the setting “{setting}”", setting=label_of(key))
    kind = key.partition(".")[0]
    return _("changed our word for “{kind}”", kind=kind_noun(kind) if kind in KINDS else kind)


def words_of(framework: Framework, spec: FieldSpec, value: Any) -> str:
    """Return a value as people read it: the names of what it points at, yes or no, the text itself."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    many = value if isinstance(value, list) else [str(value)]
    if spec.choices and spec.form is not Form.CHOICE:
        return in_list(_(word.capitalize()) for one in many for word in one.split())
    if spec.form in (Form.REF, Form.REFS):
        found = [framework.find(one) for one in many]
        return in_list(short_name(one) if one else _("something that is gone") for one in found)
    return _(capital(", ".join(many))) if spec.form is Form.CHOICE else ", ".join(many)
