"""The real objectives and standards on which suggestions are measured, by the protocol that lies beside them."""

from __future__ import annotations

import importlib.util
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from workbench.measures.suggestions import Candidate, candidates_of
from workbench.model import Standard, StandardSet

SHARED = Path(__file__).resolve().parents[1].parent / "shared"
PROTOCOL = SHARED / "bench" / "suggestions.py"
FOLDER = SHARED / "data" / "opensalt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Objectives:
    """``candidates`` in the protocol's order, their ``id`` the code; ``relevant`` and ``band`` by objective."""

    protocol: ModuleType
    candidates: tuple[Candidate, ...]
    relevant: Mapping[str, set[str]]
    band: Mapping[str, str]

    def half(self, name: str) -> list[str]:
        """Return the objectives of the "tune" or the "test" half."""
        odd = name == "test"
        return [one for one in self.relevant if bool(zlib.crc32(one.encode()) & 1) == odd]

    def grades(self, objective: str) -> set[str]:
        """Return the grades of an objective in the spelling of the candidates' codes."""
        found: set[str] = self.protocol.grades(self.band[objective])
        return found


def load() -> Objectives:
    """Read the files; the tree and the grades come from the same workbook as the candidates."""
    spec = importlib.util.spec_from_file_location("suggestions_protocol", PROTOCOL)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(PROTOCOL)
    protocol = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(protocol)
    codes, relevant, band = protocol.load(FOLDER)
    found = {one.code: one for one in candidates_of(_standards(protocol.PREFIX)) if one.code in codes}
    if missing := [code for code in codes if code not in found]:
        raise ValueError(f"{len(missing)} candidates of the protocol are not among ours, the first {missing[0]}")
    return Objectives(protocol=protocol, candidates=tuple(found[code] for code in codes), relevant=relevant, band=band)


def _standards(prefix: str) -> StandardSet:
    """Return the workbook as a standard set whose identifiers are codes where there are any."""
    import openpyxl

    book = openpyxl.load_workbook(FOLDER / "ccsso_ela.xlsx", read_only=True)
    rows = {name: list(book[name].iter_rows(values_only=True)) for name in ("CF Item", "CF Association")}
    book.close()
    items: list[dict[Any, Any]] = [dict(zip(rows["CF Item"][0], row, strict=True)) for row in rows["CF Item"][1:]]
    links: list[dict[Any, Any]] = [
        dict(zip(rows["CF Association"][0], row, strict=True)) for row in rows["CF Association"][1:]
    ]
    parents = {
        one["originNodeIdentifier"]: one["destinationNodeIdentifier"]
        for one in links
        if one["associationType"] == "Is Child Of"
    }
    codes = {one["identifier"]: (one["humanCodingScheme"] or "").removeprefix(prefix).strip() for one in items}
    names = {key: code or key for key, code in codes.items()}
    # As in the protocol, the last of several rows with one code counts.
    last = {code: key for key, code in codes.items() if code}
    return StandardSet(
        id="ccsso-ela",
        title="English language arts",
        standards=tuple(
            Standard(
                id=names[one["identifier"]],
                code=codes[one["identifier"]],
                statement=one["fullStatement"] or "",
                parent_id=names.get(parents.get(one["identifier"], ""), ""),
                grades=_grades(one["educationLevel"]),
            )
            for one in items
            if codes[one["identifier"]] == "" or last[codes[one["identifier"]]] == one["identifier"]
        ),
    )


def _named(rows: list[Any]) -> list[dict[str, Any]]:
    """Return the rows of a sheet below its first by the names in that one."""
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def _grades(cell: object) -> tuple[str, ...]:
    """Return the grades of a cell, which is a number where it holds a single one."""
    return tuple(str(int(cell) if isinstance(cell, float) else cell or "").split(","))
