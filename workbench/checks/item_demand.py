"""How the depth of knowledge that items ask for compares with that of the indicators they hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.measures.hits import hit_by
from workbench.model.competencies import Indicator
from workbench.model.framework import Framework
from workbench.model.scoring import Assessment, AssessmentItem


@dataclass(frozen=True, slots=True)
class Hit:
    """One item of an assessment and one indicator that it hits, as its main one or beside it."""

    item: AssessmentItem
    indicator: Indicator

    @property
    def is_known(self) -> bool:
        """Tell whether the item's level is known and somebody has confirmed the indicator's."""
        return None not in (self.item.dok, self.indicator.dok) and bool(self.indicator.dok_confirmed_by.strip())

    @property
    def is_below(self) -> bool:
        """Tell whether both levels are known and the item asks for less than the indicator."""
        return self.is_known and (self.item.dok or 0) < (self.indicator.dok or 0)


def hits_of(framework: Framework, assessment: Assessment) -> Iterator[Hit]:
    """Yield each item of an assessment with each indicator of the framework that it hits, once each."""
    for item in framework.items.by("assessment_id", assessment.id):
        for one in hit_by(framework, item):
            yield Hit(item, framework.indicators[one])


def known_hits(framework: Framework, assessment: Assessment) -> tuple[Hit, ...]:
    """Return the hits of an assessment's items whose levels can be compared."""
    return tuple(hit for hit in hits_of(framework, assessment) if hit.is_known)


def mostly_below(hits: tuple[Hit, ...]) -> bool:
    """Tell whether more than half of the hits ask for less than the indicator."""
    return 2 * sum(hit.is_below for hit in hits) > len(hits)
