"""The example district's courses and other routes: whole, and true to the statute and to their units."""

from functools import cache
from itertools import chain, count

from workbench.checks import CheckInput, check
from workbench.model import Framework, Severity, kind_of
from workbench.model.values import Coverage, CreditBasis, Route
from workbench.project import load_rule_set
from workbench.standards import load_shipped
from workbench.starters import instantiate, load_starter

SCHOOL_DAYS = 180


@cache
def example() -> Framework:
    """Return the starter with its readable ids."""
    return load_starter("example").framework


def test_the_checks_find_only_what_the_readme_tells() -> None:
    """A project that begins with the example has no error, and the three warnings left in on purpose."""
    starter = load_starter("example")
    sets = {key: load_shipped(key) for key in starter.sets}
    numbers = count(1)
    framework = instantiate(starter, sets, lambda: f"id-{next(numbers)}")
    by_id = {one.id: one for one in sets.values()}

    found = check(CheckInput(framework, sets=by_id, rule_set=load_rule_set("connecticut"), as_of="2026-11-23"))

    assert [one.message for one in found if one.severity is Severity.ERROR] == []
    assert [one.code for one in found if one.severity is Severity.WARNING] == ["ASM003"] * 3


def test_what_is_named_is_there() -> None:
    """Each reference leads to a thing of a kind that may stand there."""
    example_things = list(example().things())

    for thing in example_things:
        for name, target in thing.refers_to():
            assert example().get(target).kind in kind_of(thing.kind).spec(name).targets, f"{thing.id}.{name}"


def test_thirty_courses_and_each_route_of_the_statute() -> None:
    """Thirty courses, and something to look at for every other route."""
    routes = [one.route for one in example().experiences.ordered()]

    assert routes.count(Route.COURSE) == 30
    assert set(routes) == set(Route)
    assert {str(one) for one in routes} <= set(load_rule_set("connecticut")["routes"])


def test_each_area_of_the_rule_set_has_something_to_take() -> None:
    """Every credit area is offered, and no other is named."""
    areas = {one["key"] for one in load_rule_set("connecticut")["areas"]}

    assert {one.credit_area for one in example().experiences.ordered()} == areas


def test_credit_rests_on_class_time_in_courses_and_on_mastery_elsewhere() -> None:
    """A course's minutes are worth its credits; other routes count none, and name a policy and a verifier."""
    day = load_rule_set("connecticut")["class_time"]["minutes_per_day"]

    for one in example().experiences.ordered():
        course = one.route is Route.COURSE
        assert one.credit_basis is (CreditBasis.TIME if course else CreditBasis.MASTERY)
        assert one.credits
        assert (one.minutes or 0) >= one.credits * day * SCHOOL_DAYS if course else one.minutes is None, one.id
        assert course or (one.policy and one.verifier and one.provider), one.id


def test_units_fill_the_year_and_hold_every_indicator() -> None:
    """36 weeks, or 18 for half a credit; each indicator of the experience is in one of its units."""
    planned = {unit.experience_id for unit in example().units.ordered()}

    assert len(planned) >= 8
    for one in map(example().experiences.__getitem__, planned):
        units = example().units.by("experience_id", one.id)
        assert sum(unit.weeks or 0 for unit in units) == (36 if (one.credits or 0) >= 1 else 18), one.id
        assert set(chain.from_iterable(unit.indicator_ids for unit in units)) == set(one.indicators), one.id


def test_each_experience_plans_for_support() -> None:
    """No support is told twice, and no experience is without one."""
    supports = example().supports.ordered()

    assert {one.experience_id for one in supports} == set(example().experiences)
    assert len({one.statement for one in supports}) == len(supports)


def test_courses_that_assess_no_indicator_meet_standards_of_their_own() -> None:
    """Six courses and routes rest on direct alignments, and every pathway has one."""
    bare = {one.id for one in example().experiences.ordered() if not one.covering(Coverage.ASSESSED)}
    aligned = {one.subject_id for one in example().alignments.ordered() if one.rationale}

    assert len(bare) == 6
    assert bare | set(example().pathways) <= aligned
