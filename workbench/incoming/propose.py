"""How a block of rows may be read: its headings first; where there are none, what stands in its columns, and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.incoming.block import Block
from workbench.incoming.contents import guess_contents
from workbench.incoming.first_row import begins_otherwise, named_by_headings, without_numbers
from workbench.incoming.headings import (
    Guess,
    dictionary,
    folded,
    guess_heading,
    kind_named,
    second_meanings,
    tells_kind,
)
from workbench.incoming.ladders import ladder_by_code
from workbench.incoming.reading import (
    PASTED,
    ROW_KIND,
    Column,
    Reading,
    above,
    family,
    main_field,
    owner_kinds,
)
from workbench.localize import N_
from workbench.model import Framework, kind_of

HALF = 0.5
KIND_HEADINGS = {"kind", "type", "level", "row type", "what"}
FIRST = ("competency", "indicator", "experience")
"""What a table with headings that fit many kinds is taken for."""
SECTIONS = {"competency": "competency.area", "experience": "experience.department"}
"""What a row with a single cell is a heading for, where it does not name an owner."""


def propose(
    framework: Framework, block: Block, kind: str = "", *, header: bool | None = None, prefer: str = ""
) -> Reading:
    """Return how ``block`` may be read; with a ``kind`` its rows are things of that kind, or of what belongs to it.

    ``header``: whether the first row holds headings; without it, that is told by what stands there. ``prefer`` is the
    kind that rows are taken for where their headings fit several, or there are none.
    """
    rows = block.rows
    usual = prefer or FIRST[0]
    kinds = (kind,) if kind else (usual, *FIRST, *PASTED)
    read = {one: _by_headings(framework, one, rows) for one in kinds} if rows else {}
    best = max(read, key=lambda one: _fit(one, read[one]) + HALF * (one == prefer), default=usual)
    guesses = read.get(best, [])
    named = named_by_headings(rows, guesses)
    if header is None:
        header = named or begins_otherwise(rows)
    body = rows[1:] if header else rows
    if not (header and named):  # A heading that by chance fits some kind tells no kind.
        best = kind or usual
        guesses = read.get(best, [])
    told = header and any(guesses)
    found = without_numbers(rows, guesses) if told else guess_contents(framework, best, body)
    reading = Reading(
        kind=best,
        columns=_columns(block, body, found, header=header),
        header=header,
    )
    return _with_sections(body, _with_ladder(framework, body, reading))


def _by_headings(framework: Framework, kind: str, rows: Sequence[Sequence[str]]) -> list[Guess | None]:
    known = dictionary(framework, kind)
    found = [guess_heading(kind, known, head) if head else None for head in rows[0]]
    first = [one if one and _first(rows, found, one) == place else None for place, one in enumerate(found)]
    return second_meanings(kind, rows[0], first)


def _first(rows: Sequence[Sequence[str]], found: Sequence[Guess | None], one: Guess) -> int:
    """Return which column means the same as ``one`` and is surest; of several the one with the field's own name.

    A column without anything in it comes after all others.
    """
    name = one.means.rpartition(".")[2].replace("_", " ")
    rivals = {at: other for at, other in enumerate(found) if other and other.means == one.means}

    def rank(at: int) -> tuple[bool, float, bool, int]:
        return not any(row[at] for row in rows[1:]), -rivals[at].sure, folded(rows[0][at]) != name, at

    return min(rivals, key=rank)


def _fit(kind: str, guesses: Sequence[Guess | None]) -> float:
    """Return how well a table fits a kind: its headings, and that it says what such a thing is first known by."""
    main = f"{kind}.{main_field(kind)}"
    return sum(one.sure for one in guesses if one) + any(one.means == main for one in guesses if one)


def _columns(
    block: Block, body: Sequence[Sequence[str]], guesses: Sequence[Guess | None], *, header: bool
) -> tuple[Column, ...]:
    found = []
    for place in range(block.width):
        filled = [row[place] for row in body if row[place]]
        head = block.rows[0][place] if header else ""
        column = Column(head=head, example=next(iter(filled), ""), filled=len(filled))
        guess = guesses[place] if place < len(guesses) else None
        found.append(replace(column, means=guess.means, sure=guess.sure, why=guess.why) if guess else column)
    return tuple(found)


def _with_ladder(framework: Framework, body: Sequence[Sequence[str]], reading: Reading) -> Reading:
    """Return the reading with rows of several kinds told apart: by a column that names the kind, or by their codes."""
    kinds = family(reading.kind)
    for place, column in enumerate(reading.columns):
        named = not reading.header or folded(column.head) in KIND_HEADINGS
        if named and len(kinds) > 1 and tells_kind(framework, kinds, [row[place] for row in body]):
            present = {kind_named(framework, kinds, row[place]) for row in body}
            ladder = tuple(one for one in kinds if one in present)
            return _of_rows(replace(reading, rows_by="kind", ladder=ladder), place)
    if any(one.means.partition(".")[0] in above(reading.kind) or _owns(reading, one) for one in reading.columns):
        return reading
    place = next((at for at, one in enumerate(reading.columns) if one.means == f"{reading.kind}.code"), -1)
    ladder = ladder_by_code(reading.kind, [row[place] for row in body]) if place >= 0 else ()
    return _of_rows(replace(reading, rows_by="code", ladder=ladder), -1) if len(ladder) > 1 else reading


def _of_rows(reading: Reading, kind_place: int) -> Reading:
    """Return the reading whose fields are those of whatever kind the row holds."""
    columns = []
    for place, one in enumerate(reading.columns):
        if place == kind_place:
            columns.append(replace(one, means=ROW_KIND, sure=1.0, why=N_("each cell is the word for a kind of thing")))
        elif "." in one.means and one.means.partition(".")[0] in {reading.kind, *reading.ladder}:
            columns.append(replace(one, means=f"*.{one.means.partition('.')[2]}"))
        else:
            columns.append(one)
    return replace(reading, kind=reading.ladder[-1], columns=tuple(columns))


def _owns(reading: Reading, column: Column) -> bool:
    owner = kind_of(reading.kind).owner_field()
    return bool(owner) and column.means == f"{reading.kind}.{owner}"


def _with_sections(body: Sequence[Sequence[str]], reading: Reading) -> Reading:
    """Return the reading in which rows with a single, first cell are headings of what follows, where that fits."""
    single = [row for row in body if row[0] and not any(row[1:])]
    if reading.rows_by or not single or len(single) > HALF * len(body) or body[0] is not single[0]:
        return reading
    owner = kind_of(reading.kind).owner_field()
    field = f"{reading.kind}.{owner}" if owner else SECTIONS.get(reading.kind, "")
    taken = {one.means for one in reading.columns}
    owned = any(means.partition(".")[0] in owner_kinds(reading.kind) for means in taken)
    return reading if field in taken or owned or not field else replace(reading, sections=field)
