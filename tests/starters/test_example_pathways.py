"""The example district's pathways: every competency, and the credits of the statute, whatever is chosen."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import chain, combinations, product

import pytest

from workbench.model import Framework, LearningExperience
from workbench.model.values import Coverage, PathwayPurpose, Route
from workbench.project import load_rule_set
from workbench.starters import load_starter

CLASS_OF = 2027
GRADUATION = ("path-comprehensive", "path-career", "path-early-college")


@cache
def example() -> Framework:
    """Return the starter with its readable ids."""
    return load_starter("example").framework


def required(pathway_id: str) -> list[LearningExperience]:
    """Return what every student of a pathway takes."""
    parts = (part for part in example().parts_of(pathway_id) if part.choose is None)
    return [example().experiences[one] for part in parts for one in part.experience_ids]


def assessed(experiences: list[LearningExperience]) -> set[str]:
    """Return the indicators that some of the experiences assess."""
    return set(chain.from_iterable(one.covering(Coverage.ASSESSED) for one in experiences))


def choices(pathway_id: str) -> Iterator[list[LearningExperience]]:
    """Yield each list of experiences with which a student can complete a pathway."""
    parts = example().parts_of(pathway_id)
    offers = [combinations(part.experience_ids, part.choose or len(part.experience_ids)) for part in parts]
    for chosen in product(*offers):
        yield [example().experiences[one] for one in chain.from_iterable(chosen)]


@pytest.mark.parametrize("pathway_id", GRADUATION)
def test_required_parts_reach_every_competency(pathway_id: str) -> None:
    """Whatever a student chooses, each indicator is assessed on the way to graduation."""
    assert assessed(required(pathway_id)) == set(example().indicators)


def test_every_comprehensive_student_meets_all_indicators_in_courses() -> None:
    """The capstone confirms; nothing depends on it alone."""
    courses = [one for one in required("path-comprehensive") if one.route is Route.COURSE]

    assert assessed(courses) == set(example().indicators)


def test_three_pathways_lead_to_graduation_and_one_to_credit() -> None:
    """The four pathways and their purposes."""
    purposes = {one.id: one.purpose for one in example().pathways.ordered()}

    assert purposes == {**dict.fromkeys(GRADUATION, PathwayPurpose.GRADUATION), "path-workplace": "credit"}


@pytest.mark.parametrize("pathway_id", GRADUATION)
def test_any_choice_earns_the_credits_that_the_statute_asks_for(pathway_id: str) -> None:
    """At least 25 credits and the minimum of each area; financial literacy counts in the humanities."""
    rules = next(one for one in load_rule_set("connecticut")["cohorts"] if one["from"] == CLASS_OF)

    for taken in choices(pathway_id):
        areas: dict[str, Decimal] = {}
        for one in {each.id: each for each in taken}.values():
            areas[one.credit_area] = areas.get(one.credit_area, Decimal()) + (one.credits or 0)
        assert sum(areas.values()) >= Decimal(rules["total"]), [one.id for one in taken]
        areas["humanities"] += areas["financial_literacy"]
        assert [key for key, least in rules["minima"].items() if areas.get(key, 0) < Decimal(least)] == []
