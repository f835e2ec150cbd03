"""What a learning experience, or a pathway of them, claims: its experiences, and the standards they cite."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.alignment import Alignment
from workbench.model.experiences import LearningExperience, Pathway
from workbench.model.framework import Framework
from workbench.model.values import Coverage


def cited(framework: Framework, subject_id: str) -> Iterator[Alignment]:
    """Yield the alignments of one thing that name a standard."""
    return (alignment for alignment in framework.alignments_of(subject_id) if alignment.standard_id.strip())


def claimed(framework: Framework, experience: LearningExperience) -> Iterator[Alignment]:
    """Yield the alignments of a learning experience: its own, then those of the indicators it assesses."""
    yield from cited(framework, experience.id)
    for indicator_id in experience.covering(Coverage.ASSESSED):
        if indicator_id in framework.indicators:
            yield from cited(framework, indicator_id)


def experiences_of(framework: Framework, pathway: Pathway) -> tuple[LearningExperience, ...]:
    """Return the learning experiences that a pathway requires or offers, each once."""
    ids = (identifier for part in framework.parts_of(pathway.id) for identifier in part.experience_ids)
    return tuple(framework.experiences[one] for one in dict.fromkeys(ids) if one in framework.experiences)
