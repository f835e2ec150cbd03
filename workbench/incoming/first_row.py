"""Whether the first row of a table holds its headings: by the names in it, or by how it differs from what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.incoming.contents import CODE, GRADES
from workbench.incoming.headings import Guess, folded

Rows = Sequence[Sequence[str]]
SURE = 0.85
"""From here on a heading is one of the words for a field of the rows themselves."""
HALF = 0.5
LONGEST = 40
"""Characters of a heading that nobody knows."""
TWO = 2
FORMS = (
    re.compile(r"[-+]?\d+(?:[.,]\d+)*"),
    GRADES,
    re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[ T][\d:.]+Z?)?"),
    re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}", re.IGNORECASE),
    CODE,
)
"""How numbers, grades, days, identifiers and codes are written."""


def named_by_headings(rows: Rows, guesses: Sequence[Guess | None]) -> bool:
    """Tell whether the first row names enough fields: two surely, or half of what stands in it.

    A cell that is written like those below it names none: "3" over "2" and "1" is no level.
    """
    if len(rows) <= 1:
        return False
    named = [one for at, one in enumerate(guesses) if one and not _alike(rows, at)]
    filled = sum(1 for cell in rows[0] if cell)
    return sum(one.sure >= SURE for one in named) >= TWO or (bool(named) and len(named) >= HALF * filled)


def begins_otherwise(rows: Rows) -> bool:
    """Tell whether the first row is unlike all others: short texts that stand nowhere else, over numbers or codes."""
    if len(rows) <= TWO:
        return False
    heads = [cell for cell in rows[0] if cell]
    below = {cell for row in rows[1:] for cell in row}
    short = all(len(one) <= LONGEST and "\n" not in one and not one.endswith(".") for one in heads)
    if not short or len(set(heads)) < len(heads) or below.intersection(heads):
        return False
    unlike = sum(1 for at, cell in enumerate(rows[0]) if cell and _form(rows, at) and not _alike(rows, at))
    # A word where numbers follow may be a slip of the first row, unless it is one of two cells.
    return unlike >= TWO or (unlike == 1 and len(heads) <= TWO < len(rows) - 1)


def _form(rows: Rows, place: int) -> re.Pattern[str] | None:
    """Return how all cells of a column below the first are written, two of them at least; None where in words."""
    filled = [row[place] for row in rows[1:] if row[place]]
    if len(filled) < TWO:
        return None
    return next((form for form in FORMS if all(form.fullmatch(one) for one in filled)), None)


def _alike(rows: Rows, place: int) -> bool:
    """Tell whether the first cell of a column is written in the form of the others."""
    form = _form(rows, place) or (FORMS[0] if _one_number(rows, place) else None)
    return form is not None and any(one.fullmatch(rows[0][place]) for one in FORMS)


def _one_number(rows: Rows, place: int) -> bool:
    filled = [row[place] for row in rows[1:] if row[place]]
    return len(filled) == 1 and FORMS[0].fullmatch(filled[0]) is not None


def without_numbers(rows: Rows, guesses: Sequence[Guess | None]) -> list[Guess | None]:
    """Return what headings mean, but for an "ID" of a database: bare numbers, beside a column that holds the code."""
    codes = [at for at, one in enumerate(guesses) if one and one.means.endswith(".code")]

    def counts(at: int) -> bool:
        cells = [row[at] for row in rows[1:] if row[at]]
        return folded(rows[0][at]).split()[-1:] == ["id"] and all(cell.isdecimal() for cell in cells)

    bare = {at for at in codes if len(codes) > 1 and counts(at)}
    return [None if at in bare else one for at, one in enumerate(guesses)]
