"""Faults of the framework as a whole, which have no thing of their own to stand at."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.checks.given import Fault
from workbench.model.framework import Framework


def fault_of_whole(
    framework: Framework,
    *,
    message: str,
    remedy: str,
    others: tuple[str, ...] = (),
    evidence: tuple[str, ...] = (),
) -> Iterator[Fault]:
    """Yield a fault at the district, or at a competency where no district is described: the first that is ready.

    Where there is neither it has no place to stand, and nothing is yielded.
    """
    # The sort keeps the order, and puts what is shown first.
    competencies = sorted(framework.competencies.ordered(), key=lambda one: not one.ready)
    for subject in [*framework.districts.ordered()[:1], *competencies][:1]:
        yield Fault(subject=subject, message=message, remedy=remedy, others=others, evidence=evidence)
