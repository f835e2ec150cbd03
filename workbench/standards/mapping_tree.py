"""Telling what makes the tree: a column of parents or levels, headings beside or between rows, codes, indentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from workbench.standards.mapping import Heading
from workbench.standards.mapping_draft import NAMED, Certainty, Draft, percent, why
from workbench.standards.mapping_profile import DAY, OPENING, Column
from workbench.standards.mapping_words import CODE_TAILS, fold, suggests

OUTLINE = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
DEEPEST = 12
"""No set of standards has more levels; larger numbers are no levels."""

PIECES = re.compile(r"\d+|[^\W\d_]+")


def choose_parent(draft: Draft) -> None:
    """Choose the column that names the row above: one whose values stand in the identifiers or codes."""
    targets = _targets(draft)
    for column in sorted(draft.free(), key=lambda one: -suggests(one.name, "parent")):
        told = suggests(column.name, "parent") >= 0.6
        if not told and (column.numbers > 0 or column.variety > 0.9 or column.texts > 0.3 or len(column.distinct) < 3):
            continue
        values = draft.values(column)
        for kind, target in targets:
            found = sum(value in target for value in values if value) / max(1, sum(map(bool, values)))
            itself = sum(bool(value) and target.get(value) == place for place, value in enumerate(values))
            if found >= (0.5 if told else 0.9) and itself <= len(values) * 0.02:
                content = f"{percent(found)} of its values stand in the column of {kind}s"
                certainty, reason = why(column, "parent", content)
                draft.take("parent", [column], certainty=certainty, reason=reason, parent=column.name, parent_by=kind)
                return
        if told:
            draft.questions.append(
                f"“{column.name}” of “{draft.table.name}” seems to name the standard above, "
                "but most of its values stand in no column of codes or identifiers."
            )


def _targets(draft: Draft) -> list[tuple[str, dict[str, int]]]:
    """Return where parents may be found: identifiers and codes, each with the row that it first stands in."""
    found = []
    if column := draft.column("identifier"):
        found.append(("identifier", _places(draft.values(column))))
    names = draft.fields.get("code", ())
    codes = [column for column in draft.columns if column.name in names]
    if len(codes) == 1:
        found.append(("code", _places(draft.values(codes[0]))))
    return found


def _places(values: Iterable[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for place, value in enumerate(values):
        if value:
            places.setdefault(value, place)
    return places


def choose_level(draft: Draft) -> None:
    """Choose the column that says how deep a row stands, as number or as word."""
    for column in draft.free():
        told = suggests(column.name, "level")
        if told < NAMED or told < suggests(column.name, "grades"):
            continue
        if column.share(lambda cell: OUTLINE.fullmatch(cell) and int(cell.split(".")[0]) <= 999) == 1 and _steps(
            column
        ):
            certainty, reason = why(column, "level", "it holds small numbers")
            draft.take("level", [column], certainty=certainty, reason=reason, level=column.name, level_by="number")
            return
        if _take_words(draft, column, Certainty.CERTAIN):
            draft.fields.setdefault("kind", column.name)
            return


def _steps(column: Column) -> bool:
    """Return whether numbers can be levels: an outline (1.2.3), or small ones that never go down more than one step."""
    if column.share(lambda cell: "." in cell) > 0:
        return True
    levels = [int(cell) for cell in column.filled]
    jumps = sum(after > before + 1 for before, after in pairwise(levels))
    return max(levels) <= DEEPEST and jumps <= len(levels) * 0.05 and len(set(levels)) > 1


def _take_words(draft: Draft, column: Column, certainty: Certainty) -> bool:
    """Take words such as “Strand” and “Standard” as levels, where the first row of each comes below one of the last."""
    words = list(dict.fromkeys(column.filled))
    if not 1 < len(words) <= 8 or column.fill < 1 or column.variety > 0.7 or column.numbers:
        return False
    rank = {word: place for place, word in enumerate(words)}
    ranks = [rank[value] for value in draft.values(column) if value in rank]
    jumps = sum(after > before + 1 for before, after in pairwise(ranks))
    counts = [n for _, n in sorted(Counter(ranks).items())]
    if jumps > len(ranks) * 0.05 or counts[0] > counts[-1]:
        return False
    reason = f"“{column.name}” names the kind of each row, from “{words[0]}” down to “{words[-1]}”"
    draft.fields.update(level=column.name, level_by="words", level_words=tuple(words))
    draft.take("level", [column], certainty=certainty, reason=reason)
    return True


def choose_tree(draft: Draft) -> None:
    """Choose what else makes the tree, where no column names parents or levels."""
    if draft.fields.get("parent") or draft.fields.get("level"):
        return
    choose_headings(draft)
    if draft.fields.get("headings"):
        choose_prefix(draft)
        return
    statement, kind = draft.column("statement"), draft.column("kind")
    if statement and statement.indented > 1 and statement.indented <= DEEPEST:
        deep = percent(sum(cell[:1].isspace() for cell in statement.raw) / max(1, len(statement.filled)))
        reason = f"{deep} of the texts in “{statement.name}” are set in by spaces"
        draft.take("level", [statement], certainty=Certainty.LIKELY, reason=reason, level_by="indentation")
        draft.taken[statement.name] = "statement"
    elif kind and len(kind.distinct) > 1 and _take_words(draft, kind, Certainty.LIKELY):
        draft.taken[kind.name] = "kind"
    else:
        choose_prefix(draft)


def choose_prefix(draft: Draft) -> None:
    """Let 1.2 stand below 1 where such codes are in the table."""
    codes = _codes(draft)
    known = set(codes)
    below = [code for code in codes if prefix_of(code, known)]
    if below:
        reason = f"{len(below)} codes go on from another one, as “{below[0]}” from “{prefix_of(below[0], known)}”"
        draft.take("parent", (), certainty=Certainty.LIKELY, reason=reason, parent_by="code prefix")


def _codes(draft: Draft) -> list[str]:
    names = draft.fields.get("code", ())
    if draft.fields.get("code_in_statement") and (statement := draft.column("statement")):
        openings = [OPENING.match(text) for text in draft.values(statement)]
        return [one["inside"] or one["plain"] for one in openings if one]
    columns = [draft.values(column) for name in names for column in draft.columns if column.name == name]
    return [".".join(part for part in row if part) for row in zip(*columns, strict=True)]


def prefix_of(code: str, known: set[str] | dict[str, str]) -> str:
    """Return the longest other code that ``code`` goes on from, or an empty text.

    >>> prefix_of("4.NF.B.3.a", {"4.NF", "4.NF.B.3", "4.N"}), prefix_of("10", {"1"})
    ('4.NF.B.3', '')
    """
    for piece in reversed(list(PIECES.finditer(code))[-DEEPEST:]):
        start = code[: piece.start()].rstrip()
        for shorter in (start, start.rstrip(".-_/:) (")):
            if shorter and shorter in known and shorter != code:
                return shorter
    return ""


def choose_headings(draft: Draft) -> None:
    """Choose the columns that stand beside the standards and group them, and rows that stand over them."""
    statement = draft.column("statement")
    end = statement.place if statement else len(draft.columns)
    found = [one for one in draft.free() if _heads(one, before=one.place < end)]
    pairs = [(one, _code_of(draft, one)) for one in found]
    used = {code.name for _, code in pairs if code}
    pairs = _without_repeated_levels(draft, [(one, code) for one, code in pairs if one.name not in used])
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
