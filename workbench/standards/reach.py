"""What rests on an alignment: its subject, and the courses, pathways and assessments behind it."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model import Framework, Thing
from workbench.model.values import Coverage

REACHED = ("indicator", "experience", "pathway", "assessment")
"""The kinds of things that an alignment reaches, in the order of a report."""


def rank(thing: Thing) -> int:
    """Return the place of a thing's kind in a report."""
    # A file from elsewhere may align what we do not, a competency say; it comes first.
    return REACHED.index(thing.kind) if thing.kind in REACHED else -1


def reached_by(framework: Framework, subject_id: str) -> Iterator[Thing]:
    """Yield the subject of an alignment and what rests on it.

    A course meets a standard directly or through the indicators that it assesses; a pathway through its courses; an
    assessment directly, or through an indicator that it, or an item of it, gives evidence of.
    """
    subject = framework.find(subject_id)
    if subject is None:
        return
    yield subject
    courses = [subject_id] if subject.kind == "experience" else []
    if subject.kind == "indicator":
        for course in framework.experiences_with(subject_id):
            if subject_id in course.covering(Coverage.ASSESSED):
                courses.append(course.id)
                yield course
        yield from framework.assessments_of(subject_id)
        for item in (
            *framework.items.by("primary_id", subject_id),
            *framework.items.by("secondary_ids", subject_id),
        ):
            if (assessment := framework.assessments.get(item.assessment_id)) is not None:
                yield assessment
    for course_id in courses:
        for part in framework.parts.by("experience_ids", course_id):
            if (pathway := framework.pathways.get(part.pathway_id)) is not None:
                yield pathway
