"""Real sets for tests of the vertical view, read here by other means than the importers."""

from __future__ import annotations

import csv
import json

import openpyxl

from tests.shared import shared_file
from workbench.model import Standard, StandardSet


def english() -> StandardSet:
    """Return CCSS English language arts from OpenSALT's workbook: 1,189 items below "Kindergarten", "Grade 1" ..."""
    book = openpyxl.load_workbook(shared_file("opensalt/ccsso_ela.xlsx"), read_only=True)
    items = list(book["CF Item"].iter_rows(values_only=True))
    names = list(items[0])
    parents = {row[2]: row[6] for row in book["CF Association"].iter_rows(values_only=True) if row[4] == "Is Child Of"}
    book.close()
    rows = [dict(zip(names, row, strict=True)) for row in items[1:]]
    standards = (
        Standard(
            id=str(row["identifier"]),
            parent_id=str(parents.get(row["identifier"], "")),
            code=str(row["humanCodingScheme"] or ""),
            statement=str(row["fullStatement"] or ""),
            grades=tuple(filter(None, str(row["educationLevel"] or "").split(","))),
            sequence=place,
        )
        for place, row in enumerate(rows)
    )
    return StandardSet(id="ela", title="English language arts", standards=tuple(standards))


def mathematics() -> StandardSet:
    """Return CCSS mathematics, K-8 and high school: 317 and 154 standards, codes made of the files' columns."""
    standards = []
    for name in ("ccssm-k8.csv", "ccssm-hs.csv"):
        with shared_file(f"ccss/{name}").open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                head = row["grade_level_code"] + row.get("category_code", "")
                parts = [head, *(row[f"{part}_code"] for part in ("domain", "cluster")), row["standard_counter"]]
                code = ".".join([*parts, *filter(None, [row["substandard_counter"]])])
                standards.append(
                    Standard(id=code, code=code, statement=row["description"], grades=(row["grade_level_code"],))
                )
    return StandardSet(id="math", title="Mathematics", standards=tuple(standards))


def dependencies() -> list[tuple[str, str]]:
    """Return the 873 edges between CCSS mathematics standards, by code."""
    with shared_file("ccss/ccssm-dependencies.csv").open(encoding="utf-8-sig", newline="") as file:
        return [(row["source"], row["target"]) for row in csv.DictReader(file)]


def coherence(subject: str) -> StandardSet:
    """Return the coherence map's "math" or "ela": codes and descriptions, no tree and no grades."""
    rows = json.loads(shared_file("ccss/coherence_map_standards.json").read_text(encoding="utf-8"))[subject]
    standards = tuple(Standard(id=row["id"], code=row["id"], statement=row["description"]) for row in rows)
    return StandardSet(id=subject, title=f"Coherence map: {subject}", standards=standards)


def england() -> StandardSet:
    """Return the national curriculum of England: 2,598 statements in a tree, no codes and no grades."""
    with shared_file("scale/england_national_curriculum.csv").open(encoding="utf-8", newline="") as file:
        standards = tuple(
            Standard(id=row["identifier"], parent_id=row["parent"], kind=row["type"], statement=row["statement"])
            for row in csv.DictReader(file)
        )
    return StandardSet(id="england", title="National curriculum", standards=standards)


def states() -> StandardSet:
    """Return 13,947 state standards."""
    from tests.standards.changed_copies import read

    return read(shared_file("scale/asn_state_standards_flat.csv"))
