"""The blocks of a document as HTML. Every text is escaped; only what is written here is markup."""

from __future__ import annotations

import base64
import re
import unicodedata
from collections.abc import Iterable
from html import escape

from workbench.publish.document import (
    Align,
    Block,
    BulletList,
    Code,
    Column,
    Document,
    Facts,
    Figure,
    Heading,
    Note,
    Paragraph,
    Row,
    Run,
    Runs,
    Table,
)
from workbench.publish.typst_data import is_address

MOST_CARDS = 7
"""Columns up to which a narrow screen shows rows as cards; a wider table scrolls in a region of its own."""
WRAPPERS = (("code", "code"), ("strong", "strong"), ("emphasis", "em"))


def clean(text: str) -> str:
    """Return ``text`` without the characters that HTML cannot hold: controls, lone surrogates, non-characters."""
    if text.isprintable():
        return text
    return "".join(
        char
        for char in text.replace("\r\n", "\n").replace("\r", "\n")
        if char in "\n\t" or (unicodedata.category(char) not in ("Cc", "Cs") and ord(char) & 0xFFFE != 0xFFFE)  # noqa: PLR2004
    )


def language_of(tag: str) -> str:
    """Return a language tag, or "en" for what is none."""
    return tag.strip() if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", tag.strip()) else "en"


def text(value: str) -> str:
    """Return text as HTML, line breaks kept."""
    return escape(clean(value)).replace("\n", "<br>")


class Html:
    """Writes the blocks of one document; knows which links lead somewhere, and gives each id once."""

    def __init__(self, document: Document) -> None:
        """Learn the ids of ``document``."""
        self._seen: set[str] = set()
        self._ids = set(_ids(document.blocks()))

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Return blocks in a row."""
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        """Return one block."""
        match block:
            case Heading():
                made = self.heading(block)
            case Paragraph():
                lead = ' class="lead"' if block.lead else ""
                made = f"<p{self.id(block.id)}{lead}>{self.runs(block.runs)}</p>"
            case BulletList():
                made = self._list(block)
            case Facts():
                pairs = "".join(f"<dt>{text(name)}</dt><dd>{self.runs(runs)}</dd>" for name, runs in block.items)
                made = f'<dl class="facts">{pairs}</dl>'
            case Note():
                label = f'<strong class="label">{text(block.label or block.tone)}:</strong>'
                tone = block.tone.name.lower()
                made = f'<div class="note {tone}"><p>{label} {self.runs(block.runs)}</p></div>'
            case Code():
                made = f"<pre>{escape(clean(block.text))}</pre>"
            case Figure():
                made = _figure(block)
            case Table():
                made = self._table(block)
        return made

    def heading(self, block: Heading) -> str:
        """Return a heading with its permalink; the page's title is h1, so a part's heading is h2."""
        level = min(block.level + 1, 6)
        known = bool(block.id) and block.id not in self._seen
        words = f' lang="{escape(language_of(block.language))}"' if block.language else ""
        name = text(" ".join(block.text.split())) or "Untitled"
        here = f'<a class="here" href="#{escape(block.id)}" aria-label="Link to {name}">#</a>' if known else ""
        return f"<h{level}{self.id(block.id)}{words}>{name}{here}</h{level}>"

    def id(self, identifier: str) -> str:
        """Return the id attribute; nothing where the id is taken."""
        if not identifier or identifier in self._seen:
            return ""
        self._seen.add(identifier)
        return f' id="{escape(identifier)}"'

    def runs(self, runs: Runs) -> str:
        """Return inline text."""
        return "".join(self._run(run) for run in runs if run.text)

    def _run(self, run: Run) -> str:
        made = text(run.text)
        for name, element in WRAPPERS:
            if getattr(run, name):
                made = f"<{element}>{made}</{element}>"
        words = f' lang="{escape(language_of(run.language))}" dir="auto"' if run.language else ""
        if run.quiet or words:
            made = f"<span{_class(['quiet'] if run.quiet else [])}{words}>{made}</span>"
        if run.link.startswith("#") and run.link[1:] in self._ids:
            return f'<a href="{escape(run.link)}">{made}</a>'
        return f'<a href="{escape(run.link)}" rel="noreferrer">{made}</a>' if is_address(run.link) else made

    def _list(self, block: BulletList) -> str:
        items = "".join(
            f"<li>{self.runs(item.runs)}{self._list(item.inner) if item.inner else ''}</li>" for item in block.items
        )
        element = "ol" if block.ordered else "ul"
        return f"<{element}>{items}</{element}>"

    def _table(self, block: Table) -> str:
        cards = len(block.columns) <= MOST_CARDS
        head = "".join(_column(column) for column in block.columns)
        body = "\n".join(self._row(block, row) for row in block.rows)
        hidden = "" if block.show_caption else ' class="off"'
        table = (
            f'<table{self.id(block.id)} role="table"{_class(["cards"] if cards else [])}>'
            f"<caption><span{hidden}>{text(block.caption)}</span></caption>\n"
            f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>\n'
            f'<tbody role="rowgroup">\n{body}\n</tbody></table>'
        )
        if cards:
            return table
        return f'<div class="scroll" role="region" tabindex="0" aria-label="{text(block.caption)}">{table}</div>'

    def _row(self, block: Table, row: Row) -> str:
        cells = (*row.cells, *((),) * len(block.columns))[: len(block.columns)]
        made = [self._cell(block, x, cell) for x, cell in enumerate(cells)]
        return f'<tr{self.id(row.id)} role="row">{"".join(made)}</tr>'

    def _cell(self, block: Table, x: int, cell: Runs) -> str:
        column = block.columns[x]
        names = [column.align.value] if column.align is not Align.START else []
        if x == 0 and block.row_heads:
            return f'<th scope="row" role="rowheader"{_class(names)}>{self.runs(cell)}</th>'
        names += ["marked"] if column.marked else []
        head = escape(clean(column.head.replace("\n", ": ")))
        return f'<td role="cell" data-head="{head}"{_class(names)}>{self.runs(cell)}</td>'


def _column(column: Column) -> str:
    first, *rest = column.head.split("\n")
    names = [column.align.value] if column.align is not Align.START else []
    small = f"<small>{text(' '.join(rest))}</small>" if rest else ""
    return f'<th scope="col" role="columnheader"{_class(names)}>{text(first)}{small}</th>'


def _class(names: list[str]) -> str:
    return f' class="{" ".join(names)}"' if names else ""


def _figure(block: Figure) -> str:
    caption = f"<figcaption>{text(block.caption)}</figcaption>" if block.caption else ""
    alt = escape(" ".join(clean(block.alt).split()))
    if block.own:
        # Never shrunk below what can be read: it scrolls in a region of its own, below its caption.
        drawn = (
            f'<div class="scroll" role="region" tabindex="0" aria-label="{alt}">{block.content.decode("utf-8")}</div>'
        )
        return f"<figure>{caption}{drawn}</figure>"
    data = base64.b64encode(block.content).decode("ascii")
    media = "image/svg+xml" if "svg" in block.media else "image/png"
    return f'<figure><img src="data:{media};base64,{data}" alt="{alt}">{caption}</figure>'


def _ids(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Heading | Paragraph | Table) and block.id:
            yield block.id
        if isinstance(block, Table):
            yield from (row.id for row in block.rows if row.id)
