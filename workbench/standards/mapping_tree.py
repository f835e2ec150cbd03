"""Telling what makes the tree: a column of parents or levels, headings beside or between rows, codes, indentation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from workbench.standards.mapping_draft import NAMED, Certainty, Draft, percent, why
from workbench.standards.mapping_headings import DEEPEST, choose_headings
from workbench.standards.mapping_profile import OPENING, Column
from workbench.standards.mapping_words import suggests

OUTLINE = re.compile(r"\d{1,3}(?:\.\d{1,3})*\.?")
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
