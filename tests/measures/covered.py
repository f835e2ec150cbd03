"""A small framework in which each mark and each status of coverage occurs, and its set of standards."""

from __future__ import annotations

from typing import Any

from workbench.model import Framework, Standard, StandardSet, from_json

SET = "set"


def standards() -> StandardSet:
    """Return nine standards, S1 to S9, under one heading; S9 is of grade 12 and the others of none."""
    below = tuple(
        Standard(id=f"s{n}", code=f"S{n}", label=f"Part {n}", parent_id="top", grades=("12",) if n == 9 else ())
        for n in range(1, 10)
    )
    return StandardSet(id=SET, title="State science", standards=(Standard(id="top", code="S", label="All"), *below))


def aligned(subject: str, *numbers: int) -> list[dict[str, Any]]:
    """Return alignments of one thing to standards by number."""
    return [{"id": f"{subject}-s{n}", "subject_id": subject, "set_id": SET, "standard_id": f"s{n}"} for n in numbers]


def framework(**more: list[dict[str, Any]]) -> Framework:
    """Return the framework; ``more`` adds to its tables.

    Biology assesses i1 with the summative Fair, develops i2, and is said to assess i3, which only a formative quiz
    looks at. It meets S4 by itself. The state exam, which names no course, scores i4, which nobody teaches. The Fair
    itself meets S7. Chemistry introduces i1. The pathway holds both courses and meets S5 by itself.
    """
    tables: dict[str, list[dict[str, Any]]] = {
        "districts": [{"id": "d", "title": "Mill River Schools"}],
        "competencies": [
            {"id": "c1", "code": "SC", "area": "Science", "title": "Model", "grade_band": "9-10"},
            {"id": "c2", "code": "CC", "reach": "cross-curricular", "title": "Argue"},
        ],
        "indicators": [
            {"id": "i1", "code": "SC.1", "competency_id": "c1", "title": "Build", "priority": "priority"},
            {"id": "i2", "code": "SC.2", "competency_id": "c1", "title": "Test", "priority": "priority"},
            {"id": "i3", "code": "CC.1", "competency_id": "c2", "title": "Claim", "priority": "supporting"},
            {"id": "i4", "code": "CC.2", "competency_id": "c2", "title": "Refute"},
        ],
        "assessments": [
            {"id": "fair", "title": "Fair", "purpose": "summative", "indicator_ids": ["i1"], "experience_ids": ["bio"]},
            {"id": "quiz", "title": "Quiz", "purpose": "formative", "indicator_ids": ["i2", "i3"]},
            {"id": "exam", "title": "Exam", "purpose": "summative", "indicator_ids": ["i4"]},
        ],
        "experiences": [
            {"id": "bio", "code": "BIO", "title": "Biology", "department": "Science", "grades": ["9"],
             "indicators": {"i1": "introduced assessed", "i2": "developed", "i3": "assessed", "gone": "assessed"}},
            {"id": "chem", "title": "Chemistry", "department": " science", "grades": ["10-11"],
             "indicators": {"i1": "introduced"}},
        ],
        "pathways": [{"id": "p", "title": "Pathway"}],
        "parts": [{"id": "pp", "pathway_id": "p", "experience_ids": ["bio", "chem", "gone"]}],
        "alignments": [
            *aligned("i1", 1, 2), *aligned("i2", 2), *aligned("i3", 3), *aligned("bio", 1, 4), *aligned("p", 5),
            *aligned("i4", 6), *aligned("fair", 7), *aligned("i2", 8),
        ],
    }  # fmt: skip
    for name, some in more.items():
        tables.setdefault(name, []).extend(some)
    return from_json(tables)
