"""The first rows of a table as a mapping would bring them in, and the account of the dry run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from workbench.model import StandardSet
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_read import read_located
from workbench.standards.report import Account, ImportReport
from workbench.standards.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One standard as it would come in; ``parent`` is the code or wording of the standard above it."""

    level: int
    code: str
    statement: str
    label: str
    kind: str
    parent: str
    grades: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A dry run: the first standards, how many there are in how many levels, and what became of every row."""

    rows: tuple[PreviewRow, ...]
    standards: int
    levels: int
    report: ImportReport

    def to_json(self) -> dict[str, Any]:
        """Return the preview as JSON values."""
        return {**asdict(self), "report": self.report.to_json()}


def preview(
    tables: Sequence[Table],
    mapping: ColumnMapping,
    *,
    rows: int = 8,
    source: str = "",
    account: Account | None = None,
) -> Preview:
    """Return what reading ``tables`` by ``mapping`` would bring: the first ``rows`` standards and the whole account.

    ``source``: the file's name; ``account``: what was said already when the tables were read. Raises BadFile as
    ``mapping_read.read_mapped`` does.
    """
    read, report = read_located(tables, mapping, source=source or tables[0].name, account=account or Account())
    levels = _levels(read)
    return Preview(
        rows=tuple(_row(read, one, levels) for one in islice(levels, rows)),
        standards=len(read.standards),
        levels=max(levels.values(), default=0),
        report=report,
    )


def _levels(read: StandardSet) -> dict[str, int]:
    """Return how deep each standard stands, from 1; a parent stands before its children in a set."""
    found: dict[str, int] = {}
    for standard in read.standards:
        found[standard.id] = found.get(standard.parent_id, 0) + 1
    return found


def _row(read: StandardSet, one: str, levels: dict[str, int]) -> PreviewRow:
    standard = read.by_id[one]
    parent = read.by_id.get(standard.parent_id)
    return PreviewRow(
        level=levels[one],
        code=standard.code,
        statement=standard.statement,
        label=standard.label,
        kind=standard.kind,
        parent=(parent.code or parent.name) if parent else "",
        grades=standard.grades,
    )
