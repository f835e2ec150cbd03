"""The shape of a table: where its header stands below title lines, what its columns are called, what its body is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.standards.mapping_profile import OPENING, is_code
from workbench.standards.mapping_words import best_meaning, fold
from workbench.standards.tables import Table

LOOKED_AT = 40
"""Rows at the top among which the header is looked for."""

LONGEST_HEADER = 90
"""Characters. A longer cell is a text, no header."""

SURE = 0.9
"""From here on a cell is taken for a header word; see ``best_meaning``."""


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header of a table stands: ``start`` is the index of its first row, ``rows`` how many it takes."""

    start: int
    rows: int
    names: tuple[str, ...]

    @property
    def end(self) -> int:
        """The index of the first row below the header."""
        return self.start + self.rows


def width(table: Table) -> int:
    """Return how many columns hold something."""
    return max((len(trimmed(row)) for row in table.rows), default=0)


def trimmed(row: Sequence[str]) -> Sequence[str]:
    """Return a row without the empty cells at its end."""
    end = len(row)
    while end and not row[end - 1].strip():
        end -= 1
    return row[:end]


def letters(place: int) -> str:
    """Return the letters that a spreadsheet gives the column at ``place``, counted from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    found = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        found = chr(65 + rest) + found
    return found


def column_names(rows: Sequence[Sequence[str]], columns: int) -> tuple[str, ...]:
    """Return a name for each column from the rows of a header, each name once.

    Where the header has two rows, a cell of the upper one counts for the empty cells to its right too. A
    column without a header is called by its letter, a second one of the same name gets a number.
    """
    parts: list[list[str]] = [[] for _ in range(columns)]
    for depth, row in enumerate(rows):
        above = ""
        for place in range(columns):
            cell = " ".join(row[place].split()) if place < len(row) else ""
            above = cell or (above if depth + 1 < len(rows) else "")
            if above and above not in parts[place]:
                parts[place].append(above)
    found: dict[str, None] = {}
    counts: Counter[str] = Counter()
    for place, words in enumerate(parts):
        name = base = " / ".join(words) or f"column {letters(place)}"
        while name in found:
            counts[base] += 1
            name = f"{base} ({counts[base] + 1})"
        found[name] = None
    return tuple(found)


def find_header(table: Table) -> Header:
    """Return where the header stands; ``rows`` is 0 where the table begins with its data."""
    columns = width(table)
    best, start = 0.0, -1
    top = table.rows[:LOOKED_AT]
    used = [sum(bool(cell.strip()) for cell in row) for row in top]
    widest = max(used, default=0)
    for place, row in enumerate(top):
        score = _score(row, widest=widest, below=top[place + 1 :])
        if score > best:
            best, start = score, place
    if start < 0:
        first = next((place for place, count in enumerate(used) if count), 0)
        return Header(first, 0, column_names((), columns))
    first, rows = _rows(top, start)
    return Header(first, rows, column_names(table.rows[first : first + rows], columns))


def names_columns(table: Table) -> bool:
    """Return whether a table has a header in which at least two columns bear usual names."""
    header = find_header(table)
    cells = {cell for row in table.rows[header.start : header.end] for cell in row}
    return sum(best_meaning(cell) >= SURE for cell in cells) > 1


def _score(row: Sequence[str], *, widest: int, below: Sequence[Sequence[str]]) -> float:
    """Return how much a row looks like the header; 0 where it cannot be one."""
    cells = [cell.strip() for cell in row if cell.strip()]
    following = next((other for other in below if any(cell.strip() for cell in other)), None)
    if not cells or following is None or any(len(cell) > LONGEST_HEADER for cell in cells):
        return 0.0
    if _one_of(row, below):
        return 0.0
    words = [best_meaning(cell) for cell in cells]
    strong = sum(word >= SURE for word in words)
    share = len(cells) / widest
    texts = sum(not _numeric(cell) for cell in cells) / len(cells)
    # A title line names one of the usual words too; what tells it is that it stands alone over a wider table.
    if len(cells) == 1 and widest > 1 and not (sum(words) and _alone_above_text(row, following)):
        return 0.0
    if not sum(words) and (texts < 1 or len(set(cells)) < len(cells) or not _unlike(row, below)):
        return 0.0
    return strong + sum(words) / len(cells) + share * texts + (0.5 if _unlike(row, below) else 0.0)


def _one_of(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether a row begins with a code as nearly all rows below it do: then it is one of them."""
    place = next(place for place, cell in enumerate(row) if cell.strip())
    column = [other[place].strip() for other in below if place < len(other) and other[place].strip()]
    digits = [
        bool(OPENING.match(cell)) or (is_code(cell) and any(map(str.isdigit, cell)))
        for cell in (row[place].strip(), *column)
    ]
    return bool(column) and digits[0] and sum(digits[1:]) > 0.8 * len(column)


def _alone_above_text(row: Sequence[str], following: Sequence[str]) -> bool:
    """Return whether the one filled cell of a row stands above a text, the other columns having no header."""
    place = next(place for place, cell in enumerate(row) if cell.strip())
    filled = sum(bool(cell.strip()) for cell in following)
    return filled > 1 and place < len(following) and len(following[place]) > LONGEST_HEADER // 3


def _unlike(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Return whether a row differs in kind from those below it: short words over long texts, numbers or codes."""
    rest = [other for other in below if sum(bool(cell.strip()) for cell in other) > 1][:20]
    if not rest:
        return False
    for place, cell in enumerate(row):
        column = [other[place].strip() for other in rest if place < len(other) and other[place].strip()]
        if not cell.strip() or not column:
            continue
        digits = sum(any(sign.isdigit() for sign in one) for one in column) / len(column)
        long = sum(len(one) for one in column) / len(column)
        if (digits > 0.8 and not any(sign.isdigit() for sign in cell)) or long > max(40, 2 * len(cell)):
            return True
    return False


def _numeric(text: str) -> bool:
    return text.replace(".", "", 1).isdecimal()


def _rows(top: Sequence[Sequence[str]], start: int) -> tuple[int, int]:
    """Return the first row of the header and how many it takes: one above or below may belong to it."""
    if start and _groups(top[start - 1], top[start]):
        return start - 1, 2
    if start + 1 < len(top) and _header_like(top[start + 1]) and _completes(top[start], top[start + 1]):
        return start, 2
    return start, 1


def _groups(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether ``upper`` names groups of the columns that ``lower`` names: fewer cells, short ones, no title."""
    above = [cell.strip() for cell in upper if cell.strip()]
    below = sum(bool(cell.strip()) for cell in lower)
    title = len(above) <= 2 and all(cell.strip() for cell in upper[: len(above)])
    return (
        bool(above)
        and not (title and (len(above) == 1 or below > 3))
        and len(above) <= below
        and max(map(len, above)) <= LONGEST_HEADER // 2
    )


def _header_like(row: Sequence[str]) -> bool:
    cells = [cell.strip() for cell in row if cell.strip()]
    words = sum(best_meaning(cell) >= SURE or _numeric(cell) or cell == "K" for cell in cells)
    return len(cells) > 1 and max(map(len, cells)) <= LONGEST_HEADER // 2 and words >= len(cells) * 0.6


def _completes(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Return whether ``lower`` is the second row of a header: words below words, or below the gaps of ``upper``."""
    gaps = sum(
        bool(cell.strip()) and not (place < len(upper) and upper[place].strip()) for place, cell in enumerate(lower)
    )
    words = sum(best_meaning(cell) >= SURE for cell in lower if cell.strip())
    return gaps > 0 or words > 1


def rows_below(table: Table, header: Header) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield (line, row) for each row below the header, empty ones included."""
    yield from zip(table.lines[header.end :], table.rows[header.end :], strict=True)


def repeats_header(row: Sequence[str], header_rows: Iterable[Sequence[str]]) -> bool:
    """Return whether a row says once more what a row of the header says, as on every page of a printed list."""
    cells = trimmed(row)
    return bool(cells) and any(
        len(cells) == len(own) and all(fold(cell) == fold(one) for cell, one in zip(cells, own, strict=True))
        for own in map(trimmed, header_rows)
    )
