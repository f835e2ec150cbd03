"""Compeito's CSV of rubrics: rows of rubrics, of their criteria and of the criteria's levels."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from workbench.model import StandardSet
from workbench.standards.about import about_set
from workbench.standards.case_fields import derived_id
from workbench.standards.columns import Header, letters, positions
from workbench.standards.report import Account, Fate, ImportReport
from workbench.standards.tables import Table

COLUMNS = (
    "Type", "Identifier", "RubricIdentifier", "CriterionIdentifier", "Title", "Description", "Category", "Weight",
    "Position", "Quality", "Score", "Feedback", "CFItemIdentifier",
)  # fmt: skip
KNOWN = {letters(name): name for name in COLUMNS}
TEXTS = {
    "rubric": ("Title", "Description"),
    "criterion": ("Title", "Description", "Category"),
    "level": ("Title", "Description", "Quality", "Feedback"),
}
"""The cells that are text, by the type of the row; CASE names them so, with a small letter."""
NUMBERS = {"rubric": (), "criterion": ("Weight", "Position"), "level": ("Score", "Position")}
PARENTS = {"criterion": ("rubric", "RubricIdentifier"), "level": ("criterion", "CriterionIdentifier")}
"""Where a row hangs: the type above it, and the column that names it."""
LISTS = {"criterion": "CFRubricCriteria", "level": "CFRubricCriterionLevels"}
BACK = {"criterion": "rubricId", "level": "rubricCriterionId"}
"""CASE's names for the list that holds a row, and for the identifier of what holds it."""


def is_rubric_csv(table: Table) -> bool:
    """Return whether the header is that of rubrics."""
    return {"Type", "RubricIdentifier", "CriterionIdentifier"} <= Header.of(table.rows[0], KNOWN).places.keys()


def read_rubric_csv(file: str, table: Table, account: Account) -> tuple[StandardSet, ImportReport]:
    """Return a set without standards that holds the rubrics as CASE writes them, and what became of every row.

    They lie in the set's ``extra["CFRubrics"]``; ``with_rubrics`` puts them beside the standards that they are about.
    """
    reader = _Reader(Header.of(table.rows[0], KNOWN), derived_id("table", file), account)
    account.add(Fate.READ, "rows", count=len(table.rows) - 1)
    for where, row in list(zip(positions(table), table.rows, strict=True))[1:]:
        reader.take(where, row)
    about = about_set({}, file, account)
    read = StandardSet(**{**about, "extra": {**about["extra"], "CFRubrics": reader.rubrics}})
    return read, account.report(source=file, title=read.title)


def with_rubrics(found: StandardSet, rubrics: StandardSet) -> StandardSet:
    """Return ``found`` with the rubrics of another set after its own."""
    both = [*found.extra.get("CFRubrics", []), *rubrics.extra.get("CFRubrics", [])]
    return replace(found, extra={**found.extra, "CFRubrics": both})


class _Reader:
    """Takes the rows from the top down: one that names nothing above it hangs below the last one of that type."""

    def __init__(self, header: Header, base: str, account: Account) -> None:
        self.rubrics: list[dict[str, Any]] = []
        self._header = header
        self._base = base
        self._account = account
        self._found: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in TEXTS}

    def take(self, where: str, row: Sequence[str]) -> None:
        """Keep a row, or say why not."""
        kind = self._header.cell(row, "Type").casefold()
        if kind not in TEXTS:
            reason = "rows whose type is neither rubric nor criterion nor level"
            self._account.add(Fate.LEFT_OUT, reason, f"{where}: “{kind[:40]}”")
            return
        siblings, above = self._place(kind, row)
        if siblings is None:
            self._account.add(Fate.LEFT_OUT, "rows that hang below nothing in the file", where)
            return
        identifier = self._identifier(kind, row, above, where)
        entry = {"identifier": identifier, **self._fields(kind, row, where)}
        if above:
            entry[BACK[kind]] = above
        siblings.append(entry)
        self._found[kind][identifier] = entry
        self._account.add(Fate.KEPT, {"rubric": "rubrics", "criterion": "criteria", "level": "levels"}[kind])

    def _place(self, kind: str, row: Sequence[str]) -> tuple[list[dict[str, Any]] | None, str]:
        """Return the list that a row belongs into, None where there is none, and whose list it is."""
        if kind == "rubric":
            return self.rubrics, ""
        upper, column = PARENTS[kind]
        known = self._found[upper]
        above = self._header.cell(row, column) or next(reversed(known), "")
        if above not in known:
            return None, ""
        siblings: list[dict[str, Any]] = known[above].setdefault(LISTS[kind], [])
        return siblings, above

    def _identifier(self, kind: str, row: Sequence[str], above: str, where: str) -> str:
        identifier = self._header.cell(row, "Identifier")
        known = self._found[kind]
        if not identifier:
            self._account.add(Fate.REPAIRED, "rows without an identifier, which were given one", where)
        elif identifier in known:
            self._account.add(Fate.REPAIRED, "rows with another's identifier, which were given one of their own", where)
        else:
            return identifier
        return derived_id(self._base, kind, above, identifier, str(len(known)))

    def _fields(self, kind: str, row: Sequence[str], where: str) -> dict[str, Any]:
        cell = self._header.cell
        found: dict[str, Any] = {
            name.lower(): text for name in TEXTS[kind] if (text := self._header.verbatim(row, name))
        }
        further = self._header.rest(row)
        for name in NUMBERS[kind]:
            text = cell(row, name)
            number = _number(text)
            if number is not None:
                found[name.lower()] = number
            elif text:
                self._account.add(Fate.NOTED, "numbers that cannot be read and are kept as they are", f"{where}.{name}")
                further[name] = text
        if item := cell(row, "CFItemIdentifier") if kind == "criterion" else "":
            found["CFItemURI"] = {"identifier": item}
        return found | _extensions(kind, further)


def _extensions(kind: str, further: dict[str, str]) -> dict[str, Any]:
    """Return what CASE has no name for; of a level it is a list, of all else one object."""
    if not further:
        return {}
    return {"extensions": [further] if kind == "level" else further}


def _number(text: str) -> int | float | None:
    try:
        number = float(text)
    except ValueError:
        return None
    if not math.isfinite(number):
        return None
    return int(number) if number.is_integer() else number
