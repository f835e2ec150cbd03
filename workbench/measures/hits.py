"""Which items count, which indicators each of them hits, and which indicators matter most."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from workbench.model import Assessment, AssessmentItem, Framework, Indicator
from workbench.model.table import Table
from workbench.model.values import AssessmentPurpose, Priority


def counts(assessment: Assessment, *, formative: bool = False) -> bool:
    """Tell whether an assessment's items count: it is summative, or with ``formative`` whatever it is.

    One that does not say what it is for does not count by default.
    """
    return formative or assessment.purpose is AssessmentPurpose.SUMMATIVE


def counted_items(framework: Framework, *, formative: bool = False) -> tuple[AssessmentItem, ...]:
    """Return, in order, the items of the assessments that count."""
    assessments = framework.assessments
    return tuple(
        item
        for item in framework.items.ordered()
        if item.assessment_id in assessments and counts(assessments[item.assessment_id], formative=formative)
    )


def hit_by(framework: Framework, item: AssessmentItem) -> tuple[str, ...]:
    """Return the ids of the indicators that an item hits, the main one first, each once.

    Webb (1997, 1999): one primary objective and up to two more; each is a hit of full weight.
    """
    named = dict.fromkeys((item.primary_id, *item.secondary_ids))
    return tuple(one for one in named if one in framework.indicators)


def asked_for(indicators: Table[Indicator]) -> AbstractSet[str]:
    """Return the ids of the indicators that are marked priority, and of those where the competency has none.

    For ``Table.derived``.
    """
    every = indicators.values()
    marked = {one.competency_id for one in every if one.priority is Priority.PRIORITY}
    return {one.id for one in every if one.priority is Priority.PRIORITY or one.competency_id not in marked}


def without_items(
    framework: Framework, indicator_ids: Iterable[str], *, formative: bool = False
) -> tuple[Assessment, ...]:
    """Return, once each, the assessments that count, give evidence of an indicator and list no item."""
    giving = {assessment.id: assessment for one in indicator_ids for assessment in framework.assessments_of(one)}
    return tuple(
        assessment
        for assessment in giving.values()
        if counts(assessment, formative=formative) and not framework.items.by("assessment_id", assessment.id)
    )
