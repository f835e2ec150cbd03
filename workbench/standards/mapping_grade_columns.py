"""Telling where the grades are: in a column, as a mark in a column for each, in a title or a row over others."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.standards.mapping_draft import NAMED, Certainty, Choice, Draft, percent, why
from workbench.standards.mapping_grades import names_grade, read_grades
from workbench.standards.mapping_profile import Column
from workbench.standards.mapping_roles import MOST, UNIQUE, best
from workbench.standards.mapping_words import suggests


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
