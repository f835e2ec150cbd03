"""Webb's four criteria: the numbers of the literature, the edges of the bands, what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import frameworks
from workbench.measures.bands import Band, Bands, Edges
from workbench.measures.demand import demand
from workbench.measures.porter import porter
from workbench.measures.shares import evenness
from workbench.measures.webb import Webb, webb
from workbench.model import Assessment, AssessmentItem, Competency, Framework, Indicator, Table
from workbench.model.values import AssessmentPurpose

SUMMATIVE, FORMATIVE = AssessmentPurpose.SUMMATIVE, AssessmentPurpose.FORMATIVE


def item(name: str, dok: int | None, *hits: str, of: str = "test") -> AssessmentItem:
    """Return an item that hits the indicators named."""
    return AssessmentItem(id=name, assessment_id=of, dok=dok, primary_id=hits[0], secondary_ids=hits[1:])


def framework(
    levels: Sequence[int | None], items: Iterable[AssessmentItem], purpose: AssessmentPurpose | None = SUMMATIVE
) -> Framework:
    """Return one competency with an indicator a level (named 0, 1, ...) and one assessment of them all."""
    indicators = [Indicator(id=str(place), competency_id="c", dok=dok) for place, dok in enumerate(levels)]
    names = tuple(one.id for one in indicators)
    return Framework(
        competencies=Table([Competency(id="c", title="Reason")]),
        indicators=Table(indicators),
        assessments=Table([Assessment(id="test", title="Test", purpose=purpose, indicator_ids=names)]),
        items=Table(items),
    )


def hitting(hits: Sequence[int], unhit: int = 0) -> Webb:
    """Return the criteria of indicators with so many hits each, and of some with none; all at level 2."""
    items = [item(f"{place}-{n}", 2, str(place)) for place, count in enumerate(hits) for n in range(count)]
    (found,) = webb(framework([2] * (len(hits) + unhit), items))
    return found


@pytest.mark.parametrize(
    ("hits", "balance", "band"),
    [
        ([16, 1, 1, 1, 1], Fraction(2, 5), Band.NOT),
        ([9, 8, 1, 1, 1], Fraction(11, 20), Band.NOT),
        ([4, 4, 4, 4, 4], Fraction(1), Band.ACCEPTABLE),
        ([6, 5, 4, 3, 2], Fraction(17, 20), Band.ACCEPTABLE),
        ([3, 3, 2], Fraction(11, 12), Band.ACCEPTABLE),
        ([5, 1], Fraction(2, 3), Band.WEAK),
        ([7, 1, 1, 1], Fraction(11, 20), Band.NOT),
        ([2, 2, 2, 2, 12], Fraction(3, 5), Band.WEAK),
        ([8, 2], Fraction(7, 10), Band.ACCEPTABLE),
    ],
)
def test_balance(hits: list[int], balance: Fraction, band: Band) -> None:
    """The shapes that Webb describes, and 0.7 exactly is acceptable."""
    found = hitting(hits)

    assert (found.balance.value, found.balance.band) == (balance, band)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=8).filter(any))
def test_balance_is_the_published_formula_and_porters_index(counts: list[int]) -> None:
    """1 - sum |1/O - I(k)/H| / 2 is the index between the shares and equal shares."""
    apart = sum(abs(Fraction(1, len(counts)) - Fraction(count, sum(counts))) for count in counts)

    assert evenness(counts) == 1 - apart / 2 == porter([counts], [[1] * len(counts)]).index


@pytest.mark.parametrize(
    ("hits", "band"), [(3, Band.NOT), (4, Band.WEAK), (5, Band.WEAK), (6, Band.ACCEPTABLE), (7, Band.ACCEPTABLE)]
)
def test_concurrence(hits: int, band: Band) -> None:
    """Six hits are acceptable, four and five weak."""
    found = hitting([hits]).concurrence

    assert (found.value, found.band) == (Fraction(hits), band)


@pytest.mark.parametrize(
    ("hit", "unhit", "band"),
    [(1, 1, Band.ACCEPTABLE), (4, 5, Band.WEAK), (2, 3, Band.WEAK), (3, 5, Band.NOT), (1, 2, Band.NOT)],
)
def test_range(hit: int, unhit: int, band: Band) -> None:
    """Half is acceptable, two fifths weak."""
    found = hitting([1] * hit, unhit).range

    assert (found.value, found.band) == (Fraction(hit, hit + unhit), band)


@pytest.mark.parametrize(
    ("deep", "shallow", "band"), [(1, 1, Band.ACCEPTABLE), (4, 5, Band.WEAK), (2, 3, Band.WEAK), (1, 2, Band.NOT)]
)
def test_depth(deep: int, shallow: int, band: Band) -> None:
    """An item at or above the indicator's level counts, over all hits with two levels."""
    items = [item(f"d{n}", 3 + n % 2, "0") for n in range(deep)] + [item(f"s{n}", 2, "0") for n in range(shallow)]
    (found,) = webb(framework([3], items))

    assert (found.depth.value, found.depth.band) == (Fraction(deep, deep + shallow), band)


def test_unknown_levels_are_counted_and_never_pass() -> None:
    """A hit with one level missing is left out of the share."""
    (some,) = webb(framework([2, None], [item("a", 3, "0", "1"), item("b", None, "0"), item("c", 1, "0")]))
    (none,) = webb(framework([None], [item("a", 3, "0")]))

    assert (some.depth.value, some.known_depth, some.deep_enough, some.unknown_depth) == (Fraction(1, 2), 2, 1, 2)
    assert (none.depth.value, none.depth.band, none.unknown_depth) == (None, None, 1)


def test_an_item_hits_each_of_its_indicators_once() -> None:
    """Main and others count alike; one named twice, or no longer there, adds nothing."""
    (found,) = webb(framework([2, 2], [item("a", 2, "0", "1", "0", "gone")]))

    assert found.hits_by_indicator == (("0", 1), ("1", 1))


@pytest.mark.parametrize(("purpose", "hits"), [(SUMMATIVE, 1), (FORMATIVE, 0), (None, 0)])
def test_only_summative_assessments_count(purpose: AssessmentPurpose | None, hits: int) -> None:
    """Unless all are asked for."""
    made = framework([2], [item("a", 2, "0"), item("lost", 2, "0", of="gone")], purpose)

    assert webb(made)[0].hits == hits
    assert webb(made, formative=True)[0].hits == 1


def test_an_assessment_without_items_leaves_the_numbers_unknown() -> None:
    """No item listed is not the same as no item there; with no assessment at all there are no hits."""
    (waiting,) = webb(framework([2], []))
    (nothing,) = webb(framework([2], [], FORMATIVE))

    assert waiting.waiting == ("test",)
    assert {one.value for one in (waiting.concurrence, waiting.range, waiting.depth, waiting.balance)} == {None}
    assert (nothing.concurrence.value, nothing.concurrence.band, nothing.range.band) == (
        Fraction(0),
        Band.NOT,
        Band.NOT,
    )
    assert (nothing.depth.band, nothing.balance.band) == (None, None)


def test_other_edges_can_be_given() -> None:
    """The edges are conventions."""
    lenient = Bands(concurrence=Edges(Fraction(1), Fraction(2)))
    (found,) = webb(framework([2], [item("a", 2, "0")]), lenient)

    assert found.concurrence.band is Band.WEAK


@given(frameworks())
def test_any_framework_can_be_measured(drawn: Framework) -> None:
    """A line a competency, shares between 0 and 1, and Porter's index or a reason."""
    found = webb(drawn, formative=True)

    assert [one.competency_id for one in found] == list(drawn.competencies)
    shares = [measure.value for one in found for measure in (one.depth, one.range, one.balance)]
    assert all(0 <= share <= 1 for share in shares if share is not None)
    compared = demand(drawn, formative=True)
    assert (compared.porter is None) == bool(compared.reason)
    assert compared.items + compared.items_left_out <= len(drawn.items)
