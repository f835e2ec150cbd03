"""The cells of a row, each for one field; a row whose main text is a list holds several things."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workbench.errors import BadEdit
from workbench.incoming.lists import code_and_text
from workbench.incoming.reading import main_field
from workbench.incoming.values import value_of
from workbench.model import Form, kind_of

OWN = frozenset({"id", "code", "title", "statement", "element", "description"})
"""Fields in which each thing says something of its own: one text of them is not that of several."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its row, the heading of its column, the field it is for, its text, the items of a list in it.

    ``counts``: it stands for the cell of the sheet in the account; of several made from one cell, the first does.
    """

    line: int
    head: str
    path: str
    text: str
    items: tuple[str, ...] = ()
    counts: bool = True


def parted(kind: str, cells: Sequence[Cell]) -> list[list[Cell]]:
    """Return the cells of each thing in a row: those of one, unless the main text is a list and the others allow it.

    What cannot differ goes to all of them; what has as many lines as the list is dealt out, a line each. A row with
    one code, one name or one identifier holds one thing, whose text happens to be a list.
    """
    main = next((one for one in cells if one.path == main_field(kind)), None)
    if main is None or not main.items:
        return [list(cells)]
    pairs = [code_and_text(item) for item in main.items]
    columns = []
    for one in cells:
        texts = [text for _code, text in pairs] if one is main else _dealt(kind, one, len(pairs))
        if not texts:
            return [list(cells)]
        columns.append([replace(one, text=text, items=(), counts=not at) for at, text in enumerate(texts)])
    if not any(one.path == "code" for one in cells):
        columns.append([Cell(main.line, main.head, "code", code, counts=False) for code, _text in pairs])
    return [[one for one in row if one.text] for row in zip(*columns, strict=True)]


def _dealt(kind: str, cell: Cell, count: int) -> list[str]:
    """Return what a cell says of each of ``count`` things; nothing where it speaks of one of them only."""
    name, _dot, key = cell.path.partition(".")
    spec = kind_of(kind).specs().get(name.partition("@")[0])
    lines = [*cell.items] or [line for line in cell.text.split("\n") if line]
    if len(lines) == count and spec and not spec.targets and all(_fits(kind, name, line) for line in lines):
        return lines
    alone = name in OWN or bool(key) or (len(lines) > 1 and spec is not None and spec.form is Form.TEXT)
    return [] if alone else [cell.text] * count


def _fits(kind: str, name: str, text: str) -> bool:
    try:
        value_of(kind_of(kind).spec(name), text)
    except BadEdit:
        return False
    return True
