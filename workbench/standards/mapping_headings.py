"""Telling which columns beside the standards, and which rows between them, are their headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workbench.standards.mapping import Heading
from workbench.standards.mapping_draft import NAMED, Certainty, Draft
from workbench.standards.mapping_profile import DAY, Column
from workbench.standards.mapping_words import CODE_TAILS, fold, suggests

DEEPEST = 12
"""No set of standards has more levels; larger numbers are no levels."""


def choose_headings(draft: Draft) -> None:
    """Choose the columns that stand beside the standards and group them, and rows that stand over them."""
    statement = draft.column("statement")
    end = statement.place if statement else len(draft.columns)
    found = [one for one in draft.free() if _heads(one, before=one.place < end)]
    pairs = [(one, _code_of(draft, one)) for one in found]
    used = {code.name for _, code in pairs if code}
    pairs = _without_repeated_levels(draft, [(one, code) for one, code in pairs if one.name not in used])[:DEEPEST]
    if pairs:
        names = ", ".join(f"“{one.name}”" for one, _ in pairs)
        named = all(suggests(one.name, "headings") >= NAMED for one, _ in pairs)
        draft.take(
            "headings",
            [column for pair in pairs for column in pair if column],
            certainty=Certainty.CERTAIN if named else Certainty.LIKELY,
            reason=f"the standards are grouped by {names}",
            headings=tuple(Heading(text=one.name, code=code.name if code else "") for one, code in pairs),
        )
    _choose_section_rows(draft)


def _without_repeated_levels(
    draft: Draft, pairs: Sequence[tuple[Column, Column | None]]
) -> list[tuple[Column, Column | None]]:
    """Return the levels of headings without those that group the rows as the one before does and are not named so."""
    kept: list[tuple[Column, Column | None]] = []
    for one, code in pairs:
        values = _filled_down(draft.values(one))
        before = _filled_down(draft.values(kept[-1][0])) if kept else [""] * len(values)
        finer = len(set(zip(before, values, strict=True))) > len(set(before))
        if finer or suggests(one.name, "headings") >= 0.9:
            kept.append((one, code))
    return kept


def _filled_down(values: Iterable[str]) -> list[str]:
    found: list[str] = []
    for value in values:
        found.append(value or (found[-1] if found else ""))
    return found


def _heads(column: Column, *, before: bool) -> bool:
    """Return whether a column groups the rows: few values in runs, words and no marks or lists."""
    told = suggests(column.name, "headings")
    if column.marks or column.ids > 0.5 or column.share(lambda cell: "|" in cell or ";" in cell) > 0.1:
        return False
    if column.numbers > 0.5 or not column.share(lambda cell: any(map(str.isalpha, cell))) or column.length > 300:
        return False
    if max(suggests(column.name, other) for other in ("notes", "kind", "parent")) > told or _is_program_value(column):
        return False
    if column.codes > 0.5 and told < 0.9:
        return False
    grouped = column.runs <= 1.5 * len(column.distinct) and len(column.distinct) <= 0.7 * len(column.cells)
    opens = bool(column.cells and column.cells[0])
    if not before:
        return told == 1 and grouped and opens and column.fill > 0.9 and column.variety < 0.5 and column.runs > 1
    return (told >= NAMED and (grouped or column.fill < 1 or column.variety < 1)) or (
        grouped and opens and (not told or column.texts > 0.5)
    )


def _is_program_value(column: Column) -> bool:
    """Return whether a column holds days, addresses of files and the like, which group rows and are no headings."""
    return column.share(lambda cell: DAY.match(cell) or "\\" in cell or "://" in cell) > 0.5


def _code_of(draft: Draft, column: Column) -> Column | None:
    """Return the column with the codes of a heading, going along with it: named alike, or the one before it."""
    bare = {
        word for word in fold(column.name).split() if word not in {"name", "title", "text", "label", "nombre", "nome"}
    }
    for other in draft.free():
        words = set(fold(other.name).split())
        named = words & CODE_TAILS and words - CODE_TAILS == bare
        beside = words & CODE_TAILS and other.place == column.place - 1 and other.codes + other.numbers > 0.5
        if other is column or not (named or beside):
            continue
        rows = {pair for pair in zip(draft.values(column), draft.values(other), strict=True) if any(pair)}
        along = len(rows) <= 1.2 * max(len(column.distinct), len(other.distinct)) + 1
        if along and (other.codes > 0.3 or other.numbers > 0.5 or other.length <= 6):
            return other
    return None


def _choose_section_rows(draft: Draft) -> None:
    """See whether rows with a single cell stand over the rows that follow."""
    own = {name for heading in draft.fields.get("headings", ()) for name in (heading.text, heading.code)}
    free = {column.place for column in draft.columns if column.name not in own}
    statement = draft.column("statement")
    lone = [_lone(row) for row in draft.body]
    filled = sum(place < 0 for place in lone)
    last = max((place for place, one in enumerate(lone) if one < 0), default=-1)
    coded = bool(draft.fields.get("code"))
    heads = [
        one
        for place, one in enumerate(lone[:last])
        if one in free
        and (statement is None or one != statement.place or (coded and _is_title(draft.body[place][one])))
    ]
    if heads and filled > len(heads):
        reason = f"{len(heads)} rows have one filled cell and stand over the rows that follow"
        draft.take("headings", (), certainty=Certainty.LIKELY, reason=reason, section_rows=True)


def _is_title(text: str) -> bool:
    """Return whether a text is short and no sentence."""
    return len(text.split()) <= 8 and not text.rstrip().endswith((".", "。", ";", ","))


def _lone(row: Sequence[str]) -> int:
    """Return the place of the only filled cell of a row, or -1."""
    places = [place for place, cell in enumerate(row) if cell.strip()]
    return places[0] if len(places) == 1 else -1
