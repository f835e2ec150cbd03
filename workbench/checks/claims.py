"""What a learning experience, or a pathway of them, claims: its experiences, and the standards they cite."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.measures.crosswalk import experiences_of
from workbench.model.alignment import Alignment
from workbench.model.experiences import LearningExperience
from workbench.model.framework import Framework
from workbench.model.values import Coverage

__all__ = ["cited", "claimed", "experiences_of"]


def cited(framework: Framework, subject_id: str) -> Iterator[Alignment]:
    """Yield the alignments of one thing that name a standard."""
    return (alignment for alignment in framework.alignments_of(subject_id) if alignment.standard_id.strip())


def claimed(framework: Framework, experience: LearningExperience) -> Iterator[Alignment]:
    """Yield the alignments of a learning experience: its own, then those of the indicators it assesses."""
    yield from cited(framework, experience.id)
    for indicator_id in experience.covering(Coverage.ASSESSED):
        if indicator_id in framework.indicators:
            yield from cited(framework, indicator_id)
