"""A document as the data that the Typst template reads: every text a string, nothing that could be code."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any

from workbench.publish.document import (
    Block,
    BulletList,
    Code,
    Document,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Run,
    Table,
    relevel,
)
from workbench.publish.faces import STAND_IN, breakable, drawable, shown

MOST_KEPT = 900
"""Characters in a row of a table up to which it stays on one page; a longer one may break."""
TALLEST = 1.2
"""Height of a picture of ours at most, in widths of the page's text."""
LARGEST = 1 / 640
"""How much of the page's width a pixel of it takes at most: its letters are then as large as the text."""
CONTENTS_FROM = 4
"""Headings of a document without cover from which on it has contents."""


class TypstData:
    """The data of one document, with what had to be replaced and the pictures beside it."""

    def __init__(self, document: Document) -> None:
        """Translate ``document``."""
        self.lost: set[str] = set()
        self.files: dict[str, bytes] = {}
        self._seen: set[str] = set()
        blocks = list(document.blocks())
        self._ids = {one.id for one in _anchors(blocks)}
        self.tables = tuple(block for block in blocks if isinstance(block, Table) and block.columns)
        self.data = self._document(document)

    def _document(self, document: Document) -> dict[str, Any]:
        contents = document.cover or sum(1 for _ in document.headings()) >= CONTENTS_FROM
        levelled = iter(relevel(document.blocks()))
        data: dict[str, Any] = {
            "title": self._text(document.title) or "Untitled",
            "author": self._text(document.author),
            "status": self._text(document.status),
            "draft": document.draft,
            "cover": document.cover,
            "contents": "Contents" if contents else "",
            "facts": [{"name": self._text(name), "text": self._text(text)} for name, text in document.facts],
            "dated": _date(document.dated),
            "parts": [
                {"wide": part.wide, "blocks": self._blocks(list(islice(levelled, len(part.blocks))))}
                for part in document.parts
            ],
            **language(document.language or "en"),
        }
        self._report(data["parts"])
        return data

    def _report(self, parts: list[dict[str, Any]]) -> None:
        """Say at the end of the last part for which characters a square stands."""
        squares = sorted(char for char in self.lost if unicodedata.category(char)[0] != "C")
        if squares and parts:
            names = ", ".join(f"U+{ord(char):04X}" for char in squares)
            words = (
                f"{STAND_IN} stands for what the typefaces of this file cannot show: {names}. The web page shows it."
            )
            note = Note(runs=(Run(text=words),), label="Characters")
            parts[-1]["blocks"].append(self._block(note))

    def _text(self, text: str) -> str:
        found, lost = shown(text)
        self.lost |= lost
        return breakable(found)

    def _id(self, identifier: str) -> str:
        # A label may stand once; a second thing of the same name simply has none.
        if identifier in self._seen:
            return ""
        self._seen.add(identifier)
        return identifier

    def _runs(self, runs: Iterable[Run]) -> list[dict[str, Any]]:
        return [self._run(one) for one in runs if one.text]

    def _run(self, one: Run) -> dict[str, Any]:
        data: dict[str, Any] = {"text": self._text(one.text)}
        data.update({name: True for name in ("strong", "emphasis", "code", "quiet") if getattr(one, name)})
        if one.language:
            data.update(language(one.language))
        target = one.link.removeprefix("#")
        if one.link.startswith("#") and target in self._ids:
            data["to"] = target
        elif is_address(one.link):
            data["url"] = one.link
        return data

    def _blocks(self, blocks: list[Block]) -> list[dict[str, Any]]:
        made = [self._block(block) for block in blocks]
        for data, following in zip(made, blocks[1:], strict=False):
            # A sentence that leads up to a table or a list stays on its page.
            data["sticky"] = not isinstance(following, Heading | Paragraph)
        return made

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Heading():
                made = self._heading(block)
            case Paragraph():
                runs = self._runs(block.runs)
                made = {"is": "paragraph", "runs": runs, "lead": block.lead, "id": self._id(block.id), "sticky": False}
            case BulletList():
                made = self._list(block)
            case Facts():
                made = self._facts(block)
            case Note():
                label, runs = self._text(block.label or block.tone), self._runs(block.runs)
                made = {"is": "note", "tone": block.tone.name.lower(), "label": label, "runs": runs}
            case Code():
                made = {"is": "code", "text": self._text(block.text.replace(" ", "\N{NO-BREAK SPACE}"))}
            case Figure():
                made = self._figure(block)
            case Table():
                made = self._table(block)
        return made

    def _heading(self, block: Heading) -> dict[str, Any]:
        words = language(block.language) if block.language else {}
        text = self._text(" ".join(block.text.split())) or "Untitled"
        return {"is": "heading", "level": block.level, "text": text, "id": self._id(block.id), **words}

    def _facts(self, block: Facts) -> dict[str, Any]:
        pairs = [{"name": self._text(name), "runs": self._runs(runs)} for name, runs in block.items]
        length = sum(len(run.text) for _, runs in block.items for run in runs)
        return {"is": "facts", "items": pairs, "keep": length <= MOST_KEPT}

    def _list(self, block: BulletList) -> dict[str, Any]:
        items = [
            {"runs": self._runs(item.runs), **({"inner": self._list(item.inner)} if item.inner else {})}
            for item in block.items
        ]
        return {"is": "list", "ordered": block.ordered, "items": items}

    def _figure(self, block: Figure) -> dict[str, Any]:
        name = f"figure-{len(self.files) + 1}.{'svg' if 'svg' in block.media else 'png'}"
        caption = block.caption
        self.files[name] = block.content
        if block.own:
            drawn, lost = drawable(block.content.decode("utf-8"))
            self.files[name] = drawn.encode("utf-8")
            caption += f" ({STAND_IN} stands for letters that a picture in this file cannot hold.)" if lost else ""
        alt, width = self._text(block.alt), _width(block)
        return {"is": "figure", "file": name, "alt": alt, "caption": self._text(caption), "width": width}

    def _table(self, block: Table) -> dict[str, Any]:
        if not block.columns:
            return {
                "is": "paragraph",
                "runs": self._runs([Run(text=block.caption)]),
                "lead": False,
                "id": "",
                "sticky": False,
            }
        columns = [
            {
                "head": self._text(one.head) or "\N{NO-BREAK SPACE}",
                "width": one.width,
                "align": one.align,
                "marked": one.marked,
            }
            for one in block.columns
        ]
        return {
            "is": "table",
            "caption": self._text(block.caption),
            "show-caption": block.show_caption and bool(block.caption.strip()),
            "id": self._id(block.id),
            "columns": columns,
            "rows": [self._row(row, len(columns)) for row in block.rows],
        }

    def _row(self, row: Row, width: int) -> dict[str, Any]:
        cells = (*row.cells, *((),) * width)[:width]
        length = max((sum(len(run.text) for run in cell) for cell in cells), default=0)
        return {"id": self._id(row.id), "keep": length <= MOST_KEPT, "cells": [self._runs(cell) for cell in cells]}


def _width(block: Figure) -> float:
    """Return how wide a picture is, in hundredths of the page's text: a tall one of ours must fit a page."""
    size = re.match(r'<svg [^>]*?\bwidth="(\d+)" height="(\d+)"', block.content.decode("utf-8")) if block.own else None
    if size is None:
        return 100
    wide, tall = int(size[1]), int(size[2])
    return min(100, 100 * wide * LARGEST, 100 * TALLEST * wide / tall)


def _anchors(blocks: Iterable[Block]) -> Iterable[Heading | Paragraph | Table | Row]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Table) and block.id:
            yield block
        if isinstance(block, Table):
            yield from (row for row in block.rows if row.id)


def language(tag: str) -> Mapping[str, Any]:
    """Return language and region of a BCP 47 tag as Typst takes them; English for what is no tag."""
    found = re.match(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?:[-_]|$)", tag.strip())
    if found is None:
        return {"lang": "en", "region": None}
    return {"lang": found[1].lower(), "region": found[2].upper() if found[2] else None}


def is_address(target: str) -> bool:
    """Return whether a link leads somewhere that a reader may be sent."""
    return re.match(r"(https?://|mailto:)[^\s]+$", target, re.IGNORECASE) is not None


def _date(day: str) -> list[int]:
    try:
        found = dt.date.fromisoformat(day)
    except ValueError:
        return []
    return [found.year, found.month, found.day]
