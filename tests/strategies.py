"""Hypothesis strategies: any legal framework, and any edit of it.

Built from the fields' own specs, so a new kind or field is drawn without a change here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from workbench.model import (
    KINDS,
    Change,
    FieldSpec,
    Form,
    Framework,
    Table,
    Thing,
    add,
    apply,
    duplicate,
    move,
    remove,
    set_field,
)
from workbench.model.order import DIGITS

ODD_TEXTS = (
    "",
    "=HYPERLINK(1)",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "one, two; three",
    'say "so"',
    "it's",
    "line one\nline two\r\nline three",
    "\ttab",
    " leading and trailing ",
    "العربية من اليمين",
    "\u202eright to left\u202c",
    "e\u0301 and é",
    "👩🏽‍🏫 🏳️‍🌈",
    "<script>alert(1)</script>",
    "#let x = 1 // *bold* $x$",
    "a.b.c",
    "exists",
    "0",
    "null",
    "\N{MATHEMATICAL FRAKTUR CAPITAL U}",
    "\x01\x1f\x7f",
    "\ufeffmark",
    "%s {0} \\n",
    "x" * 300,
)


def texts(*, min_size: int = 0) -> st.SearchStrategy[str]:
    """Draw text as people paste it: commas, line ends, right-to-left, emoji, leading "="."""
    free = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=min_size, max_size=20)
    return st.sampled_from([text for text in ODD_TEXTS if len(text) >= min_size]) | free


def order_keys() -> st.SearchStrategy[str]:
    """Draw a fractional order key; none ends in the zero digit."""
    return st.builds(str.__add__, st.text(DIGITS, max_size=3), st.sampled_from(DIGITS[1:]))


def values_of(  # noqa: C901, PLR0911  # one return a form reads best
    spec: FieldSpec, ids: dict[str, list[str]]
) -> st.SearchStrategy[Any]:
    """Draw a Python value that a field may hold; ``ids`` are the things by kind that it may point at."""
    known = [one for kind, some in ids.items() if kind in spec.targets or "*" in spec.targets for one in some]
    top = spec.high if spec.high is not None else spec.low + 100_000
    match spec.form:
        case Form.TEXT | Form.LINE:
            return order_keys() if spec.name == "order" else texts()
        case Form.CHOICE:
            choices = st.sampled_from(list(spec.choices or ()))
            return choices if spec.default is not None else choices | st.none()
        case Form.NUMBER:
            return st.none() | st.integers(spec.low, top)
        case Form.DECIMAL:
            return st.none() | st.decimals(spec.low, top, places=2).map(spec.decode)
        case Form.FLAG:
            return st.booleans()
        case Form.WORDS:
            return st.lists(texts(), max_size=3, unique=True).map(tuple)
        case Form.REF:
            return st.sampled_from(["", *known])
        case Form.REFS:
            return st.lists(st.sampled_from(known), max_size=3, unique=True).map(tuple) if known else st.just(())
        case Form.TEXTS:
            if spec.by_id and not known:
                return st.just(spec.empty)
            keys = st.sampled_from(known) if spec.by_id else texts(min_size=1)
            return st.dictionaries(keys, _entries(spec), max_size=3).map(spec.decode)


def _entries(spec: FieldSpec) -> st.SearchStrategy[str]:
    if spec.choices is None:
        return texts()
    return st.lists(st.sampled_from(list(spec.choices)), max_size=2).map(" ".join)


@st.composite
def things_of(draw: st.DrawFn, kind: str, identifier: str, ids: dict[str, list[str]], *, filled: int = 5) -> Thing:
    """Draw a thing of one kind with up to ``filled`` of its fields filled."""
    cls = KINDS[kind]
    names = draw(st.lists(st.sampled_from(list(cls.specs())), max_size=filled, unique=True))
    # Each thing has a place; most have an owner.
    always = ["order", *filter(None, [cls.owner_field()])]
    return cls(
        id=identifier, **{name: draw(values_of(cls.spec(name), ids)) for name in dict.fromkeys([*always, *names])}
    )


@st.composite
def frameworks(draw: st.DrawFn, *, kinds: Sequence[str] = tuple(KINDS), max_things: int = 10) -> Framework:
    """Draw any legal framework of ``kinds``: references name things that are there, texts are odd."""
    drawn = draw(st.lists(st.sampled_from(kinds), max_size=max_things))
    planned = [(kind, f"{kind}-{place}") for place, kind in enumerate(drawn)]
    ids: dict[str, list[str]] = {}
    for kind, identifier in planned:
        ids.setdefault(kind, []).append(identifier)
    # Only what owns nothing may be owned by anything ("*"), or things could own each other in a ring.
    leaves = {kind for kind, cls in KINDS.items() if any("*" in spec.targets for spec in cls.specs().values())}
    tables: dict[str, list[Thing]] = {}
    for kind, identifier in planned:
        known = {other: some for other, some in ids.items() if not (kind in leaves and other in leaves)}
        tables.setdefault(KINDS[kind].table, []).append(draw(things_of(kind, identifier, known)))
    return Framework(**{name: Table(things) for name, things in tables.items()})  # type: ignore[arg-type]


@st.composite
def changes_for(draw: st.DrawFn, framework: Framework) -> tuple[Change, ...]:
    """Draw one edit of ``framework``, as the changes that a person's action makes; empty where it changes nothing."""
    things = list(framework.things())
    actions = ["add", "set", "set", "set", "move", "remove", "duplicate"] if things else ["add"]
    match draw(st.sampled_from(actions)):
        case "add":
            return draw(_additions(framework))
        case "set":
            return draw(_settings(framework))
        case "move":
            thing = draw(st.sampled_from(things))
            after = draw(st.sampled_from([None, "", *(one.id for one in framework.siblings(thing))]))
            return move(framework, thing.id, after=after)
        case "duplicate":
            new_ids = iter(draw(st.lists(st.uuids().map(str), min_size=len(things), max_size=len(things), unique=True)))
            return duplicate(framework, draw(st.sampled_from(things)).id, lambda: next(new_ids))[1]
        case _:
            return remove(framework, draw(st.sampled_from(things)).id)


@st.composite
def _additions(draw: st.DrawFn, framework: Framework) -> tuple[Change, ...]:
    kind = draw(st.sampled_from(list(KINDS)))
    thing = draw(things_of(kind, str(draw(st.uuids())), _ids(framework, kind)))
    after = draw(st.sampled_from([None, "", *(one.id for one in framework.siblings(thing))]))
    return add(framework, replace(thing, order=""), after=after)


@st.composite
def _settings(draw: st.DrawFn, framework: Framework) -> tuple[Change, ...]:
    thing = draw(st.sampled_from(list(framework.things())))
    name = draw(st.sampled_from(list(thing.specs())))
    value = draw(values_of(thing.spec(name), _ids(framework, thing.kind)))
    return set_field(framework, thing.id, name, value)


def _ids(framework: Framework, kind: str) -> dict[str, list[str]]:
    """Return the ids by kind that a thing of ``kind`` may point at without a ring of owners."""
    wild = any("*" in spec.targets for spec in KINDS[kind].specs().values())
    return {
        name: [thing.id for thing in framework.table(name).ordered()]
        for name in KINDS
        if not (wild and any("*" in spec.targets for spec in KINDS[name].specs().values()))
    }


@st.composite
def edited(draw: st.DrawFn, framework: Framework, *, most: int = 4) -> list[tuple[Change, ...]]:
    """Draw several edits, each made on what the one before left."""
    sets = []
    for _ in range(draw(st.integers(1, most))):
        changes = draw(changes_for(framework))
        framework = apply(framework, changes)
        sets.append(changes)
    return sets
