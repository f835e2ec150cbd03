"""What people do to many things at once: those chosen in the outline, words anywhere, the codes of a list."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbench.errors import BadEdit, UnknownName
from workbench.localize import ENGLISH, _, ngettext, speaking
from workbench.model import Change, FieldSpec, Form, Framework, Thing, kind_of
from workbench.model.bulk import (
    copy_descriptors,
    duplicate_many,
    move_many,
    remove_many,
    set_many,
    shift_many,
)
from workbench.model.find_text import hits, replaced
from workbench.model.renumber import code_changes, renumbered
from workbench.ui.actions import heading_of
from workbench.ui.bringing import Bringer
from workbench.ui.fields import options_for, owners_of, typed_value
from workbench.ui.many import Codes, Many, Search
from workbench.ui.view import State
from workbench.ui.words import HELD, counted_kind, short_name, term

SETTABLE = {
    "competency": ("ready", "reach", "area", "grade_band"),
    "indicator": ("ready", "priority", "dok", "bloom", "grade_band"),
    "belief": ("ready",),
    "practice": ("ready", "owner"),
    "attribute": ("ready",),
    "design_question": ("ready",),
    "habit": ("ready",),
    "scale": ("ready",),
    "verification_rule": ("ready", "scope", "method"),
    "assessment": ("ready", "purpose", "form", "scope"),
    "experience": ("ready", "route", "department", "credit_area", "credits", "credit_basis", "grades"),
    "pathway": ("ready", "purpose"),
}
"""The fields that many things may well have in common, by kind; a wording is each thing's own."""


def settable(framework: Framework, kinds: Iterable[str]) -> State:
    """Return what can be set for many things of each kind, and under what they can be moved."""
    found: State = {}
    for kind in kinds:
        fields = [_field(kind, name) for name in SETTABLE.get(kind, ())]
        options = [one for target in owners_of(kind) for one in options_for(framework, target)]
        names = [[one["id"], f"{one['code']} {one['name']}".strip()] for one in options]
        found[kind] = {
            "one": term(framework, kind),
            "many": term(framework, kind, 2),
            "fields": fields,
            "owners": names,
        }
    return found


def _field(kind: str, name: str) -> State:
    spec = kind_of(kind).spec(name)
    if spec.form is Form.FLAG:
        choices = [["yes", _("Yes")], ["", _("No, a draft")]]
        return {"name": name, "label": _(spec.label), "choices": choices, "empties": False}
    choices = [[str(one), _(str(one).capitalize())] for one in spec.choices or ()]
    if spec.form is Form.NUMBER and spec.high:
        choices = [[str(one), str(one)] for one in range(spec.low, spec.high + 1)]
    if choices and _can_be_empty(kind_of(kind), spec):
        choices = [["", _("Not chosen yet")], *choices]
    empties = _can_be_empty(kind_of(kind), spec)
    return {"name": name, "label": _(spec.label), "choices": choices, "empties": empties}


def do(desk: Bringer, wish: State) -> None:
    """Do one thing to those that were chosen: "set", "empty", "move", "shift", "remove" or "duplicate"."""
    framework = desk.project.framework
    ids = [one for one in wish["ids"] if framework.find(one)]
    if not ids:
        raise BadEdit(_("Nothing is chosen any more. Choose some things in the outline."))
    field = str(wish.get("field"))
    deeds: dict[str, Callable[[], tuple[Change, ...]]] = {
        "set": lambda: _set(framework, ids, field, wish.get("value")),
        "empty": lambda: _emptied(framework, ids, field),
        "move": lambda: move_many(framework, ids, str(wish.get("owner"))),
        "shift": lambda: shift_many(framework, ids, int(wish["by"]), heading=heading_of),
        "remove": lambda: remove_many(framework, ids),
        "duplicate": lambda: duplicate_many(framework, ids, desk.project.mint),
    }
    if wish["what"] not in deeds:
        raise UnknownName.of("action", wish["what"], deeds)
    _make(desk, deeds[wish["what"]](), lambda: _told(framework, ids, wish["what"], field))


def _set(framework: Framework, ids: Sequence[str], name: str, typed: Any) -> tuple[Change, ...]:
    spec = framework.get(ids[0]).spec(name)
    if spec.form is Form.FLAG:
        return set_many(framework, ids, name, bool(typed))
    if not str(typed or "").strip():
        label = _(spec.label)
        raise BadEdit(_("Type or choose first what is to stand in “{field}”, or press “Empty it”.", field=label))
    return set_many(framework, ids, name, typed_value(spec, typed))


def _emptied(framework: Framework, ids: Sequence[str], name: str) -> tuple[Change, ...]:
    spec = framework.get(ids[0]).spec(name)
    if not _can_be_empty(kind_of(framework.get(ids[0]).kind), spec):
        raise BadEdit(_("“{field}” always holds something. Choose what.", field=_(spec.label)))
    return set_many(framework, ids, name, typed_value(spec, ""))


def _can_be_empty(cls: type[Thing], spec: FieldSpec) -> bool:
    """Tell whether a field may hold nothing: all but yes or no, and a choice that begins with one of its values."""
    return spec.form is not Form.FLAG and (not spec.choices or getattr(cls(id="x"), spec.name) is None)


def _told(framework: Framework, ids: Sequence[str], what: str, field: str) -> str:
    """Return what was done to things, before it is done: they are still there to be named."""
    things = _counted(framework, ids)
    match what:
        case "set":
            return _("Set “{field}” for {things}.", field=_(framework.get(ids[0]).spec(field).label), things=things)
        case "empty":
            return _("Emptied “{field}” for {things}.", field=_(framework.get(ids[0]).spec(field).label), things=things)
        case "remove":
            return _("Removed {things} with all that belongs to them.", things=things)
        case "duplicate":
            return _("Copied {things}.", things=things)
        case _:
            return _("Moved {things}.", things=things)


def _counted(framework: Framework, ids: Sequence[str]) -> str:
    kinds = {framework.get(one).kind for one in ids}
    kind = kinds.pop()
    return ngettext("{n} thing", "{n} things", len(ids)) if kinds else counted_kind(framework, len(ids), kind)


def _make(desk: Bringer, changes: Sequence[Change], words: Callable[[], str], *, base: int | None = None) -> None:
    """Make the changes as one, and say what was done; the history keeps these ``words`` in English."""
    with speaking(ENGLISH):
        why = words()
    if not changes:
        desk.tell(_("Nothing changes by that."))
    elif desk.project.edit(changes, base=base, why=why).conflicts:
        desk.tell(_(HELD), tone="stop")
    else:
        desk.tell(words(), undo=True)


def copy(desk: Bringer, wish: State) -> None:
    """Give a criterion the descriptors and the scale of another one."""
    framework = desk.project.framework
    changes = copy_descriptors(framework, str(wish["from"]), [str(wish["to"])])
    source = framework.get(str(wish["from"]))
    _make(desk, changes, lambda: _("Copied the descriptors of “{name}”.", name=short_name(source)))


def find(desk: Bringer, wish: State) -> None:
    """Show where words stand, and what would stand there instead."""
    words, whole, case = str(wish["words"]), bool(wish.get("whole")), bool(wish.get("case"))
    found = hits(desk.project.framework, words, whole=whole, case=case)
    desk.many = Many(
        search=Search(
            words=words,
            by=str(wish.get("by") or ""),
            whole=whole,
            case=case,
            hits=found,
            revision=desk.project.revision,
        )
    )


def untick(desk: Bringer, wish: State) -> None:
    """Leave places as they are, or take them in again; all of them, where the wish names none."""
    search = _search(desk)
    keys = {str(key) for key in wish["keys"]} if "keys" in wish else {one.key for one in search.hits}
    leave = search.leave - keys if wish["on"] else search.leave | keys
    desk.many = replace(desk.many, search=replace(search, leave=leave))


def replace_all(desk: Bringer, wish: State) -> None:
    """Replace the words where they are ticked, on the framework as it was when they were shown."""
    search = _search(desk)
    shown = desk.project.as_of(search.revision)
    how = {"whole": search.whole, "case": search.case}
    changes = replaced(shown, search.words, str(wish.get("by", search.by)), leave=search.leave, **how)
    count = sum(1 for one in search.hits if one.key not in search.leave)
    _make(desk, changes, lambda: _replaced_words(search.words, count), base=search.revision)
    desk.many = Many()


def _replaced_words(words: str, count: int) -> str:
    return ngettext("Replaced “{words}” in {n} place.", "Replaced “{words}” in {n} places.", count, words=words)


def _search(desk: Bringer) -> Search:
    if desk.many.search is None:
        raise BadEdit(_("The places are no longer here. Look for the words again."))
    return desk.many.search


def renumber(desk: Bringer, wish: State) -> None:
    """Show the codes that a scheme gives to a list, beside the old."""
    kind, scheme = str(wish["kind"]), str(wish["scheme"]).strip()
    codes = renumbered(desk.project.framework, kind, scheme)
    desk.many = Many(codes=Codes(kind=kind, scheme=scheme, codes=codes, revision=desk.project.revision))


def recode(desk: Bringer) -> None:
    """Give the codes that are shown."""
    codes = desk.many.codes
    if codes is None:
        raise BadEdit(_("The codes are no longer here. Look at them again."))
    framework = desk.project.framework
    _make(
        desk,
        code_changes(codes.codes),
        lambda: _("Gave new codes to {things}.", things=term(framework, codes.kind, 2)),
        base=codes.revision,
    )
    desk.many = Many()
