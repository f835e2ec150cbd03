"""A block of rows: every cell as clean text, and what was cleaned in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.errors import BadFile
from workbench.incoming.lists import items_of
from workbench.localize import _, ngettext, number

ROWS = 5_000
COLUMNS = 100
LONGEST = 100_000
"""Characters of one cell; a spreadsheet program holds a third of it."""

ENDS = re.compile(r"\r\n|[\r\v\f\x85\u2028\u2029]")
SPACES = re.compile("[\u00a0\u2007\u202f]")
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
BULLET = re.compile("^[ \t]*[•·▪●○◦‣∙■□➢❖\uf0b7\uf0a7][ \t]+(?=\\S)|^o\t(?=\\S)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Rows of one width without empty ones; ``lines`` tells where each stood, counted from 1.

    ``notes`` say in sentences what was cleaned. ``name`` is that of the sheet, or empty for the clipboard. ``lists``
    are the items of the cells that hold a list, by the places of row and column: the text has lost its bullets.
    """

    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()
    name: str = ""
    lists: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0


def block_of(rows: Iterable[Sequence[str]], *, name: str = "", lines: Sequence[int] = ()) -> Block:
    """Return the block of ``rows``, cleaned; raise BadFile where there is more than can be looked through."""
    cleaner = _Cleaner()
    kept: list[tuple[int, list[str]]] = []
    lists: dict[tuple[int, int], tuple[str, ...]] = {}
    for place, row in enumerate(rows):
        if place >= ROWS:
            raise BadFile(_("There are more than {n} rows. Bring them in smaller parts.", n=number(ROWS)))
        if len(row) > COLUMNS:
            raise BadFile(_("There are more than {n} columns. Copy only the columns that you need.", n=number(COLUMNS)))
        pairs = [cleaner.clean(cell) for cell in row]
        cells = [text for text, _items in pairs]
        if any(cells):
            lists |= {(len(kept), at): items for at, (_text, items) in enumerate(pairs) if items}
            kept.append((lines[place] if lines else place + 1, cells))
    width = max((len(row) for _line, row in kept), default=0)
    while width and not any(row[width - 1] for _line, row in kept if len(row) >= width):
        width -= 1
    return Block(
        rows=tuple(tuple([*row, *[""] * width][:width]) for _line, row in kept),
        lines=tuple(line for line, _row in kept),
        notes=cleaner.notes(),
        name=name,
        lists=lists,
    )


@dataclass(slots=True)
class _Cleaner:
    """Cleans cells and counts what it cleaned."""

    counts: Counter[str] = field(default_factory=Counter)

    def clean(self, text: str) -> tuple[str, tuple[str, ...]]:
        """Return a cell as text that can be stored and read, and the items of the list that it may be."""
        if len(text) > LONGEST:
            told = _("A cell holds more than {n} characters. Shorten it, or leave it out.", n=number(LONGEST))
            raise BadFile(told)
        text = ENDS.sub("\n", text)
        text = self._sub("control", CONTROLS, "", text)
        text = self._sub("unseen", UNSEEN, "", text)
        text = self._sub("space", SPACES, " ", text)
        items = items_of(text) if "\n" in text else ()
        text = self._sub("bullet", BULLET, "", text)
        return "\n".join(line.rstrip() for line in text.split("\n")).strip(), items

    def _sub(self, name: str, pattern: re.Pattern[str], by: str, text: str) -> str:
        cleaned, count = pattern.subn(by, text)
        if count:
            self.counts[name] += 1
        return cleaned

    def notes(self) -> tuple[str, ...]:
        """Return what was cleaned, a sentence each."""
        control, unseen, space, bullet = (self.counts[name] for name in ("control", "unseen", "space", "bullet"))
        found = (
            control
            and ngettext(
                "{n} cell held control characters, which were taken out.",
                "{n} cells held control characters, which were taken out.",
                control,
            ),
            unseen
            and ngettext(
                "{n} cell held soft hyphens or other signs that nobody sees, which were taken out.",
                "{n} cells held soft hyphens or other signs that nobody sees, which were taken out.",
                unseen,
            ),
            space
            and ngettext(
                "{n} cell held non-breaking spaces, which are plain spaces now.",
                "{n} cells held non-breaking spaces, which are plain spaces now.",
                space,
            ),
            bullet
            and ngettext(
                "{n} cell began with a bullet, which was taken off.",
                "{n} cells began with a bullet, which was taken off.",
                bullet,
            ),
        )
        return tuple(sentence for sentence in found if sentence)
