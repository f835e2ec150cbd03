"""What must be learned before what: the set's own links, and a district's file of two codes a row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.errors import BadFile
from workbench.model import Standard, StandardSet, fold_code
from workbench.standards.bands import Band
from workbench.standards.source import read_bytes
from workbench.standards.strand_codes import parts_of_code
from workbench.standards.strands import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Prerequisite:
    """``before`` is to be learned before ``after``; ``ours``: said by the district and not by the set.

    ``inside``: both are in the strand shown.
    """

    before: Standard
    after: Standard
    ours: bool
    inside: bool


def read_prerequisites(path: Path) -> tuple[tuple[str, str], ...]:
    """Return (before, after) of each row, as codes or identifiers; the first row holds the names of the columns.

    Columns after the second are not read. Raises MissingFile, or BadFile with the line.
    """
    try:
        text = read_bytes(path).decode("utf-8-sig")
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except UnicodeDecodeError:
        raise BadFile(f"“{path.name}” is not written in UTF-8. Save it as CSV in UTF-8.") from None
    except csv.Error as error:
        raise BadFile(f"“{path.name}” cannot be read as CSV ({error}). Export it again.") from None
    found = []
    for line, row in enumerate(rows[1:], start=2):
        cells = [cell.strip() for cell in row[:2]]
        if not any(cells):
            continue
        if len(cells) < 2 or not all(cells):  # noqa: PLR2004  # before and after
            raise BadFile(f"Row {line} of “{path.name}” must name two standards: what comes before and what after.")
        found.append((cells[0], cells[1]))
    return tuple(found)


def prerequisites_of(
    found: StandardSet, everywhere: Iterable[Place], strand: set[str], ours: Iterable[tuple[str, str]]
) -> tuple[tuple[Prerequisite, ...], int]:
    """Return the prerequisites that touch the strand, and how many name a standard that the set does not have."""
    names = _names(everywhere)
    said = [(link.origin_id, link.destination_id, False) for link in found.links if link.type == "precedes"]
    edges: dict[tuple[str, str], Prerequisite] = {}
    outside = 0
    for origin, destination, own in (*said, *((one, other, True) for one, other in ours)):
        before, after = _named(found, names, origin), _named(found, names, destination)
        if before is None or after is None:
            outside += 1
        elif before.id in strand or after.id in strand:
            edge = Prerequisite(before=before, after=after, ours=own, inside={before.id, after.id} <= strand)
            edges.setdefault((before.id, after.id), edge)
    return tuple(edges.values()), outside


Names = Mapping[tuple[Band | None, str, str], Standard]
"""The standards by grades, strand and number, since publishers spell one code in several ways."""


def _names(everywhere: Iterable[Place]) -> Names:
    names: dict[tuple[Band | None, str, str], Standard] = {}
    for one in everywhere:
        if one.coded:
            for band in (one.band, *([None] if "-" in one.key else [])):
                names.setdefault((band, one.key, one.anchor), one.standard)
    return names


def _named(found: StandardSet, names: Names, name: str) -> Standard | None:
    known = found.by_id.get(name) or found.by_code.get(fold_code(name))
    parts = parts_of_code(name) if known is None else None
    if parts is None:
        return known
    return names.get((parts.band, parts.strand, parts.anchor)) or names.get((None, parts.strand, parts.anchor))
