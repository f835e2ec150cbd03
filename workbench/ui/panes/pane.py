"""One pane as a widget: state goes out as JSON, messages come in. It keeps no truth of its own.

A pane is hosted wherever widgets are: its JavaScript touches only its own element.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import anywidget
import traitlets

from workbench.ui.view import State

_STATIC = Path(__file__).resolve().parents[1] / "static"


@cache
def bundle(*names: str) -> str:
    """Return several modules of ``static/`` as one, in this order: a pane's code reaches the browser as one text.

    Each module keeps its own imports and exports, so that it can also be loaded by itself; here they go.
    """
    texts = [(_STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names]
    plain = [re.sub(r"^import .*\n", "", text, flags=re.MULTILINE) for text in texts]
    return "\n".join(re.sub(r"^export (?!default)", "", text, flags=re.MULTILINE) for text in plain)


@cache
def style() -> str:
    """Return the style sheet of the rooms, its typeface inside: a page of ours loads nothing from elsewhere."""
    faces = "".join(_face(name, weight) for name, weight in (("Regular", 400), ("Bold", 700)))
    return faces + (_STATIC / "rooms.css").read_text(encoding="utf-8")


def _face(name: str, weight: int) -> str:
    folder = Path(next(iter(import_module("fontpkg_atkinson_hyperlegible").__path__)))
    content = (folder / "files" / f"AtkinsonHyperlegible-{name}.ttf").read_bytes()
    source = f"url(data:font/ttf;base64,{base64.b64encode(content).decode()})"
    rule = f'font-family: "Atkinson Hyperlegible"; font-weight: {weight}; font-display: swap; src: {source};'
    return f"@font-face {{ {rule} }}\n"


class Pane(anywidget.AnyWidget):
    """A part of a room. Set ``state`` to redraw it; what people do in it goes to the callback of ``on_message``."""

    state = traitlets.Dict().tag(sync=True)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._listeners: list[Callable[[Pane, State], None]] = []
        self.on_msg(lambda _, message, buffers: self.receive(message, buffers))

    def on_message(self, listener: Callable[[Pane, State], None]) -> None:
        """Call ``listener`` with this pane and each message from the browser."""
        self._listeners.append(listener)

    def receive(self, message: State, buffers: Sequence[Any] = ()) -> None:
        """Take a message as the browser sends it; the bytes that come with it become its wish's ``content``."""
        if buffers:
            message = {name: {**wish, "content": bytes(buffers[0])} for name, wish in message.items()}
        for listener in tuple(self._listeners):
            listener(self, message)

    def hand_out(self, name: str, content: bytes) -> None:
        """Give the reader a file to keep."""
        self.send({"file": name}, buffers=[content])


_BASE: Sequence[str] = ("dom", "link")


class HeaderPane(Pane):
    """Whose framework it is, whether it is saved, where one can go. Brings the style sheet of all panes."""

    _esm = bundle(*_BASE, "header")
    _css = style()


class OutlinePane(Pane):
    """Everything of a room as a tree."""

    _esm = bundle(*_BASE, "outline")


class EditorPane(Pane):
    """The thing itself, the only place where one writes."""

    _esm = bundle(*_BASE, "changes", "drafts", "fields", "grid", "stock", "blocks", "editor")


class FindingsPane(Pane):
    """What the checks say of the thing selected, and how it came to be."""

    _esm = bundle(*_BASE, "changes", "findings")


class OverviewPane(Pane):
    """The answer to “are we aligned?”, and the matrix to walk through."""

    _esm = bundle(*_BASE, "matrix", "overview")


class StandardsPane(Pane):
    """A set of common standards as a tree that loads as it unfolds, and its search."""

    _esm = bundle(*_BASE, "shelves", "standards")
