"""Telling from headers and cells which column holds wording, codes, identifiers, grades and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from workbench.standards.mapping_draft import NAMED, Certainty, Draft, percent, why
from workbench.standards.mapping_profile import Column
from workbench.standards.mapping_words import suggests

MOST = 0.5
UNIQUE = 0.9
SHORT = 12
"""Characters of a code, on the average, that people say aloud."""


def best(columns: Sequence[Column], score: Callable[[Column], float], *, least: float) -> Column | None:
    """Return the column with the highest score, the first of several; None where none reaches ``least``."""
    found = max(columns, key=score, default=None)
    return found if found is not None and score(found) >= least else None


def choose_statement(draft: Draft) -> None:
    """Choose the column of the wording; where there is only a short title, that one."""
    rivals = ("notes", "headings", "grades", "kind", "parent", "document")

    def score(column: Column) -> float:
        if column.marks or column.ids > MOST or column.numbers > MOST or column.grades > MOST:
            return 0.0
        told = suggests(column.name, "statement")
        other = max(suggests(column.name, rival) for rival in rivals)
        content = column.texts + min(column.length / 200, 0.6) + 0.4 * column.variety
        against = 0.8 * other if other > told else 0.0
        named = told if column.codes < MOST or column.texts > MOST else 0.0
        spread = len(column.distinct) / len(column.cells)
        return max(0.0, named + content - against) * (0.3 + 0.7 * spread)

    columns = list(draft.free())
    if chosen := best([one for one in columns if one.texts > 0.3 or suggests(one.name, "statement")], score, least=0.9):
        content = f"{percent(chosen.texts)} of its cells are texts" if chosen.texts > MOST else ""
        certainty, reason = why(chosen, "statement", content)
        draft.take("statement", [chosen], certainty=certainty, reason=reason, statement=chosen.name)
        return
    titles = [one for one in columns if suggests(one.name, "label") >= NAMED and one.codes < MOST and not one.marks]
    if chosen := best(titles, lambda one: suggests(one.name, "label") + one.variety, least=0.5):
        reason = f"there is no longer wording than “{chosen.name}”"
        draft.take("statement", [chosen], certainty=Certainty.LIKELY, reason=reason, statement=chosen.name)


def choose_identifier(draft: Draft) -> None:
    """Choose the column with another identifier in each row."""

    def score(column: Column) -> float:
        if column.fill < 1 or column.variety < 1 or column.texts > MOST or suggests(column.name, "parent") >= 0.6:
            return 0.0
        return suggests(column.name, "identifier") + (column.ids if column.length > SHORT else 0.0)

    if chosen := best(list(draft.free()), score, least=NAMED):
        certainty, reason = why(chosen, "identifier", "no value stands in it twice")
        draft.take("identifier", [chosen], certainty=certainty, reason=reason, identifier=chosen.name)


def choose_beside(draft: Draft) -> None:
    """Choose the columns that say something more of a standard: title, kind, subject, set, order, notes."""
    _choose(draft, "label", lambda one: one.variety > 0.3 and one.codes < UNIQUE and not one.numbers, least=NAMED)
    _choose(draft, "document", lambda one: _few(one, 300) and len(one.distinct) > 1, least=UNIQUE)
    _choose(draft, "subject", lambda one: _few(one, 60) and one.ids < MOST, least=UNIQUE)
    _choose(draft, "sequence", lambda one: one.numbers == 1 and one.variety > 0.02, least=NAMED)
    code = draft.fields.get("code")
    if code and "sequence" not in draft.fields:
        _choose(draft, "sequence", lambda one: one.numbers == one.variety == 1, least=0.0, words="code")
    for column in list(draft.free()):
        if suggests(column.name, "notes") >= NAMED:
            certainty, reason = why(column, "notes", "it holds texts" if column.texts > MOST else "")
            notes = (*draft.fields.get("notes", ()), column.name)
            draft.take("notes", [column], certainty=certainty, reason=reason, notes=notes)


def choose_kind(draft: Draft) -> None:
    """Choose the column that says what each row is: domain, standard, indicator ..."""
    _choose(draft, "kind", lambda one: _few(one, 40) and len(one.distinct) + (one.fill < 1) > 1 and one.texts < MOST)


def _few(column: Column, most: int) -> bool:
    return len(column.distinct) <= most and column.variety < MOST and not column.marks


def _choose(
    draft: Draft, meaning: str, fits: Callable[[Column], bool], *, least: float = NAMED, words: str = ""
) -> None:
    able = [one for one in draft.free() if fits(one)]
    chosen = best(able, lambda one: suggests(one.name, words or meaning), least=least or 0.01)
    if chosen is not None:
        count = len(set(draft.values(chosen)) - {""})
        certainty, reason = why(
            chosen, words or meaning, f"it has {count} different {'value' if count == 1 else 'values'}"
        )
        draft.take(meaning, [chosen], certainty=certainty, reason=reason, **{meaning: chosen.name})
