"""A neutral document: described once, rendered by every format. Plain values; text is data, never markup.

Inline text is a tuple of ``Run``; a line break in a run's text is a line break on the page. ``id`` is what a link
"#id" leads to; it is unique in a document. Nothing here knows of a framework, a page or a screen.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text in one manner. ``link``: "#id" or an address; ``language``: a BCP 47 tag, "" as around it."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    quiet: bool = False
    link: str = ""
    language: str = ""


Runs: TypeAlias = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading; ``level`` 1 opens a part.."""

    level: int
    text: str
    id: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph. ``lead``: larger, for the sentence that a section is about."""

    runs: Runs
    id: str = ""
    lead: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """An item of a list, with a list below it or none."""

    runs: Runs
    inner: BulletList | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BulletList:
    """A list; ``ordered``: counted from 1."""

    items: tuple[ListItem, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Pairs of a name and what it says (Credits: 1), shown as a description list."""

    items: tuple[tuple[str, Runs], ...]


class Align(StrEnum):
    """How the cells of a column stand."""

    START = "start"
    CENTER = "center"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its head, its share of the width, whether it is the one to look at."""

    head: str
    width: float = 1.0
    align: Align = Align.START
    marked: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table, a cell a column."""

    cells: tuple[Runs, ...]
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table. With ``row_heads`` the first cell of each row is the row's header cell.

    ``caption`` is never empty in what we compose: it is how somebody who cannot see the page chooses a table.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    row_heads: bool = True
    id: str = ""
    show_caption: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture (image/png or image/svg+xml) with the text that stands for it.

    ``own``: SVG that we wrote ourselves, every text in it escaped, so that a page may hold it as markup. A file
    cannot say that of its pictures, so it is no part of what a figure is.
    """

    content: bytes
    media: str
    alt: str
    caption: str = ""
    own: bool = field(default=False, compare=False)


class Tone(StrEnum):
    """What a note is, in a word that is shown beside the colour."""

    INFO = "Note"
    OK = "Good"
    WARN = "Attention"
    STOP = "Error"


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A remark set apart from the text."""

    runs: Runs
    tone: Tone = Tone.INFO
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Text in which spaces and lines count."""

    text: str


Block: TypeAlias = Heading | Paragraph | BulletList | Facts | Table | Figure | Note | Code


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a document. ``wide``: for sheets laid crosswise, where a format has sheets."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole document. ``status`` runs along every page; ``draft`` says that nobody has adopted it.

    ``cover``: on a page of its own, with contents behind it. ``facts`` stand under the title. ``dated`` (ISO date)
    is the date of the document, which no clock gives.
    """

    title: str
    parts: tuple[Part, ...]
    language: str = "en"
    author: str = ""
    status: str = ""
    draft: bool = False
    cover: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    dated: str = ""

    def blocks(self) -> Iterator[Block]:
        """Yield every block in reading order."""
        for part in self.parts:
            yield from part.blocks

    def headings(self, *, depth: int = 2) -> Iterator[Heading]:
        """Yield the headings down to ``depth``, in reading order."""
        yield from (block for block in self.blocks() if isinstance(block, Heading) and block.level <= depth)


def plain(text: str, *, language: str = "") -> Runs:
    """Return text as it is."""
    return (Run(text=text, language=language),) if text else ()


def strong(text: str) -> Runs:
    """Return text that stands out."""
    return (Run(text=text, strong=True),) if text else ()


def quiet(text: str) -> Runs:
    """Return text that steps back."""
    return (Run(text=text, quiet=True),) if text else ()


def link(text: str, target: str) -> Runs:
    """Return text that leads to ``target``: "#id" or an address."""
    return (Run(text=text, link=target),) if text else ()


def joined(pieces: Iterable[Runs], between: str = ", ") -> Runs:
    """Return the pieces that are not empty in a row."""
    found: list[Run] = []
    for piece in pieces:
        if piece:
            found += [*plain(between), *piece] if found else piece
    return tuple(found)


def lines(pieces: Iterable[Runs]) -> Runs:
    """Return the pieces that are not empty, each on a line of its own."""
    return joined(pieces, "\n")


def text_of(runs: Runs) -> str:
    """Return the plain text of runs."""
    return "".join(run.text for run in runs)


def paragraphs(text: str, *, language: str = "", lead: bool = False) -> tuple[Paragraph, ...]:
    """Return a person's prose as paragraphs, parted at empty lines."""
    pieces = (piece.strip() for piece in text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n"))
    return tuple(Paragraph(runs=plain(piece, language=language), lead=lead) for piece in pieces if piece)


def bullets(items: Iterable[Runs], *, ordered: bool = False) -> BulletList:
    """Return a flat list."""
    return BulletList(items=tuple(ListItem(runs=runs) for runs in items), ordered=ordered)


def relevel(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """Return blocks whose headings skip no level on the way down, the first being 1: no format may skip one."""
    found: list[Block] = []
    open_levels: list[int] = []
    for block in blocks:
        if not isinstance(block, Heading):
            found.append(block)
            continue
        while open_levels and open_levels[-1] >= block.level:
            open_levels.pop()
        open_levels.append(block.level)
        found.append(replace(block, level=len(open_levels)))
    return tuple(found)
