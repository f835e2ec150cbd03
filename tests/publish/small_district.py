"""A district with one of everything, small enough to check a publication by eye."""

from typing import Any

from workbench.model import Finding, Framework, Severity, Standard, StandardSet, from_json, standard_id
from workbench.publish import Publication

SET_ID = "0b9c2f0e-7a52-4a55-9a54-0f6f3c1f0a11"
IDS = {name: f"00000000-0000-4000-8000-{place:012d}" for place, name in enumerate(
    ["district", "question", "belief", "practice", "attribute", "competency", "indicator", "second", "target", "scale",
     "criterion", "habit", "habit_criterion", "rule", "assessment", "item", "course", "unit", "support", "pathway",
     "part", "alignment", "course_alignment", "translation", "priority"], start=1)}  # fmt: skip
"""Readable names for the identifiers below."""


def framework() -> Framework:
    """Return the framework."""
    i = IDS
    tables: dict[str, list[dict[str, Any]]] = {
        "districts": [{"id": i["district"], "title": "Mill River Schools", "document_title": "Mill River Framework",
                       "languages": ["en-US"], "licence": "CC BY 4.0", "mission": "Every graduate ready."}],
        "design_questions": [{"id": i["question"], "question": "What do we believe?", "answer": "That all can learn."}],
        "beliefs": [{"id": i["belief"], "code": "B1", "title": "Growth", "statement": "Everyone can grow."}],
        "practices": [{"id": i["practice"], "belief_id": i["belief"], "statement": "=Students retake tests",
                       "owner": "Principals"}],
        "attributes": [{"id": i["attribute"], "title": "Collaborator",
                        "descriptors": {"9-10": "Listens", "11-12": "Leads"}}],
        "competencies": [{"id": i["competency"], "code": "SC", "area": "Science", "title": "Modelling",
                          "statement": "Use models to explain.", "grade_band": "9-12", "readiness": "College"}],
        "indicators": [
            {"id": i["indicator"], "code": "SC.1", "competency_id": i["competency"], "title": "Build",
             "statement": "Build a model of a system.", "dok": 3, "bloom": "create", "grade_band": "9-10"},
            {"id": i["second"], "code": "SC.2", "competency_id": i["competency"], "statement": "Test a model.",
             "prerequisite_ids": [i["indicator"]]},
        ],
        "targets": [{"id": i["target"], "indicator_id": i["indicator"], "form": "do", "statement": "Draw a diagram."}],
        "scales": [{"id": i["scale"], "title": "Four levels", "proficient": 3,
                    "levels": {"1": "Beginning", "2": "Developing", "3": "Proficient", "4": "Advanced"}}],
        "criteria": [
            {"id": i["criterion"], "subject_id": i["indicator"], "element": "Accuracy", "scale_id": i["scale"],
             "descriptors": {"1": "Names parts", "2": "Links parts", "3": "Explains links", "4": "Predicts"}},
            {"id": i["habit_criterion"], "subject_id": i["habit"], "element": "Timeliness", "scale_id": i["scale"],
             "descriptors": {"3": "Hands in on time"}},
        ],
        "habits": [{"id": i["habit"], "code": "H1", "title": "Perseverance", "statement": "Keeps trying."}],
        "verification_rules": [{"id": i["rule"], "title": "Most recent", "scope": "indicator", "method": "most recent",
                                "threshold": "3"}],
        "assessments": [{"id": i["assessment"], "title": "Model fair", "purpose": "summative", "form": "exhibition",
                         "indicator_ids": [i["indicator"]], "criterion_ids": [i["criterion"]]}],
        "items": [{"id": i["item"], "assessment_id": i["assessment"], "prompt": "Show your model.", "dok": 3}],
        "experiences": [{"id": i["course"], "code": "BIO", "title": "Biology", "credits": "0.5", "route": "course",
                         "grades": ["9", "10"], "indicators": {i["indicator"]: "introduced assessed"}}],
        "units": [{"id": i["unit"], "experience_id": i["course"], "title": "Cells", "weeks": "6"}],
        "supports": [{"id": i["support"], "experience_id": i["course"], "form": "extension", "statement": "Lab club"}],
        "pathways": [{"id": i["pathway"], "title": "Science pathway", "description": "For future scientists."}],
        "parts": [{"id": i["part"], "pathway_id": i["pathway"], "title": "Core", "choose": 1,
                   "experience_ids": [i["course"]]}],
        "alignments": [
            {"id": i["alignment"], "subject_id": i["indicator"], "set_id": SET_ID, "strength": "partial",
             "standard_id": standard_id(SET_ID, "LS1-2"), "rationale": "Models of cells"},
            {"id": i["course_alignment"], "subject_id": i["course"], "set_id": SET_ID,
             "standard_id": standard_id(SET_ID, "LS1-2")},
        ],
        "priority_standards": [{"id": i["priority"], "set_id": SET_ID, "standard_id": standard_id(SET_ID, "LS1-2"),
                                "code": "LS1-2", "reason": "Health builds on it."}],
        "translations": [{"id": i["translation"], "subject_id": i["belief"], "field": "statement", "language": "es",
                          "text": "Todos pueden crecer."}],
    }  # fmt: skip
    return from_json(tables)


def standards() -> StandardSet:
    """Return a set of two standards under a heading."""
    codes = [("LS1", "", "Cells"), ("LS1-1", "LS1", "Structure of cells"), ("LS1-2", "LS1", "Systems of a body")]
    return StandardSet(
        id=SET_ID,
        title="State science",
        standards=tuple(
            Standard(
                id=standard_id(SET_ID, code),
                code=code,
                label=label,
                parent_id=standard_id(SET_ID, parent) if parent else "",
            )
            for code, parent, label in codes
        ),
    )


def publication(given: Framework | None = None) -> Publication:
    """Return a draft of ``given``, or of the small district, with one finding."""
    finding = Finding(
        code="STR001",
        severity=Severity.WARNING,
        kind="indicator",
        subject_id=IDS["second"],
        message="SC.2 cites no standard.",
        remedy="Align it, or say why not.",
        field="prerequisite_ids",
    )
    return Publication(
        framework=framework() if given is None else given,
        sets={SET_ID: standards()},
        findings=(finding,) if given is None else (),
        as_of="2026-11-23",
        revision=7,
    )
