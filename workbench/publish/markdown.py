"""Markdown to blocks, through mistune's syntax tree: nothing a person wrote is taken for markup of ours."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from workbench.publish.document import (
    Block,
    BulletList,
    Code,
    Column,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    plain,
    text_of,
)
from workbench.publish.html_read import read_html

Token = Mapping[str, Any]
MANNERS = {"strong": "strong", "emphasis": "emphasis"}


@dataclass(slots=True)
class Markdown:
    """Reads one text. ``pictures`` are what "attachment:name" means: name -> (media type, content)."""

    pictures: Mapping[str, tuple[str, bytes]] = field(default_factory=dict)

    def blocks(self, source: str) -> tuple[Block, ...]:
        """Return the blocks of a Markdown text."""
        return tuple(self._blocks(_parser()(source)))

    def _blocks(self, tokens: Iterable[Token]) -> Iterable[Block]:
        for token in tokens:
            match token["type"]:
                case "heading":
                    yield Heading(level=token["attrs"]["level"], text=text_of(self._runs(token["children"])))
                case "paragraph" | "block_text":
                    yield from self._paragraph(token["children"])
                case "list":
                    yield self._list(token)
                case "block_code":
                    yield Code(text=token["raw"].rstrip("\n"))
                case "block_quote":
                    words = [text_of(block.runs) for block in self._blocks(token["children"]) if hasattr(block, "runs")]
                    yield Note(runs=plain("\n".join(words)), tone=Tone.INFO, label="Quoted")
                case "table":
                    yield self._table(token)
                case "block_html":
                    yield from read_html(token["raw"])
                case _:
                    pass  # blank lines and rules say nothing

    def _paragraph(self, tokens: list[Token]) -> Iterable[Block]:
        """Yield a paragraph, parted where a picture stands in it."""
        waiting: list[Token] = []
        for token in tokens:
            figure = self._figure(token) if token["type"] == "image" else None
            if figure is None:
                waiting.append(token)
                continue
            yield from _paragraph(self._runs(waiting))
            waiting = []
            yield figure
        yield from _paragraph(self._runs(waiting))

    def _figure(self, token: Token) -> Figure | None:
        alt = text_of(self._runs(token.get("children", []))) or "Picture without a description."
        url = str(token["attrs"]["url"])
        if url.startswith("attachment:") and (held := self.pictures.get(url.removeprefix("attachment:"))):
            return Figure(content=held[1], media=held[0], alt=alt)
        media, _, data = url.removeprefix("data:").partition(";base64,")
        if not url.startswith("data:image/") or media not in ("image/png", "image/svg+xml"):
            return None
        try:
            return Figure(content=base64.b64decode(data, validate=True), media=media, alt=alt)
        except binascii.Error:
            return None

    def _list(self, token: Token) -> BulletList:
        items = tuple(self._item(child) for child in token["children"])
        return BulletList(items=items, ordered=bool(token["attrs"]["ordered"]))

    def _item(self, token: Token) -> ListItem:
        lists = [self._list(child) for child in token["children"] if child["type"] == "list"]
        texts = [child for child in token["children"] if child["type"] in ("paragraph", "block_text")]
        runs = tuple(run for child in texts for run in (*plain("\n"), *self._runs(child["children"])))[1:]
        inner = replace(lists[0], items=tuple(item for one in lists for item in one.items)) if lists else None
        return ListItem(runs=runs, inner=inner)

    def _table(self, token: Token) -> Table:
        head, *bodies = token["children"]
        columns = tuple(
            Column(head=text_of(self._runs(cell["children"])) or f"Column {place}")
            for place, cell in enumerate(head["children"], start=1)
        )
        rows = tuple(
            Row(cells=tuple(self._runs(cell["children"]) for cell in row["children"]))
            for body in bodies
            for row in body["children"]
        )
        return Table(caption="", columns=columns, rows=rows, row_heads=False)

    def _runs(self, tokens: Iterable[Token], **manner: Any) -> Runs:
        found: list[Run] = []
        for token in tokens:
            match token["type"]:
                case "text":
                    found.append(Run(text=token["raw"], **manner))
                case "codespan":
                    found.append(Run(text=token["raw"], **{**manner, "code": True}))
                case "linebreak":
                    found.append(Run(text="\n", **manner))
                case "softbreak":
                    found.append(Run(text=" ", **manner))
                case "link":
                    found += self._runs(token["children"], **{**manner, "link": str(token["attrs"]["url"])})
                case "inline_html":
                    pass  # a tag around text; the text comes by itself
                case kind:
                    own = {MANNERS[kind]: True} if kind in MANNERS else {}
                    found += self._runs(token.get("children", []), **{**manner, **own})
        return tuple(found)


def _paragraph(runs: Runs) -> Iterable[Paragraph]:
    if text_of(runs).strip():
        yield Paragraph(runs=runs)


@cache
def _parser() -> Any:
    import mistune

    return mistune.create_markdown(renderer=None, plugins=["table", "strikethrough", "url"])
