"""A coverage matrix as a picture: SVG in which each cell has a letter and a pattern, not a colour alone.

It fetches nothing and brings its own colours, so it may stand in a page, in a room or in a document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from html import escape

from workbench.measures.coverage import Matrix
from workbench.measures.coverage_words import MARK_MEANINGS
from workbench.measures.marks import Cell, Mark, Status

WIDE, TALL, PAD = 30, 24, 12
"""A cell, and the margin around everything, in pixels."""

LEFT, RIGHT = 300, 260
"""Room for the names of rows, and for what each comes to."""

LETTER = 7.2
"""How far up a letter of a slanting name goes at most."""

LONGEST_NAME, LONGEST_COLUMN = 38, 21
"""Characters of a name that have room."""

INK, QUIET, EDGE, RULE = "#1b2430", "#4a5666", "#75808c", "#dfe3e6"
FONT = '"Atkinson Hyperlegible", system-ui, "DejaVu Sans", sans-serif'


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark looks: its ground, its pattern's path in a tile of 8 by 8 and that path's colour, its letter's."""

    ground: str
    path: str
    line: str
    letter: str = INK


LOOKS = {
    Mark.ASSESSED: Look("#0b5d66", "", "", "#ffffff"),
    Mark.SAID: Look("#fdf1dc", "M0 0l8 8M0 8l8-8", "#d9a441"),
    Mark.DEVELOPED: Look("#a9d6d8", "M-2 2l4-4M0 8l8-8M6 10l4-4", "#4f9ca1"),
    Mark.INTRODUCED: Look("#e3f0f0", "M0 4h8", "#8cc0c4"),
    Mark.CLAIMED: Look("#ffffff", "M4 4h.01", QUIET),
}
"""The further a mark, the darker its ground; each letter has a contrast of 7 to 1 with it."""


def heat_map(matrix: Matrix, title: str, *, remark: str = "", key: str = "coverage") -> str:
    """Return the picture of a whole matrix as an SVG element; ``coverage_window.window`` cuts one to size.

    ``title`` names it, ``remark`` stands below it (what is left out), and ``key`` begins the ids in it: give each
    picture of a page another.
    """
    return "\n".join(_Picture(matrix, title, remark, key).parts())


@dataclass(frozen=True)
class _Picture:
    matrix: Matrix
    title: str
    remark: str
    key: str

    def parts(self) -> Iterator[str]:
        body = [*self._body()]
        legend = [*self._legend()]
        foot = self._top + TALL * len(body)
        width = LEFT + WIDE * len(self.matrix.columns) + RIGHT + 2 * PAD
        height = foot + TALL * (len(legend) + 2) + 2 * PAD
        key = escape(self.key)
        yield (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
            f'role="img" aria-labelledby="{key}-title {key}-desc" font-family="{escape(FONT)}" font-size="13">'
        )
        yield f'<title id="{key}-title">{_text(self.title)}</title><desc id="{key}-desc">{_text(self._said())}</desc>'
        yield f"<defs>{''.join(self._pattern(mark) for mark in LOOKS if LOOKS[mark].path)}</defs>"
        yield f'<rect width="{width}" height="{height}" fill="#ffffff"/><g transform="translate({PAD} {PAD})">'
        yield from self._columns()
        yield from (
            f'<g transform="translate(0 {self._top + TALL * place})">{row}</g>' for place, row in enumerate(body)
        )
        yield from (
            f'<g transform="translate(0 {foot + TALL * (place + 1)})">{row}</g>' for place, row in enumerate(legend)
        )
        yield "</g></svg>"

    @cached_property
    def _top(self) -> float:
        """Room for the names of the columns."""
        longest = max((min(LONGEST_COLUMN, len(head.label)) for head in self.matrix.columns), default=0)
        return round(LETTER * longest) + PAD

    def _said(self) -> str:
        """Return the picture in a few sentences, for those who do not see it."""
        counts = ((len(self.matrix.having(status)), status) for status in Status)
        told = "; ".join(f"{count:,} {status}" for count, status in counts if count)
        size = f"{len(self.matrix.lines):,} rows by {len(self.matrix.columns):,} columns"
        return " ".join(filter(None, (f"{size}: {told or 'nothing yet'}.", self.remark)))

    def _pattern(self, mark: Mark) -> str:
        # The ground is no part of the tile: some programs leave seams between tiles.
        look = LOOKS[mark]
        return (
            f'<pattern id="{self._name(mark)}" width="8" height="8" patternUnits="userSpaceOnUse">'
            f'<path d="{look.path}" stroke="{look.line}" stroke-width="1.5" stroke-linecap="round" fill="none"/>'
            "</pattern>"
        )

    def _name(self, mark: Mark) -> str:
        return f"{escape(self.key)}-{mark.name.lower()}"

    def _columns(self) -> Iterator[str]:
        for place, head in enumerate(self.matrix.columns):
            x = LEFT + WIDE * place + WIDE / 2
            label = _text(_short(head.label, LONGEST_COLUMN))
            yield f'<text transform="translate({x + 4:g} {self._top - 8}) rotate(-60)" fill="{INK}">{label}</text>'

    def _body(self) -> Iterator[str]:
        for group, lines in self.matrix.groups().items():
            if group:
                yield f'<text y="17" font-weight="700" fill="{INK}">{_text(_short(group, 2 * LONGEST_NAME))}</text>'
            for line in lines:
                end = LEFT + WIDE * len(self.matrix.columns)
                cells = "".join(
                    self._cell(LEFT + WIDE * place, line.cells.get(head.id))
                    for place, head in enumerate(self.matrix.columns)
                )
                yield (
                    f'<text y="17" fill="{INK}">{_text(_short(line.head.title, LONGEST_NAME))}</text>{cells}'
                    f'<text x="{end + 8}" y="17" fill="{QUIET}">{_text(line.status)}</text>'
                )

    def _cell(self, x: float, cell: Cell | None) -> str:
        box = f'<rect x="{x + 1:g}" y="1" width="{WIDE - 2}" height="{TALL - 2}"'
        if cell is None:
            return f'{box} stroke="{RULE}" fill="#ffffff"/>'
        look = LOOKS[cell.mark]
        pattern = f'{box} fill="url(#{self._name(cell.mark)})"/>' if look.path else ""
        return (
            f'{box} stroke="{EDGE}" fill="{look.ground}"/>{pattern}'
            f'<text x="{x + WIDE / 2:g}" y="17" text-anchor="middle" '
            f'font-weight="700" fill="{look.letter}" stroke="{look.ground}" stroke-width="4" stroke-linejoin="round" '
            f'paint-order="stroke">{cell.mark.letter}</text>'
        )

    def _legend(self) -> Iterator[str]:
        used = {cell.mark for line in self.matrix.lines for cell in line.cells.values()}
        for mark, meaning in ((mark, meaning) for mark, meaning in MARK_MEANINGS.items() if mark in used):
            yield f'{self._cell(0, Cell(mark, ()))}<text x="{WIDE + 8}" y="17" fill="{INK}">{_text(meaning)}</text>'
        if self.remark:
            yield f'<text y="17" fill="{INK}">{_text(self.remark)}</text>'


def _short(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"


def _text(text: str) -> str:
    """Return text as XML, without the characters that XML cannot hold."""
    return escape("".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text))
