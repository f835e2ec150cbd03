"""Finding standards while somebody types: exact codes first, then codes that begin so, then words.

Each step asks for at most ``COUNTED`` numbers and goes through its index in order, so that a single letter costs no
more than a long word. Only a step that finds few is ranked; else the order of the tree stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, or_, select

from workbench.errors import UnknownName
from workbench.model import Branch, Found, Hit, Match, Standard, fold_code
from workbench.store import search_sqlite, terms
from workbench.store.schema import standard, standard_code, standard_set
from workbench.store.set_rows import parsed
from workbench.store.sets import BRANCH, INFO, info_of, numbers_above
from workbench.store.values import Wanted

COUNTED = 1_000
"""Standards that are counted; beyond, there are "more than" so many."""
RANKED = 200
"""A step that finds more than these is not ranked: then more letters help, not another order."""
ASKED = 200
"""Characters of a query that are looked at."""
LAST = "\U0010ffff"
"""Comes after every code that goes on."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """Where the standards of one set lie."""

    set_id: str
    root: int
    last: int


def find(connection: Connection, wanted: Wanted) -> Found:
    """Return what fits; raise UnknownName for a set that is not here."""
    sets = _sets(connection, wanted)
    marks = _marks(wanted)
    if marks is None or not sets:
        return Found()
    matches: dict[int, Match] = {}
    for match, numbers in _steps(connection, wanted, sets, marks):
        for number in numbers:
            matches.setdefault(number, match)
        if len(matches) > COUNTED:
            break
    shown = dict(list(matches.items())[: wanted.limit])
    return Found(hits=_hits(connection, shown, sets), total=min(len(matches), COUNTED), more=len(matches) > COUNTED)


def _sets(connection: Connection, wanted: Wanted) -> list[Shelved]:
    """Return where to look, in the order in which the sets were added."""
    rows = connection.execute(select(standard_set.c.root, *INFO).order_by(standard_set.c.root)).all()
    held = {(info := info_of(row)).id: (info, row) for row in rows}
    if unknown := [one for one in wanted.set_ids if one not in held]:
        raise UnknownName.of("standard set", unknown[0], held)
    subject = terms.fold(wanted.subject.strip())
    return [
        Shelved(key, row.root, row.root + row.size)
        for key, (info, row) in held.items()
        if row.size and (not wanted.set_ids or key in wanted.set_ids) and subject in terms.fold(info.subject)
    ]


def _marks(wanted: Wanted) -> list[tuple[str, ...]] | None:
    """Return groups of marks, of each of which a standard has at least one; None where nothing can fit."""
    groups: list[tuple[str, ...]] = []
    if any(one.strip() for one in wanted.grades):
        groups.append(terms.grade_marks(tuple(wanted.grades)))
    if wanted.kind.strip():
        groups.append(terms.kind_marks(wanted.kind))
    if wanted.leaves:
        groups.append((terms.LEAF,))
    return groups if all(groups) else None


def _steps(
    connection: Connection, wanted: Wanted, sets: list[Shelved], marks: list[tuple[str, ...]]
) -> Iterator[tuple[Match, Iterable[int]]]:
    """Yield why and which, best first; each step is asked only when it is needed."""
    query = wanted.query.strip()[:ASKED]
    if not query:
        yield Match.PLACE, _first(connection, sets, marks)
        return
    if code := fold_code(query):
        yield Match.CODE, _by_code(connection, sets, marks, standard_code.c.code == code)
        begins = standard_code.c.code.between(code, code + LAST)
        yield Match.CODE_START, _by_code(connection, sets, marks, begins)
    if words := list(dict.fromkeys(terms.words_of(terms.fold(query)))):
        whole = _by_words(connection, sets, marks, words, start=False)
        yield Match.WORDS, _ranked(connection, whole, words)
        begun = set(_by_words(connection, sets, marks, words, start=True)) - set(whole)
        yield Match.WORD_START, _ranked(connection, sorted(begun), words)


def _first(connection: Connection, sets: list[Shelved], marks: list[tuple[str, ...]]) -> list[int]:
    if marks:
        return _by_words(connection, sets, marks, [], start=False)
    numbers = (number for one in sets for number in range(one.root + 1, one.last + 1))
    return [number for number, _ in zip(numbers, range(COUNTED + 1), strict=False)]


def _by_code(
    connection: Connection, sets: list[Shelved], marks: list[tuple[str, ...]], fits: ColumnElement[bool]
) -> Sequence[int]:
    allowed = [or_(*(standard_code.c.marks.contains(f"{mark} ") for mark in group)) for group in marks]
    query = (
        select(standard_code.c.number)
        .where(standard_code.c.root.in_([one.root for one in sets]), fits, *allowed)
        .order_by(standard_code.c.root, standard_code.c.code, standard_code.c.number)
    )
    return connection.scalars(query.limit(COUNTED + 1)).all()


def _by_words(
    connection: Connection, sets: list[Shelved], marks: list[tuple[str, ...]], words: Sequence[str], *, start: bool
) -> list[int]:
    found: list[int] = []
    for first, last in _spans(sets):
        left = COUNTED + 1 - len(found)
        found += search_sqlite.numbers(connection, words, marks, (first, last), start=start, limit=left)
        if len(found) > COUNTED:
            break
    return found


def _spans(sets: list[Shelved]) -> Iterator[tuple[int, int]]:
    """Yield the numbers to look among, sets that lie side by side as one."""
    first, last = sets[0].root, sets[0].last
    for one in sets[1:]:
        if one.root > last + 1:
            yield first, last
            first = one.root
        last = one.last
    yield first, last


def _ranked(connection: Connection, numbers: list[int], words: Sequence[str]) -> list[int]:
    """Return ``numbers`` best first, where they are few: the words side by side before apart, short before long."""
    if not 1 < len(numbers) <= RANKED:
        return numbers
    rows = connection.execute(select(standard.c.number, standard.c.data).where(standard.c.number.in_(numbers))).all()
    held = parsed(Standard, (row.data for row in rows))
    keys = {row.number: _rank(one, words) for row, one in zip(rows, held, strict=True)}
    return sorted(numbers, key=lambda number: (keys[number], number))


def _rank(one: Standard, words: Sequence[str]) -> tuple[bool, int]:
    text = list(terms.words_of(terms.fold(f"{one.label} {one.statement[: terms.INDEXED]}")))
    return f" {' '.join(words)}" not in f" {' '.join(text)}", len(text)


def _hits(connection: Connection, matches: dict[int, Match], sets: list[Shelved]) -> tuple[Hit, ...]:
    above = numbers_above(connection, list(matches))
    rows = connection.execute(select(*BRANCH).where(standard.c.number.in_(above))).all()
    held = dict(zip((row.number for row in rows), parsed(Standard, (row.data for row in rows)), strict=True))
    counts = {row.number: row for row in rows}
    return tuple(
        Hit(
            branch=Branch(
                set_id=_set_of(number, sets),
                standard=held[number],
                children=counts[number].children,
                leaves=counts[number].leaves,
            ),
            match=match,
            path=tuple(held[one] for one in _path(number, above)),
        )
        for number, match in matches.items()
    )


def _set_of(number: int, sets: list[Shelved]) -> str:
    return next(one.set_id for one in sets if one.root < number <= one.last)


def _path(number: int, above: dict[int, int]) -> list[int]:
    path = []
    while (number := above[number]) in above:
        path.append(number)
    return path[::-1]
