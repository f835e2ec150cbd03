"""HTML that a notebook printed, as blocks: its tables with their header cells, its other text as paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html.parser import HTMLParser

from workbench.publish.document import Block, Column, Paragraph, Row, Table, plain

UNSEEN = frozenset({"style", "script", "template", "title", "noscript"})
BREAKS = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "section"})
MOST_SPANNED = 1000
"""Columns or rows that a cell may span: browsers stop there too."""


@dataclass(slots=True)
class _Cell:
    head: bool
    columns: int = 1
    rows: int = 1
    text: str = ""


@dataclass(slots=True)
class _Table:
    caption: str = ""
    head_rows: int = 0
    rows: list[list[_Cell]] = field(default_factory=list)


class _Reader(HTMLParser):
    """Collects tables and texts in order. A table inside a cell gives its text to the cell."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[_Table | str] = [""]
        self._table: _Table | None = None
        self._cell: _Cell | None = None
        self._depth = 0
        self._in_head = False
        self._in_caption = False
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in UNSEEN
        if tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._table = _Table()
        elif self._depth == 1 and self._table is not None:
            self._within(self._table, tag, {name: value or "" for name, value in attrs})
        if tag in BREAKS:
            self.handle_data("\n")

    def _within(self, table: _Table, tag: str, attrs: dict[str, str]) -> None:
        match tag:
            case "thead":
                self._in_head = True
            case "tbody" | "tfoot":
                self._in_head = False
            case "caption":
                self._in_caption = True
            case "tr":
                table.rows.append([])
                table.head_rows += self._in_head
            case "td" | "th":
                columns, rows = (_span(attrs.get(name, "")) for name in ("colspan", "rowspan"))
                self._cell = _Cell(head=tag == "th", columns=columns, rows=rows)
                table.rows = table.rows or [[]]
                table.rows[-1].append(self._cell)
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in UNSEEN and self._unseen > 0
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth and self._table is not None:
                self.found += [self._table, ""]
                self._table, self._cell, self._in_head, self._in_caption = None, None, False, False
        elif self._depth == 1:
            self._in_head = self._in_head and tag != "thead"
            self._in_caption = self._in_caption and tag != "caption"
            self._cell = None if tag in ("td", "th") else self._cell

    def handle_data(self, data: str) -> None:
        if self._unseen:
            return
        if self._table is None:
            self.found[-1] = f"{self.found[-1]}{data}"
        elif self._in_caption:
            self._table.caption += data
        elif self._cell is not None:
            self._cell.text += data


def read_html(source: str, *, caption: str = "") -> Iterator[Block]:
    """Yield the blocks of an HTML fragment; ``caption`` is for a table that has none."""
    reader = _Reader()
    reader.feed(source)
    reader.close()
    for found in reader.found:
        if isinstance(found, _Table):
            yield from _as_table(found, caption)
        else:
            for line in found.split("\n"):
                if words := " ".join(line.split()):
                    yield Paragraph(runs=plain(words))


def _span(value: str) -> int:
    return min(max(int(value), 1), MOST_SPANNED) if value.isascii() and value.isdigit() else 1


def _as_table(found: _Table, caption: str) -> Iterator[Table]:
    grid = _grid(found.rows)
    if not grid:
        return
    width = max(len(row) for row in grid)
    heads = found.head_rows or (1 if grid[0] and all(cell is not None and cell.head for cell in grid[0]) else 0)
    body = grid[heads:]
    row_heads = bool(body) and all(row and row[0] is not None and row[0].head for row in body)
    yield Table(
        caption=" ".join(found.caption.split()) or caption,
        columns=tuple(Column(head=_head(grid[:heads], x, row_heads=row_heads)) for x in range(width)),
        rows=tuple(Row(cells=tuple(plain(_text(cell)) for cell in row)) for row in body),
        row_heads=row_heads,
    )


def _grid(rows: Iterable[Sequence[_Cell]]) -> list[list[_Cell | None]]:
    """Return the cells by row and column; one that spans several stands in each of them."""
    grid: list[list[_Cell | None]] = []
    hanging: dict[int, tuple[_Cell, int]] = {}
    for cells in rows:
        line: list[_Cell | None] = []
        waiting = list(cells)
        while waiting or len(line) in hanging:
            if len(line) in hanging:
                cell, left = hanging.pop(len(line))
                if left > 1:
                    hanging[len(line)] = (cell, left - 1)
                line.append(cell)
                continue
            cell = waiting.pop(0)
            for _ in range(cell.columns):
                if cell.rows > 1:
                    hanging[len(line)] = (cell, cell.rows - 1)
                line.append(cell)
        grid.append(line)
    return [line for line in grid if line]


def _text(cell: _Cell | None) -> str:
    lines = (" ".join(line.split()) for line in (cell.text if cell else "").split("\n"))
    return "\n".join(line for line in lines if line)


def _head(rows: Sequence[Sequence[_Cell | None]], x: int, *, row_heads: bool) -> str:
    names = dict.fromkeys(_text(row[x]).replace("\n", " ") for row in rows if x < len(row))
    found = " ".join(name for name in names if name)
    return found or ("Row" if x == 0 and row_heads else f"Column {x + 1}")
