"""Telling from headers and cells which column holds wording, codes, identifiers, grades and what stands beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.standards.mapping_draft import NAMED, Certainty, Choice, Draft, percent, why
from workbench.standards.mapping_grades import names_grade, read_grades
from workbench.standards.mapping_profile import Column
from workbench.standards.mapping_words import CODE_TAILS, fold, suggests

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


def choose_code(draft: Draft) -> None:
    """Choose the column of codes, or the columns that make them, or the codes at the start of the wording."""

    def score(column: Column) -> float:
        told = suggests(column.name, "code")
        named = any(
            suggests(column.name, rival) > told for rival in ("parent", "headings", "grades", "sequence", "kind")
        )
        weak = not told and (
            column.codes < UNIQUE or column.numbers > MOST or (column.ids > MOST and column.length > SHORT)
        )
        if column.texts > MOST or column.marks or named or weak:
            return 0.0
        bare = 0.5 if column.numbers > UNIQUE else 0.0
        return (
            (1.5 * told + column.codes + 0.5 * column.variety) * (1.0 if told else column.fill)
            - bare
            - (1.0 if column.variety < MOST else 0.0)
        )

    single = best(list(draft.free()), score, least=1.2)
    if (single is None or single.variety < UNIQUE) and _assemble(draft):
        return
    if single is not None:
        content = f"{percent(single.codes)} of its cells look like codes" if single.codes > MOST else ""
        certainty, reason = why(single, "code", content)
        draft.take("code", [single], certainty=certainty, reason=reason, code=(single.name,))
    else:
        _code_elsewhere(draft)


def _assemble(draft: Draft) -> bool:
    """Put the code together from several short columns, where that makes nearly each row another code."""
    statement = draft.column("statement")
    end = statement.place if statement else len(draft.columns)
    parts = [
        one
        for one in draft.free()
        if one.place < end
        and one.length <= 6
        and one.variety < UNIQUE
        and not one.marks
        and not one.share(lambda cell: " " in cell)
    ]
    parts = [
        one for one in parts if max(suggests(one.name, other) for other in ("document", "subject", "kind")) < UNIQUE
    ]
    named = [one for one in parts if fold(one.name).split()[-1:] and fold(one.name).split()[-1] in CODE_TAILS]
    chosen = named if len(named) > 1 else parts
    rows = list(zip(*(draft.values(one) for one in chosen), strict=True))
    if len(chosen) < 2 or len(set(rows)) < 0.95 * len(rows):
        return False
    names = ", ".join(f"“{one.name}”" for one in chosen)
    draft.take(
        "code",
        chosen,
        certainty=Certainty.CERTAIN if named == chosen else Certainty.LIKELY,
        reason=f"none of {names} tells the rows apart alone, and together they do",
        code=tuple(one.name for one in chosen),
    )
    return True


def _code_elsewhere(draft: Draft) -> None:
    """Look for codes at the start of the wording, in the identifiers, or in plain numbers."""
    statement, identifier = draft.column("statement"), draft.column("identifier")
    if statement and statement.opened_by_code > 0.6:
        reason = f"{percent(statement.opened_by_code)} of the texts in “{statement.name}” begin with a code"
        draft.take("code", [statement], certainty=Certainty.LIKELY, reason=reason, code_in_statement=True)
        draft.taken[statement.name] = "statement"
        return
    if (
        identifier
        and identifier.length <= SHORT
        and identifier.numbers < MOST
        and identifier.share(_has_digit) > UNIQUE
    ):
        reason = f"no other column holds codes, and those in “{identifier.name}” are short"
        draft.take("code", [identifier], certainty=Certainty.LIKELY, reason=reason, code=(identifier.name,))
        return
    numbers = [
        one for one in draft.free() if one.numbers > UNIQUE and one.variety > UNIQUE and one.name.startswith("column ")
    ]
    if numbers and statement and numbers[0].place < statement.place:
        reason = f"“{numbers[0].name}” numbers the rows, and no other column holds codes"
        draft.take("code", numbers[:1], certainty=Certainty.UNSURE, reason=reason, code=(numbers[0].name,))
        return
    if identifier is None:
        draft.questions.append(f"No column of “{draft.table.name}” could be told to hold codes.")


def _has_digit(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def choose_grades(draft: Draft) -> None:
    """Choose the column of grades, or the columns with a mark for each grade."""
    marked = {one.name: found[0] for one in draft.free() if one.marks and (found := _named_grade(one.name))}
    if len(marked) > 1:
        columns = [one for one in draft.columns if one.name in marked]
        reason = f"{len(marked)} columns are named for a grade each and hold marks"
        draft.take("grades", columns, certainty=Certainty.CERTAIN, reason=reason, marks=marked)
        return
    parts = draft.fields.get("code", ()) if len(draft.fields.get("code", ())) > 1 else ()

    def score(column: Column) -> float:
        told = suggests(column.name, "grades")
        if (told < NAMED or column.grades < 0.3) and not (column.grades > UNIQUE and column.share(names_grade) > 0.3):
            return 0.5 if told == 1 and column.length < 30 and not column.numbers and not column.codes else 0.0
        return told + column.grades

    able = [one for one in draft.columns if one.filled and (one.name not in draft.taken or one.name in parts)]
    if chosen := best(able, score, least=0.5):
        content = f"{percent(chosen.grades)} of its cells can be read as grades" if chosen.grades > MOST else ""
        certainty, reason = why(chosen, "grades", content)
        kept = draft.taken.get(chosen.name)
        draft.take("grades", [chosen], certainty=certainty, reason=reason, grades=(chosen.name,))
        draft.taken[chosen.name] = kept or "grades"
        if chosen.share(lambda cell: "|" in cell):
            draft.fields["list_separator"] = "|"
    elif names_grade(draft.table.name) or any(names_grade(cell) for cell in _alone(draft)):
        reason = "the name of the sheet, or a row that stands over others, names the grade"
        draft.take("grades", (), certainty=Certainty.LIKELY, reason=reason, grades_above=True)


def _alone(draft: Draft) -> Iterator[str]:
    """Yield the texts of rows that have a single cell."""
    for row in (*draft.table.rows[: draft.header.start], *draft.body):
        filled = [cell for cell in row if cell.strip()]
        if len(filled) == 1 and len(filled[0]) < 60:
            yield filled[0]


def choose_fill_down(draft: Draft) -> None:
    """Choose the columns whose empty cells mean the value above: sparse ones before the wording, first cell filled."""
    statement = draft.column("statement")
    names = {*draft.fields.get("grades", ()), draft.fields.get("subject"), draft.fields.get("document")}
    for column in draft.columns:
        before = statement is not None and column.place < statement.place
        if (
            column.name in names
            and before
            and column.fill <= MOST
            and column.cells[0]
            and column.runs == len(column.filled)
        ):
            reason = f"only {percent(column.fill)} of its cells are filled, as where cells are merged"
            names_down = (*draft.fields.get("fill_down", ()), column.name)
            draft.choices.append(
                Choice(
                    sheet=draft.table.name,
                    meaning="the value above for empty cells",
                    columns=(column.name,),
                    certainty=Certainty.LIKELY,
                    reason=reason,
                )
            )
            draft.fields["fill_down"] = names_down


def _named_grade(name: str) -> tuple[str, ...]:
    """Return the one grade that a header names."""
    found = read_grades(name.rsplit(" / ", 1)[-1]) or ()
    return found if len(found) == 1 else ()


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
