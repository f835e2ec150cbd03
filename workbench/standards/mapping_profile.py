"""What a column holds, in numbers: how full it is, how long its texts are, whether they look like codes or grades."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby

from workbench.standards.mapping_grades import read_grades
from workbench.standards.mapping_words import words

SAMPLE = 5000
"""Rows that are looked at, spread over the whole table."""

CODE = re.compile(r"(?=.*[\dA-Z])[^\s|,;]{1,60}(?: [\dA-Z][^\s|,;]{0,12}){0,3}")
DAY = re.compile(r"(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|\d{1,2}:\d\d")
LONG_WORD = 12
"""Letters; a longer word in capitals is a heading, no code."""

ID = re.compile(r"[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}|https?://\S+|urn:\S+", re.IGNORECASE)
SLUG = re.compile(r"[a-z0-9]+(?:[-_:/.][a-z0-9]+)+")
OPENING = re.compile(
    r"\s*(?:[(\[【\uff08](?P<inside>[^\s()\[\]\uff08\uff09【】]{2,40})[)\]】\uff09][\s:.–—-]*"
    r"|(?P<plain>(?=\S*\d)[^\s:()]{0,39}[^\s:().–—-])(?:\s*[:–—]\s*|\s+-\s+|[.)]?\s+|\.\s*$))(?=\S)"
)
"""A code at the start of a text: in brackets, or a first word with a digit in it."""

MARKS = words("x ✓ ✔ ● ○ • ◎ 1 yes y true sí si sim oui ja vrai はい 有 √ ☑ *")
UNMARKED = words("- – — 0 no n false não non nein faux ☐ × いいえ 無")


@dataclass(frozen=True)
class Column:
    """A column of a table: its name, its place counted from 0, and the cells of the sample."""

    name: str
    place: int
    cells: tuple[str, ...]
    raw: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def filled(self) -> tuple[str, ...]:
        """The cells that hold something."""
        return tuple(cell for cell in self.cells if cell)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The different values."""
        return frozenset(self.filled)

    @property
    def fill(self) -> float:
        """The share of rows with a value."""
        return len(self.filled) / len(self.cells) if self.cells else 0.0

    @property
    def variety(self) -> float:
        """The share of different values among the filled cells; 1 where none repeats."""
        return len(self.distinct) / len(self.filled) if self.filled else 0.0

    @cached_property
    def length(self) -> float:
        """The mean number of characters of the filled cells."""
        return sum(map(len, self.filled)) / len(self.filled) if self.filled else 0.0

    def share(self, test: Callable[[str], object]) -> float:
        """Return the share of the filled cells that pass ``test``."""
        return sum(bool(test(cell)) for cell in self.filled) / len(self.filled) if self.filled else 0.0

    @cached_property
    def codes(self) -> float:
        """The share of cells that look like codes: no sentence, and a digit or a capital in it."""
        return self.share(is_code)

    @cached_property
    def numbers(self) -> float:
        """The share of whole numbers."""
        return self.share(str.isdecimal)

    @cached_property
    def ids(self) -> float:
        """The share of UUIDs, addresses and slugs: what a program wrote, not a person."""
        return self.share(lambda cell: ID.fullmatch(cell) or SLUG.fullmatch(cell))

    @cached_property
    def grades(self) -> float:
        """The share of cells that can be read as grades."""
        return self.share(lambda cell: len(cell) <= 80 and read_grades(cell))

    @cached_property
    def marks(self) -> bool:
        """Whether the column holds marks such as X and nothing else."""
        values = {cell.casefold() for cell in self.distinct}
        return bool(values & MARKS) and values <= MARKS | UNMARKED

    @cached_property
    def texts(self) -> float:
        """The share of cells that read like a text: several words, or a run of letters without spaces."""
        return self.share(_is_text)

    @cached_property
    def opened_by_code(self) -> float:
        """The share of cells that begin with a code and go on with a text."""
        return self.share(OPENING.match)

    @cached_property
    def runs(self) -> int:
        """How many runs of the same value there are, an empty cell going on with the value above."""
        return sum(1 for _ in groupby(self.filled))

    @cached_property
    def indented(self) -> int:
        """How many different depths of spaces before the text there are."""
        return len({indent(cell) for cell in self.raw if cell.strip()})


def is_code(cell: str) -> bool:
    """Return whether a cell looks like a code: no sentence, no day, with a digit or capitals.

    >>> is_code("K.CC.1"), is_code("MA 3.1"), is_code("NF"), is_code("Number"), is_code("2024-05-01 10:00")
    (True, True, True, False, False)
    """
    if not CODE.fullmatch(cell) or DAY.match(cell) or (" " in cell and not any(map(str.isdigit, cell))):
        return False
    return not (cell.isalpha() and (cell.istitle() or len(cell) > LONG_WORD))


def indent(cell: str) -> int:
    r"""Return how far a cell's text is set in by spaces or tabs; a tab counts as four.

    >>> indent("    Add"), indent("\tAdd"), indent("\u3000足す")
    (4, 4, 2)
    """
    blank = cell[: len(cell) - len(cell.lstrip())]
    return sum({"\t": 4, "\u3000": 2}.get(sign, 1) for sign in blank)


def _is_text(cell: str) -> bool:
    words = cell.split()
    if len(words) >= 4:
        return True
    return len(cell) >= 10 and not cell.isascii() and not any(sign.isdigit() for sign in cell)


def _sample(rows: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return at most ``SAMPLE`` rows: ten runs of neighbours, for an empty cell may mean the value above it."""
    if len(rows) <= SAMPLE:
        return rows
    long = SAMPLE // 10
    starts = [place * (len(rows) - long) // 9 for place in range(10)]
    return [row for start in starts for row in rows[start : start + long]]


def profile(names: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Column, ...]:
    """Return what each column holds, from a sample of the rows."""
    sample = _sample(rows)
    columns = []
    for place, name in enumerate(names):
        raw = tuple(row[place] if place < len(row) else "" for row in sample)
        columns.append(Column(name, place, tuple(cell.strip() for cell in raw), raw))
    return tuple(columns)
