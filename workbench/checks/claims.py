"""What things of ours claim: the standards that they cite, and the learning experiences of a pathway."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from workbench.checks.given import CheckInput
from workbench.checks.wording import quote
from workbench.localize.lazy import lazy_gettext as _
from workbench.model.alignment import Alignment
from workbench.model.experiences import LearningExperience
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment
from workbench.model.table import Table
from workbench.model.thing import Thing
from workbench.model.values import AssessmentPurpose, Coverage


def cited(framework: Framework, subject_id: str) -> Iterator[Alignment]:
    """Yield the alignments of one thing that name a standard."""
    return (alignment for alignment in framework.alignments_of(subject_id) if alignment.standard_id.strip())


def claimed(framework: Framework, experience: LearningExperience) -> Iterator[Alignment]:
    """Yield the alignments of a learning experience: its own, then those of the indicators it assesses."""
    yield from cited(framework, experience.id)
    for indicator_id in experience.covering(Coverage.ASSESSED):
        if indicator_id in framework.indicators:
            yield from cited(framework, indicator_id)


def summative(framework: Framework) -> Iterator[Assessment]:
    """Yield the summative assessments, in order."""
    return (one for one in framework.assessments.ordered() if one.purpose is AssessmentPurpose.SUMMATIVE)


def assessed_in(experiences: Table[LearningExperience]) -> Mapping[str, tuple[str, ...]]:
    """Return the ids of the indicators that each experience assesses; for ``Table.derived``."""
    return {one.id: one.covering(Coverage.ASSESSED) for one in experiences.values()}


def aligned(framework: Framework) -> Iterator[tuple[Thing, tuple[Alignment, ...]]]:
    """Yield each thing that is aligned, kind by kind in order, with its alignments."""
    for table in (framework.indicators, framework.experiences, framework.pathways, framework.assessments):
        for thing in table.ordered():
            if alignments := framework.alignments_of(thing.id):
                yield thing, alignments


def standard_named(given: CheckInput, alignment: Alignment) -> str:
    """Return how a message speaks of the standard of an alignment: by its code, or as written where it is not here."""
    known = given.sets.get(alignment.set_id)
    standard = known.by_id.get(alignment.standard_id) if known else None
    text = standard.code or standard.name if standard else alignment.standard_id
    return quote(text) if text.strip() else _("one without a name")
