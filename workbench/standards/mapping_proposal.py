"""Proposing a mapping for tables that have no known format: every choice with its certainty and its reason."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from workbench.standards.mapping import ColumnMapping, SheetMapping
from workbench.standards.mapping_codes import choose_code
from workbench.standards.mapping_draft import Certainty, Choice, Draft
from workbench.standards.mapping_grade_columns import choose_fill_down, choose_grades
from workbench.standards.mapping_roles import (
    choose_beside,
    choose_identifier,
    choose_kind,
    choose_statement,
)
from workbench.standards.mapping_tree import choose_level, choose_parent, choose_tree
from workbench.standards.mapping_words import ASIDE, LETTERED, fold, suggests
from workbench.standards.tables import Table

UNNAMED = re.compile(
    r"(?:sheet|tabelle|feuil|feuille|hoja|planilha|plan|foglio|blad|シート|table|工作表)\s*\d*", re.IGNORECASE
)
"""Names that a program gives to sheets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A mapping to look at before it is used: what was told, how sure that is and why, and what could not be told.

    ``examples``: by sheet and column, the first text in it. ``aside``: the mappings of the sheets that are left out
    though they have rows, for a person who knows better.
    """

    mapping: ColumnMapping
    choices: tuple[Choice, ...]
    questions: tuple[str, ...]
    examples: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    aside: tuple[SheetMapping, ...] = ()

    def sentences(self) -> tuple[str, ...]:
        """Return the proposal in plain words, a sentence a choice, what could not be told at the end."""
        many = len(self.mapping.sheets) > 1
        lines = [_line(choice, many=many) for choice in self.choices]
        return (*lines, *self.questions)

    def to_json(self) -> dict[str, Any]:
        """Return the proposal as JSON values."""
        return {
            "mapping": self.mapping.to_json(),
            "choices": [asdict(choice) for choice in self.choices],
            "questions": list(self.questions),
        }


def _line(choice: Choice, *, many: bool) -> str:
    columns = ", ".join(f"“{column}”" for column in choice.columns) or "no column"
    where = f"{choice.sheet}: " if many else ""
    return f"{where}{choice.meaning} from {columns} ({choice.certainty}): {choice.reason}."


def propose(tables: Sequence[Table]) -> Proposal:
    """Return the mapping that the headers and the cells of ``tables`` suggest.

    Where no sheet can be read as it is, the mapping has none, and the questions say what is missing.
    """
    drafts = [_draft(table) for table in tables]
    wanted = [draft for draft in drafts if _is_wanted(draft)]
    strong = [draft for draft in wanted if draft.fields.get("code") or draft.fields.get("code_in_statement")]
    if strong:
        wanted = [draft for draft in wanted if draft in strong or _is_named(draft)]
    questions = [question for draft in wanted for question in draft.questions]
    out = [draft for draft in drafts if draft not in wanted]
    questions += (f"The sheet “{draft.table.name}” is left out: {_missing(draft)}." for draft in out)
    if not wanted:
        questions += [question for draft in drafts for question in draft.questions]
    _head_sheets(wanted)
    mapping = ColumnMapping(
        sheets=tuple(_sheet(draft) for draft in wanted),
        left_out=tuple(draft.table.name for draft in out),
    )
    choices = tuple(choice for draft in wanted for choice in draft.choices)
    return Proposal(
        mapping=mapping,
        choices=choices,
        questions=tuple(questions),
        examples={draft.table.name: draft.examples() for draft in drafts},
        aside=tuple(_sheet(draft) for draft in out if draft.body),
    )


def _draft(table: Table) -> Draft:
    draft = Draft.of(table)
    if not draft.header.rows and draft.body:
        draft.questions.append(f"No header was found in “{table.name}”; its columns are called by their letters.")
    for choose in (
        choose_statement,
        choose_identifier,
        choose_code,
        choose_parent,
        choose_level,
        choose_grades,
        choose_kind,
        choose_beside,
        choose_tree,
        choose_fill_down,
    ):
        choose(draft)
    _say_document(draft)
    _say_beside(draft)
    return draft


def _say_document(draft: Draft) -> None:
    if column := draft.column("document"):
        count = len(set(draft.values(column)) - {""})
        draft.questions.append(
            f"“{column.name}” names {count} documents. They are read as one set; each can be read as a set of its own."
        )


def _say_beside(draft: Draft) -> None:
    if beside := [column.name for column in draft.free()]:
        names = ", ".join(f"“{name}”" for name in beside)
        draft.questions.append(
            f"What these columns mean could not be told; they are kept beside each standard: {names}."
        )
    if empty := [column.name for column in draft.columns if not column.filled]:
        draft.questions.append(f"These columns are empty: {', '.join(f'“{name}”' for name in empty)}.")


def _is_wanted(draft: Draft) -> bool:
    return bool(draft.body) and bool(draft.fields.get("statement")) and not ASIDE.search(fold(draft.table.name))


def _is_named(draft: Draft) -> bool:
    return suggests(draft.fields["statement"], "statement") > 0


def _missing(draft: Draft) -> str:
    if not draft.body:
        return "it has no rows below its header"
    if not draft.fields.get("statement"):
        return "no column of it could be told to hold the wording of standards"
    if ASIDE.search(fold(draft.table.name)):
        return "its name says that it explains the others"
    return "it has no codes, as the other sheets have"


def _head_sheets(drafts: Sequence[Draft]) -> None:
    """Give each of several sheets a heading: the header over its wording where that names the sheet, else its name."""
    if len(drafts) < 2:
        return
    over = [draft.fields["statement"] for draft in drafts]
    telling = len(set(over)) == len(over) and all(
        len(name.split()) > 1 and not LETTERED.fullmatch(name) for name in over
    )
    for draft, name in zip(drafts, over, strict=True):
        heading = name if telling else draft.table.name
        if UNNAMED.fullmatch(heading.strip()):
            continue
        draft.take(
            "heading",
            (),
            certainty=Certainty.LIKELY,
            reason=f"its standards are put below “{heading}”",
            heading=heading,
        )


def _sheet(draft: Draft) -> SheetMapping:
    return SheetMapping(
        name=draft.table.name, columns=draft.header.names, header_rows=draft.header.rows, **draft.fields
    )
