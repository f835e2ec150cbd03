"""What the browser is sent of the panes: their code, each as one plain module, and the style sheet of all."""

from __future__ import annotations

import base64
import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

STATIC = Path(__file__).resolve().parents[1] / "static"
_BASE: Sequence[str] = ("say", "dom", "catching", "link")
PANES: Mapping[str, Sequence[str]] = {
    "header": (*_BASE, "copying", "presence", "unsent", "undone", "header"),
    "outline": (*_BASE, "clipboard", "chosen", "outline"),
    "editor": (
        *(*_BASE, "changes", "presence", "unsent", "drafts", "boxes", "wording", "proposals", "past", "fields"),
        *("grid", "stock", "options", "clipboard", "bring", "visits", "blocks", "editor"),
    ),
    "findings": (*_BASE, "changes", "unsent", "boxes", "mentions", "wording", "discussion", "findings"),
    "standards": (*_BASE, "shelves", "standards"),
    "overview": (*_BASE, "matrix", "overview"),
}
"""The modules of each pane, by its name, in the order of the panes on the page."""


@cache
def bundle(*names: str) -> str:
    """Return several modules of ``static/`` as one, in this order: a pane's code reaches the browser as one text.

    Each module keeps its own imports and exports, so that it can also be loaded by itself; here they go.
    """
    texts = [(STATIC / f"{name}.js").read_text(encoding="utf-8") for name in names]
    plain = [re.sub(r"^import .*\n", "", text, flags=re.MULTILINE) for text in texts]
    return "\n".join(re.sub(r"^export (?!default)", "", text, flags=re.MULTILINE) for text in plain)


@cache
def style() -> str:
    """Return the style sheet of the rooms, its typeface inside: a page of ours loads nothing from elsewhere."""
    faces = "".join(_face(name, weight) for name, weight in (("Regular", 400), ("Bold", 700)))
    return faces + (STATIC / "rooms.css").read_text(encoding="utf-8")


def _face(name: str, weight: int) -> str:
    folder = Path(next(iter(import_module("fontpkg_atkinson_hyperlegible").__path__)))
    content = (folder / "files" / f"AtkinsonHyperlegible-{name}.ttf").read_bytes()
    source = f"url(data:font/ttf;base64,{base64.b64encode(content).decode()})"
    rule = f'font-family: "Atkinson Hyperlegible"; font-weight: {weight}; font-display: swap; src: {source};'
    return f"@font-face {{ {rule} }}\n"
