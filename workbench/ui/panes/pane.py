"""One pane as a widget: state goes out as JSON, messages come in. It keeps no truth of its own.

A pane is hosted wherever widgets are: its JavaScript touches only its own element.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import anywidget
import traitlets

from workbench.ui.panes.bundles import PANES, bundle, style
from workbench.ui.view import State


class Pane(anywidget.AnyWidget):
    """A part of a room. Set ``state`` to redraw it; what people do in it goes to the callback of ``on_message``."""

    state = traitlets.Dict().tag(sync=True)

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self._listeners: list[Callable[[Pane, State], None]] = []
        self.on_msg(lambda _widget, message, buffers: self.receive(message, buffers))

    def on_message(self, listener: Callable[[Pane, State], None]) -> None:
        """Call ``listener`` with this pane and each message from the browser."""
        self._listeners.append(listener)

    def receive(self, message: State, buffers: Sequence[Any] = ()) -> None:
        """Take a message as the browser sends it; the bytes that come with it become its wish's ``content``."""
        if buffers:
            message = {name: {**wish, "content": bytes(buffers[0])} for name, wish in message.items()}
        for listener in tuple(self._listeners):
            listener(self, message)

    def answer(self, told: State, content: bytes | None = None) -> None:
        """Answer what the pane asked, with a file's content where there is one."""
        self.send(told, buffers=None if content is None else [content])


class HeaderPane(Pane):
    """Whose framework it is, whether it is saved, where one can go. Brings the style sheet of all panes."""

    _esm = bundle(*PANES["header"])
    _css = style()


class OutlinePane(Pane):
    """Everything of a room as a tree."""

    _esm = bundle(*PANES["outline"])


class EditorPane(Pane):
    """The thing itself, the only place where one writes."""

    _esm = bundle(*PANES["editor"])


class FindingsPane(Pane):
    """What the checks say of the thing selected, and how it came to be."""

    _esm = bundle(*PANES["findings"])


class OverviewPane(Pane):
    """The answer to “are we aligned?”, and the matrix to walk through."""

    _esm = bundle(*PANES["overview"])


class StandardsPane(Pane):
    """A set of common standards as a tree that loads as it unfolds, and its search."""

    _esm = bundle(*PANES["standards"])
