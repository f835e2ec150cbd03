"""The association table as a workbook or CSV, for those who work in spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from workbench.errors import UnknownName
from workbench.measures.crosswalk import CrosswalkRow
from workbench.model import Framework, term
from workbench.spreadsheets import LongSheet, clean, csv_bytes, long_workbook, pieces

FORMATS = ("xlsx", "csv")

HEADS = {
    "Kind": 14, "Area": 14, "From set": 16, "From code": 12, "From": 36, "Relation": 12, "To set": 20, "Version": 8,
    "Local standards": 8, "To code": 16, "To": 40, "Rationale": 24, "Identifier": 38, "Identifier of the standard": 38,
}  # fmt: skip
"""The columns with their widths in characters."""

RELATIONS: Mapping[str, str] = {"full": "meets in full", "partial": "meets in part"}


def crosswalk_bytes(rows: Iterable[CrosswalkRow], framework: Framework, *, format_name: str) -> bytes:
    """Return ``rows`` as a file, "xlsx" or "csv"; the same rows give the same bytes.

    The workbook has our alignments and the links between standards on a sheet each, with filters; CSV has one
    table. Raises UnknownName for another format, CannotPublish where a sheet cannot hold the rows.
    """
    if format_name not in FORMATS:
        raise UnknownName.of("format", format_name, FORMATS)
    if format_name == "csv":
        return csv_bytes([HEADS, *(_cells(row, framework) for row in rows)])[0]
    ours: list[CrosswalkRow] = []
    links: list[CrosswalkRow] = []
    for row in rows:
        (links if row.kind == "standard" else ours).append(row)
    named = {"Alignments": ours, "Links between standards": links}
    sheets = (
        LongSheet(
            title=title,
            heads=tuple(HEADS.items()),
            rows=chain.from_iterable(_fitting(_cells(row, framework)) for row in some),
            unprinted=2,
        )
        for title, some in named.items()
    )
    title = f"{framework.district.title} crosswalk".strip()
    return long_workbook(sheets, title=title[:1].upper() + title[1:])[0]


def _fitting(cells: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a row, and below it, under the same identifiers, what of its texts is longer than a cell."""
    parts = [pieces(clean(cell)) for cell in cells]
    for depth in range(max(map(len, parts))):
        yield (*(part[depth] if depth < len(part) else "" for part in parts[:-2]), *cells[-2:])


def _cells(row: CrosswalkRow, framework: Framework) -> tuple[str, ...]:
    ours = row.kind not in {"", "standard"}
    return (
        term(framework, row.kind) if ours else row.kind,
        ", ".join(row.areas),
        row.from_set or (framework.district.title.strip() or "Our framework" if ours else ""),
        row.from_code,
        row.from_text,
        RELATIONS.get(row.relation, row.relation),
        row.to_set,
        row.version,
        "yes" if row.local else "",
        row.to_code,
        row.to_text or ("This standard is not in the project." if row.to_id and ours else ""),
        row.rationale,
        row.from_id,
        row.to_id,
    )
