"""A field of a thing as the state that a pane draws: value, label, choices, what the checks say of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from workbench.errors import BadEdit
from workbench.localize import _, language, retold
from workbench.model import Change, FieldSpec, Finding, Form, Framework, Role, Thing, field_value, kind_of, set_field
from workbench.ui.panes.discussion import wording_state
from workbench.ui.rule_words import fault_words
from workbench.ui.view import Given, State
from workbench.ui.words import SEVERITY_WORDS, short_name
from workbench.workshop.discussion import takes_wording

ROWS = {"explanation": 3, "description": 3, "mission": 3, "answer": 4}
"""Lines that an empty field offers, where two are too few."""


def field_state(given: Given, thing: Thing, path: str, **shown: Any) -> State:
    """Return the state of one field; ``path`` is its name, or "name.key" where it holds texts by key.

    ``shown`` overrides what is shown: label, help, placeholder, wide, target, says, none.
    """
    name, _dot, key = path.partition(".")
    spec = thing.spec(name)
    state: State = {
        "key": f"{thing.id}/{path}",
        "id": thing.id,
        "field": path,
        "form": _form(spec, key),
        "label": _(spec.label),
        "value": _value(thing, spec, key),
        "marks": marks_of(given, thing, path),
        "words": words_meant(given, thing, path),
        "wording": takes_wording(thing.kind, path) and given.role.may(Role.COMMENTER),
        "proposals": wording_state(given, thing, path),
        "rows": ROWS.get(name, 2),
        "wide": spec.form in (Form.TEXT, Form.REFS) or bool(key),
    }
    if spec.choices and not key:
        state["choices"] = [[str(one), _(str(one).capitalize())] for one in spec.choices]
        state["required"] = getattr(type(thing)(id="x"), name) is not None
    if spec.form in (Form.REF, Form.REFS):
        state["from"] = list(spec.targets)
    return {**state, **shown}


def _form(spec: FieldSpec, key: str) -> str:
    return "text" if key else spec.form.value


def _value(thing: Thing, spec: FieldSpec, key: str) -> Any:
    value = getattr(thing, spec.name)
    if key:
        return value.get(key, "")
    encoded = spec.encode(value)
    return "" if encoded is None else encoded


def marks_of(given: Given, thing: Thing, path: str) -> list[State]:
    """Return what the checks say of one field of a thing, shortly: the findings pane has the whole."""
    return [
        {"severity": str(one.severity), "word": _(SEVERITY_WORDS[one.severity]), "text": short_reason(one)}
        for one in given.by_subject.get(thing.id, ())
        if one.field == path
    ]


def words_meant(given: Given, thing: Thing, path: str) -> list[str]:
    """Return the words of a field that findings are about, as far as they quote them."""
    text = str(field_value(thing, path) or "").casefold()
    about = (word for one in given.by_subject.get(thing.id, ()) if one.field == path for word in one.evidence)
    return [word for word in dict.fromkeys(about) if word.casefold() in text]


def short_reason(finding: Finding) -> str:
    """Return a finding in two or three words, the name of its fault: "empty descriptor"."""
    return fault_words(finding.code) or retold(finding.message)


def fields_of(given: Given, thing: Thing, *paths: str) -> list[State]:
    """Return the states of several fields of a thing."""
    return [field_state(given, thing, path) for path in paths]


def options_of(given: Given, kinds: Iterable[str]) -> State:
    """Return what references may name, by kind; worked out once for all pages while these things stay as they are."""
    return {kind: _kept_options(given, kind) for kind in kinds}


def _kept_options(given: Given, kind: str) -> list[State]:
    framework = given.framework
    same = tuple(framework.table(one) for one in (kind, *owners_of(kind)))
    return given.kept.take_like(f"options {kind} {language()}", same, lambda: options_for(framework, kind))


def owners_of(kind: str) -> tuple[str, ...]:
    """Return the kinds of things under which one of ``kind`` may stand."""
    owner = kind_of(kind).owner_field()
    return kind_of(kind).spec(owner).targets if owner else ()


def options_for(framework: Framework, kind: str) -> list[State]:
    """Return what a reference may name of one kind: id, code, name and the group it stands in."""
    return [option(framework, thing) for thing in framework.table(kind).ordered()]


def option(framework: Framework, thing: Thing) -> State:
    """Return one thing that a reference may name."""
    return {"id": thing.id, "code": thing.code, "name": short_name(thing), "group": group_of(framework, thing)}


def group_of(framework: Framework, thing: Thing) -> str:
    """Return the heading under which people look for a thing."""
    if thing.owner_id and (owner := framework.find(thing.owner_id)):
        return f"{owner.code} {short_name(owner)}".strip()
    return str(getattr(thing, "area", "") or getattr(thing, "department", "") or "")


def changes_from(framework: Framework, message: State) -> tuple[Change, ...]:
    """Return the changes that a person typed: ``message`` has id, field, value and the old value they began with.

    Raises BadEdit or UnknownName with what is wrong. The old value goes into the change as the person saw it, so
    that the merge knows what they meant to change.
    """
    thing = framework.get(message["id"])
    path = str(message["field"])
    spec = thing.spec(path.partition(".")[0])
    keyed = "." in path
    changes = set_field(framework, thing.id, path, typed_value(spec, message["value"], keyed=keyed))
    seen = _seen(thing, spec, path, message.get("old"))
    return tuple(replace(change, old=seen) if change.field == path else change for change in changes)


def typed_value(spec: FieldSpec, value: Any, *, keyed: bool = False) -> Any:  # noqa: PLR0911  # one a form
    """Return what a control of a page gives as the JSON value of its field; raise BadEdit.

    >>> from workbench.model import Indicator
    >>> typed_value(Indicator.spec("dok"), " 3 ")
    3
    """
    if keyed or not isinstance(value, str):
        return value
    match spec.form:
        case Form.NUMBER:
            return _number(spec, value.strip())
        case Form.DECIMAL:
            return value.strip().replace(",", ".") or None
        case Form.CHOICE:
            return value or None
        case Form.WORDS:
            return [word.strip() for word in value.split(",") if word.strip()]
        case Form.LINE:
            return " ".join(value.splitlines())
        case _:
            return value


def _number(spec: FieldSpec, text: str) -> int | None:
    if not text:
        return None
    try:
        return int(text)
    except ValueError:
        told = _("“{field}” cannot be “{text}”: a whole number is expected.", field=_(spec.label), text=text)
        raise BadEdit(told) from None


def _seen(thing: Thing, spec: FieldSpec, path: str, old: Any) -> Any:
    if "." in path:
        return old or None
    decoded = spec.decode(typed_value(spec, old))
    values: dict[str, Any] = {spec.name: decoded}
    return field_value(replace(thing, **values), spec.name)


def reference_kinds(states: Sequence[State]) -> set[str]:
    """Return the kinds of things that the reference fields among ``states`` may name."""
    return {kind for state in states for kind in state.get("from", ())}
