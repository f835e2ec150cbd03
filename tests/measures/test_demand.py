"""What is intended against what is assessed: where weight goes, and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

import pytest

from workbench.measures.demand import demand
from workbench.model import Assessment, AssessmentItem, Framework, Indicator, Table
from workbench.model.values import AssessmentPurpose

Item = tuple[int | None, tuple[str, ...]]


def framework(levels: Sequence[int | None], items: Sequence[Item]) -> Framework:
    """Return indicators 0, 1, ... of two competencies, even and odd, and the items of a summative assessment."""
    made = [Indicator(id=str(n), competency_id=f"c{n % 2}", dok=dok) for n, dok in enumerate(levels)]
    return Framework(
        indicators=Table(made),
        assessments=Table([Assessment(id="test", purpose=AssessmentPurpose.SUMMATIVE)]),
        items=Table(
            AssessmentItem(id=f"i{n}", assessment_id="test", dok=dok, primary_id=hits[0], secondary_ids=hits[1:])
            for n, (dok, hits) in enumerate(items)
        ),
    )


def test_the_tables() -> None:
    """An indicator weighs 1, an item 1 in all; both tables have the same topics."""
    found = demand(framework([2, 3, 2], [(2, ("0", "1")), (3, ("1",))]), "indicator")

    none, half, one = Fraction(0), Fraction(1, 2), Fraction(1)
    assert found.topics == ("0", "1", "2")
    assert found.intended == ((none, one, none, none), (none, none, one, none), (none, one, none, none))
    assert found.assessed == ((none, half, none, none), (none, half, one, none), (none,) * 4)
    assert found.porter is not None
    assert found.porter.index == Fraction(1, 4) + Fraction(1, 3)


def test_by_competency_is_coarser() -> None:
    """Two indicators of one competency share a row, so the index is no lower."""
    made = framework([2, 3, 2], [(2, ("0", "1")), (3, ("1",))])
    fine, coarse = demand(made, "indicator").porter, demand(made, "competency").porter

    assert demand(made).topics == ("c0", "c1")
    assert fine is not None
    assert coarse is not None
    assert coarse.index >= fine.index
    assert coarse.demands == fine.demands


def test_what_cannot_be_placed_is_counted() -> None:
    """An indicator without a level takes the items that hit it alone with it."""
    found = demand(framework([2, None], [(2, ("0", "1")), (None, ("0",)), (2, ("1",))]))

    assert (found.indicators, found.indicators_left_out, found.items, found.items_left_out) == (1, 1, 1, 2)
    assert found.porter is not None
    assert found.porter.index == 1


@pytest.mark.parametrize(
    ("levels", "items", "says"),
    [
        ([None], [(2, ("0",))], "No performance indicator has a depth of knowledge yet"),
        ([2], [], "No assessment that counts lists its items yet"),
        ([2], [(None, ("0",))], "No item has a depth"),
        ([], [], "No performance indicator"),
    ],
)
def test_nothing_to_compare(levels: Sequence[int | None], items: Sequence[Item], says: str) -> None:
    """The reason says what to give."""
    found = demand(framework(levels, items))

    assert found.porter is None
    assert found.reason.startswith(says)
