"""A small framework in which every kind of thing occurs, and its publication."""

from dataclasses import replace
from typing import Any

from workbench.model import Edition, Finding, Framework, Severity, Standard, StandardSet, from_json
from workbench.publish import Publication

LEVELS = {"1": "Beginning", "2": "Developing", "3": "Proficient", "4": "Distinguished"}


def _descriptors(work: str) -> dict[str, str]:
    return {
        "1": f"{work} with steps missing, even with help.",
        "2": f"{work} when steps are given, with small mistakes.",
        "3": f"{work} without help and says why each step is sound.",
        "4": f"{work} in a situation that is new, and weighs two ways against each other.",
    }


DATA: dict[str, Any] = {
    "districts": [
        {
            "id": "d1",
            "title": "Maple Hollow Public Schools",
            "document_title": "Graduation framework",
            "mission": "Every graduate leaves us able to think, make and take part.\n\nWe design backwards from there.",
            "languages": ["en", "es"],
            "contact": "Curriculum office, 12 Mill Road",
            "acknowledgements": "Nine teachers, two students and a parent met eleven times.",
            "terms": {"indicator": "graduation proficiency"},
        }
    ],
    "design_questions": [
        {"id": "q1", "question": "Around which beliefs do we design?", "answer": "Around the one below."},
        {"id": "q2", "question": "How do we share the vision?"},
    ],
    "beliefs": [{"id": "b1", "title": "Belonging", "statement": "Students learn where they are known."}],
    "practices": [
        {"id": "p1", "belief_id": "b1", "statement": "Each student has an advisor.", "owner": "Principal"},
    ],
    "attributes": [
        {
            "id": "a1",
            "title": "Clear communicator",
            "definition": "Speaks and writes so that others understand.",
            "descriptors": {"6-8": "Tells a story in order.", "9-12": "Argues from evidence."},
        }
    ],
    "competencies": [
        {
            "id": "c1",
            "code": "CC.1",
            "reach": "cross-curricular",
            "title": "Communicating",
            "statement": "Graduates communicate for a purpose.",
            "attribute_ids": ["a1"],
            "endurance": "It lasts a lifetime.",
        },
        {
            "id": "c2",
            "code": "MA.1",
            "area": "Mathematics",
            "title": "Modeling",
            "statement": "Graduates model situations with functions.",
        },
        {"id": "c3", "area": "Science", "statement": "Graduates plan investigations."},
    ],
    "indicators": [
        {
            "id": "i1",
            "code": "CC.1.a",
            "competency_id": "c1",
            "statement": "I can present an argument to an audience.",
            "dok": 3,
            "dok_confirmed_by": "M. Ortiz",
            "bloom": "create",
        },
        {
            "id": "i2",
            "code": "MA.1.a",
            "competency_id": "c2",
            "title": "Building functions",
            "statement": "I can build a function that models a quantity.",
            "grade_band": "9-12",
            "priority": "priority",
            "dok": 2,
        },
        {"id": "i3", "code": "MA.1.b", "competency_id": "c2", "statement": "I can interpret a model."},
    ],
    "targets": [
        {"id": "t1", "indicator_id": "i2", "form": "know", "statement": "I know what slope tells me."},
    ],
    "scales": [{"id": "s1", "title": "Four levels", "levels": LEVELS, "proficient": 3}],
    "criteria": [
        {
            "id": "r1",
            "subject_id": "i1",
            "element": "Argument",
            "scale_id": "s1",
            "descriptors": _descriptors("Argues"),
        },
        {"id": "r2", "subject_id": "i2", "element": "Model", "scale_id": "s1", "descriptors": _descriptors("Models")},
        {"id": "r3", "subject_id": "h1", "element": "Revising", "scale_id": "s1", "descriptors": {"3": "Revises."}},
    ],
    "habits": [{"id": "h1", "title": "Perseverance", "statement": "Keeps going and asks for help."}],
    "verification_rules": [
        {
            "id": "v1",
            "title": "Met",
            "scope": "indicator",
            "method": "most recent",
            "threshold": "3",
            "statement": "The most recent of at least two scores is 3 or more.",
        }
    ],
    "assessments": [
        {
            "id": "as1",
            "title": "Spring exhibition",
            "purpose": "summative",
            "form": "exhibition",
            "indicator_ids": ["i1"],
            "criterion_ids": ["r1"],
            "experience_ids": ["e1"],
        }
    ],
    "items": [{"id": "it1", "assessment_id": "as1", "prompt": "Present your case.", "dok": 3, "primary_id": "i1"}],
    "experiences": [
        {
            "id": "e1",
            "code": "MA101",
            "title": "Algebra I",
            "department": "Mathematics",
            "credit_area": "stem",
            "credits": "1",
            "credit_basis": "class time",
            "minutes": 7200,
            "grades": ["9"],
            "indicators": {"i2": "introduced assessed", "i1": "developed"},
        },
        {
            "id": "e2",
            "title": "Town internship",
            "route": "internship",
            "credits": "0.5",
            "credit_basis": "mastery",
            "provider": "Town hall",
            "verifier": "Internship coordinator",
            "indicators": {"i1": "assessed"},
        },
    ],
    "units": [{"id": "u1", "experience_id": "e1", "title": "Lines", "weeks": "4.5", "indicator_ids": ["i2"]}],
    "supports": [{"id": "su1", "experience_id": "e1", "form": "extension", "statement": "A project of one's own."}],
    "pathways": [{"id": "w1", "title": "General pathway", "description": "For every student."}],
    "parts": [{"id": "wp1", "pathway_id": "w1", "title": "Core", "choose": 1, "experience_ids": ["e1", "e2"]}],
    "alignments": [
        {"id": "al1", "subject_id": "i2", "set_id": "set1", "standard_id": "st1", "strength": "partial"},
        {"id": "al2", "subject_id": "e1", "set_id": "set1", "standard_id": "st2"},
        {"id": "al3", "subject_id": "i1", "set_id": "gone", "standard_id": "LOST.1"},
    ],
}

STANDARDS = StandardSet(
    id="set1",
    title="Example mathematics standards",
    subject="Mathematics",
    owner="Example owner",
    standards=(
        Standard(id="top", code="F", label="Functions"),
        Standard(id="st1", code="F.1", label="Building functions", parent_id="top"),
        Standard(id="st2", code="F.2", label="Reading graphs", parent_id="top", sequence=1),
        Standard(id="st3", code="F.3", label="Comparing functions", parent_id="top", sequence=2),
    ),
)

FINDINGS = (
    Finding(
        code="STR001",
        severity=Severity.ERROR,
        kind="competency",
        subject_id="c3",
        message="“Graduates plan investigations.” has no indicator.",
        remedy="Write three to five indicators for it.",
    ),
    Finding(
        code="ALN001",
        severity=Severity.WARNING,
        kind="indicator",
        subject_id="i3",
        message="“I can interpret a model.” cites no standard.",
        remedy="Align it to a standard.",
    ),
)

EDITION = Edition(
    number=1,
    title="First edition",
    vote="7 to 0",
    effective="2027-2028",
    adopted_on="2026-11-30",
    revision=42,
    sha256="0123456789abcdef" * 4,
    content=b"{}",
)


def small_framework() -> Framework:
    """Return the framework."""
    return from_json(DATA)


def small_publication() -> Publication:
    """Return the framework's draft with two findings."""
    return Publication(
        framework=small_framework(), sets={"set1": STANDARDS}, findings=FINDINGS, as_of="2026-11-23", revision=42
    )


def small_edition() -> Publication:
    """Return the framework as an adopted edition."""
    return replace(small_publication(), edition=EDITION, findings=())
