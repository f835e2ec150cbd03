"""An executed notebook as a document: its text, what its cells showed, and, where asked for, their code."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from workbench.errors import BadFile
from workbench.publish.document import (
    Block,
    Code,
    Document,
    Figure,
    Heading,
    Note,
    Part,
    Table,
    Tone,
    plain,
)
from workbench.publish.document_json import MIME, from_json
from workbench.publish.html_read import read_html
from workbench.publish.markdown import Markdown

WIDGET = "application/vnd.jupyter.widget-view+json"
PNG = b"\x89PNG\r\n\x1a\n"
COLOURS = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
LEFT_OUT = frozenset({"remove-cell", "remove_cell"})
SHOWN = frozenset({"show-code", "show-input"})


def notebook_document(notebook: Mapping[str, Any], *, name: str = "Notebook", show_code: bool = False) -> Document:
    """Return the document of a notebook (format 4).

    Its title is the metadata's, or the first heading of the first level, or ``name``. Code is left out unless
    ``show_code``, or the cell's tag "show-code", asks for it. What our own outputs say of status and date counts for
    the whole.
    """
    reader = _Reader(show_code=show_code)
    blocks = [block for place, cell in enumerate(notebook["cells"], start=1) for block in reader.cell(cell, place)]
    title = str(notebook["metadata"].get("title", "")).strip()
    first = next((block for block in blocks if isinstance(block, Heading)), None)
    if first is not None and first.level == 1 and title in ("", first.text):
        title = first.text
        blocks.remove(first)
    numbered = tuple(_numbered(blocks))
    head = reader.head or Document(title="", parts=())
    return replace(
        head,
        title=title or name,
        cover=False,
        parts=(Part(blocks=numbered),),
        language=str(notebook["metadata"].get("lang", "") or head.language),
    )


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Give a table without caption one, and a heading without anchor one."""
    tables, headings = 0, 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield block if block.caption else replace(block, caption=f"Table {tables}", show_caption=False)
        elif isinstance(block, Heading):
            headings += 1
            yield block if block.id else replace(block, id=f"heading-{headings}")
        else:
            yield block


class _Reader:
    """Reads cells; ``head`` is the first of our own documents that says more than its blocks."""

    def __init__(self, *, show_code: bool) -> None:
        self.head: Document | None = None
        self._show_code = show_code

    def cell(self, cell: Mapping[str, Any], place: int) -> Iterator[Block]:
        tags = set(cell["metadata"].get("tags", ()))
        if tags & LEFT_OUT:
            return
        if cell["cell_type"] == "markdown":
            yield from Markdown(_attachments(cell)).blocks(cell["source"])
        elif cell["cell_type"] == "code":
            if cell["source"].strip() and (self._show_code or tags & SHOWN):
                yield Code(text=cell["source"])
            for output in cell.get("outputs", ()):
                yield from self._output(output, cell["metadata"], place)

    def _output(self, output: Mapping[str, Any], cell: Mapping[str, Any], place: int) -> Iterator[Block]:
        match output["output_type"]:
            case "stream" if output["name"] == "stderr":
                yield Note(runs=plain(_uncoloured(output["text"])), tone=Tone.WARN, label="Said on the side")
            case "stream":
                yield Code(text=_uncoloured(output["text"]))
            case "error":
                words = f"{output['ename']}: {output['evalue']}" if output["evalue"] else output["ename"]
                yield Note(runs=plain(_uncoloured(words)), tone=Tone.STOP, label=f"Cell {place} stopped")
            case _:
                yield from self._shown(output["data"], {**cell, **output.get("metadata", {})}, place)

    def _shown(self, data: Mapping[str, Any], metadata: Mapping[str, Any], place: int) -> Iterator[Block]:
        if MIME in data:
            yield from self._own(data[MIME])
        elif "<table" in _text(data.get("text/html", "")):
            yield from read_html(_text(data["text/html"]), caption=str(metadata.get("caption", "")))
        elif picture := _picture(data, metadata, place):
            yield picture
        elif "text/markdown" in data:
            yield from Markdown().blocks(_text(data["text/markdown"]))
        elif WIDGET in data:
            yield Note(runs=plain("This part is interactive. Open the notebook to use it."))
        elif "text/html" in data:
            yield from read_html(_text(data["text/html"]))
        elif "text/plain" in data:
            yield Code(text=_uncoloured(_text(data["text/plain"])))
        else:
            kinds = ", ".join(sorted(data)) or "nothing"
            yield Note(runs=plain(f"Cell {place} shows what this format cannot hold ({kinds})."), tone=Tone.WARN)

    def _own(self, data: Any) -> Iterator[Block]:
        try:
            found = from_json(data)
        except BadFile as error:
            yield Note(runs=plain(str(error)), tone=Tone.STOP)
            return
        if self.head is None and (found.status or found.dated):
            self.head = found
        yield from found.blocks()


def _picture(data: Mapping[str, Any], metadata: Mapping[str, Any], place: int) -> Figure | None:
    for media in ("image/svg+xml", "image/png"):
        if media not in data:
            continue
        content = _text(data[media]).encode() if media == "image/svg+xml" else _decoded(_text(data[media]))
        if media == "image/png" and not content.startswith(PNG):
            continue
        own = metadata.get(media, {})
        alt = (own.get("alt") if isinstance(own, Mapping) else "") or metadata.get("alt") or ""
        words = str(alt) or f"Picture made by cell {place}. No description was given."
        return Figure(content=content, media=media, alt=words)
    return None


def _attachments(cell: Mapping[str, Any]) -> dict[str, tuple[str, bytes]]:
    found = {}
    for name, data in cell.get("attachments", {}).items():
        for media in ("image/svg+xml", "image/png"):
            if media in data:
                found[name] = (media, _decoded(_text(data[media])))
    return found


def _decoded(data: str) -> bytes:
    try:
        return base64.b64decode(data)
    except binascii.Error:
        return b""


def _text(value: Any) -> str:
    return "".join(value) if isinstance(value, list) else str(value)


def _uncoloured(value: Any) -> str:
    return COLOURS.sub("", _text(value)).rstrip("\n")
