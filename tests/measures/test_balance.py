"""How evenly class time, credits and assessments are spread over priority standards: by hand, and for any framework."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from hypothesis import given

from tests.measures.covered import SET, aligned, framework
from tests.strategies import frameworks
from workbench.measures.balance import Balance, balance
from workbench.model import Framework, from_json

S1, S2, S8 = ((SET, f"s{number}") for number in (1, 2, 8))
"""In the small framework SC.1 leads to S1 and S2, SC.2 to S2 and S8; both have priority."""


def course(**fields: Any) -> dict[str, Any]:
    """Return one more course."""
    return {"id": "art", "title": "Art", **fields}


def of(**more: list[dict[str, Any]]) -> Balance:
    """Return the balance of the small framework with more in it."""
    return balance(framework(**more))


def test_priority_standards_are_those_of_priority_indicators() -> None:
    """What leads from a supporting indicator is none."""
    assert of().standards == (S1, S2, S8)


def test_class_time_goes_evenly_over_indicators_and_then_standards() -> None:
    """Of 120 minutes SC.1 and SC.2 get 40 each, and the supporting CC.1 40: S2 gets 20 twice."""
    found = of(experiences=[course(minutes=120, indicators={"i1": "introduced", "i2": "developed", "i3": "assessed"})])

    assert found.minutes.amounts == {S1: 20, S2: 40, S8: 20}
    assert [found.minutes.whole, found.minutes.placed] == [120, 80]
    # Shares 1/4, 1/2, 1/4 against a third each: 1 - (1/12 + 1/6 + 1/12) / 2.
    assert found.minutes.balance == Fraction(5, 6)
    assert found.minutes.shares[S2] == Fraction(1, 2)
    assert (found.minutes.givers, found.minutes.silent) == (1, 2)


def test_units_spread_class_time_by_their_weeks() -> None:
    """Three weeks of SC.1 and one of SC.2; a unit without weeks or indicators takes nothing."""
    units: list[dict[str, Any]] = [
        {"id": "u1", "experience_id": "art", "weeks": "3", "indicator_ids": ["i1"]},
        {"id": "u2", "experience_id": "art", "weeks": "1", "indicator_ids": ["i2"]},
        {"id": "u3", "experience_id": "art", "weeks": "9"},
        {"id": "u4", "experience_id": "art", "indicator_ids": ["i2"]},
    ]
    found = of(experiences=[course(minutes=80, indicators={"i3": "assessed"})], units=units)

    assert found.minutes.amounts == {S1: 30, S2: 40, S8: 10}


def test_credits_are_exact() -> None:
    """A third of a half credit is a sixth, and not 0.1667."""
    marks = {"i1": "assessed", "i2": "assessed", "i3": "assessed"}
    found = of(experiences=[course(credits="0.5", indicators=marks)])

    assert found.credits.amounts == {S1: Fraction(1, 12), S2: Fraction(1, 6), S8: Fraction(1, 12)}


def test_summative_assessments_count_one_each() -> None:
    """The Fair is of SC.1, the quiz is formative, the exam of what has no priority."""
    found = of()

    assert found.assessments.amounts == {S1: Fraction(1, 2), S2: Fraction(1, 2), S8: 0}
    assert [found.assessments.whole, found.assessments.placed] == [2, 1]
    # Halves and nothing against thirds: 1 - (1/6 + 1/6 + 1/3) / 2.
    assert found.assessments.balance == Fraction(2, 3)


def test_what_reaches_nothing_has_no_balance() -> None:
    """It is not known, which is neither good nor bad."""
    found = of(experiences=[course(minutes=60, indicators={"gone": "assessed"})])

    assert [found.minutes.whole, found.minutes.placed, found.minutes.balance] == [60, 0, None]
    assert found.minutes.shares == {}


def test_priority_indicators_without_a_standard_are_named() -> None:
    """Their part reaches nothing."""
    more = [{"id": "i9", "competency_id": "c1", "title": "Draw", "priority": "priority"}]

    assert of(indicators=more).unaligned == ("i9",)


def test_the_same_for_each_is_one() -> None:
    """One indicator of one standard each."""
    tables: dict[str, Any] = {
        "indicators": [{"id": name, "title": name, "priority": "priority"} for name in ("a", "b")],
        "alignments": [*aligned("a", 1), *aligned("b", 2)],
        "experiences": [course(credits="1", indicators={"a": "assessed", "b": "assessed"})],
    }

    assert balance(from_json(tables)).credits.balance == 1


@given(
    frameworks(kinds=("competency", "indicator", "assessment", "experience", "unit", "alignment", "priority_standard"))
)
def test_nothing_is_made_or_lost(drawn: Framework) -> None:
    """All that is given is there, no more is placed, and a balance lies between 1/n and 1."""
    found = balance(drawn)

    assert found.minutes.whole == sum(one.minutes or 0 for one in drawn.experiences.values())
    assert found.credits.whole == sum(Fraction(one.credits or 0) for one in drawn.experiences.values())
    for spread in (found.minutes, found.credits, found.assessments):
        assert 0 <= spread.placed <= spread.whole
        assert tuple(spread.amounts) == found.standards
        if spread.balance is not None:
            assert Fraction(1, len(found.standards)) <= spread.balance <= 1


def test_the_standards_that_the_committee_chose_take_the_place_of_those_of_indicators() -> None:
    """One that gets nothing counts; what an indicator gives to others is placed nowhere."""
    chosen = [{"id": f"p{n}", "set_id": SET, "standard_id": f"s{n}"} for n in (2, 9)]
    marks = {"i1": "assessed", "i2": "assessed", "i3": "assessed"}
    found = of(experiences=[course(credits="3", indicators=marks)], priority_standards=chosen)

    assert found.chosen
    assert found.standards == (S2, (SET, "s9"))
    # SC.1 and SC.2 have a credit each, and give half of it to S2.
    assert found.credits.amounts == {S2: 1, (SET, "s9"): 0}
    assert [found.credits.whole, found.credits.placed, found.credits.balance] == [3, 1, Fraction(1, 2)]
    assert found.unaligned == ()
