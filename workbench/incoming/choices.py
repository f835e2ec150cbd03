"""What a person can change about how a block is read, and the reading with it changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workbench.errors import BadEdit
from workbench.incoming.block import Block
from workbench.incoming.propose import propose
from workbench.incoming.reading import (
    LEFT_OUT,
    PASTED,
    ROW_KIND,
    UNDECIDED,
    Existing,
    Reading,
    above,
    level_heads,
    main_field,
    shown_term,
)
from workbench.localize import N_, _, retold
from workbench.localize.lazy import choice_said
from workbench.model import Form, Framework, kind_of
from workbench.model.values import Coverage

NEVER = {"order"}


def meanings(framework: Framework, reading: Reading) -> Mapping[str, str]:
    """Return what a column of this block can mean, with its words; those of the rows themselves first."""
    found = {UNDECIDED: _("Not decided yet"), LEFT_OUT: _("Leave it out")}
    if reading.rows_by == "kind":
        found[ROW_KIND] = _("The kind of thing in the row")
    for kind in (reading.kind, *reversed(above(reading.kind))):
        found |= _fields(framework, reading, kind)
    used = {one.means: one.head or one.means.rpartition(".")[2] for one in reading.columns if one.means not in found}
    return {**found, **used}


def _fields(framework: Framework, reading: Reading, kind: str) -> Mapping[str, str]:
    word = shown_term(framework, kind)
    start = "*" if kind in reading.ladder else kind
    names = [main_field(kind), "code", *kind_of(kind).specs(), "id"]
    found: dict[str, str] = {}
    for name in dict.fromkeys(names):
        if name in NEVER:
            continue
        spec = None if name == "id" else kind_of(kind).spec(name)
        label = _(spec.label) if spec else _("Identifier here")
        if spec and spec.form is Form.TEXTS and spec.by_id:
            marks = {one: retold(choice_said(one)) for one in Coverage}
            found |= {f"{start}.{name}@{one}": f"{word}: {label}, {mark}" for one, mark in marks.items()}
        elif name == "descriptors" and kind == "criterion":
            levels = sorted(set(level_heads(framework).values()))
            says = {level: _("{kind}: descriptor of level {level}", kind=word, level=level) for level in levels}
            found |= {f"{start}.{name}.{level}": words for level, words in says.items()}
        elif not spec or spec.form is not Form.TEXTS:
            found[f"{start}.{name}"] = f"{word}: {label}"
    return found


def _anew(framework: Framework, block: Block, reading: Reading, kind: str, *, header: bool) -> Reading:
    """Return the block read anew, with what a person left out still left out."""
    found = propose(framework, block, kind, header=header)
    pairs = zip(found.columns, reading.columns, strict=True)
    kept = tuple(
        replace(new, means=LEFT_OUT, why=old.why, decided=True) if old.decided and old.means == LEFT_OUT else new
        for new, old in pairs
    )
    return replace(found, existing=reading.existing, owner=reading.owner, columns=kept)


def with_choice(framework: Framework, block: Block, reading: Reading, name: str, value: str) -> Reading:
    """Return the reading with one choice made: a column by its number, "kind", "header", "existing", "owner"."""
    if name == "kind" and value in PASTED:
        return _anew(framework, block, reading, value, header=reading.header)
    if name == "header" and value in ("yes", ""):
        return _anew(framework, block, reading, reading.kind, header=bool(value))
    if name == "existing" and value in list(Existing):
        return replace(reading, existing=Existing(value))
    if name == "owner" and (not value or framework.find(value)):
        return replace(reading, owner=value)
    if not name.isdecimal() or int(name) >= len(reading.columns) or value not in meanings(framework, reading):
        raise BadEdit(_("That choice is not there any more. Look at the rows again."))
    place = int(name)
    columns = [
        replace(one, means=UNDECIDED, sure=0.0, why=N_("another column means that now"))
        if one.means == value and value not in (UNDECIDED, LEFT_OUT) and at != place
        else one
        for at, one in enumerate(reading.columns)
    ]
    columns[place] = replace(columns[place], means=value, sure=1.0, why=N_("chosen by hand"), decided=True)
    return replace(reading, columns=tuple(columns))
