"""Telling where the codes are: in a column, over several columns, at the start of the wording."""

from __future__ import annotations

from workbench.standards.mapping_draft import Certainty, Draft, percent, why
from workbench.standards.mapping_profile import Column
from workbench.standards.mapping_roles import MOST, SHORT, UNIQUE, best
from workbench.standards.mapping_words import CODE_TAILS, fold, suggests


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
