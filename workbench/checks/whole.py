"""Faults of the framework as a whole, which have no thing of their own to stand at."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import Fault
from workbench.model.framework import Framework


def fault_of_whole(
    framework: Framework, *, message: str, remedy: str, evidence: tuple[str, ...] = ()
) -> Iterator[Fault]:
    """Yield a fault at the district, or at the first competency where no district is described.

    Where there is neither it has no place to stand, and nothing is yielded.
    """
    places = framework.districts.ordered() or framework.competencies.ordered()
    for subject in places[:1]:
        yield Fault(subject=subject, message=message, remedy=remedy, evidence=evidence)
