"""The example district is whole: everything it refers to is there, and each part has what it needs."""

from collections import Counter
from functools import cache

import pytest

from tests.standards_data.lists import leaves
from workbench.model import Framework, Indicator
from workbench.model.values import Reach
from workbench.starters import load_starter

CONTENT_AREAS = {"English language arts", "Mathematics", "Science", "Social studies"}


@cache
def example() -> Framework:
    """Read the example once for all tests."""
    return load_starter("example").framework


def area_of(indicator: Indicator) -> str:
    """Give the content area of an indicator's competency."""
    return example().competencies[indicator.competency_id].area


def test_every_reference_resolves() -> None:
    """Whatever a thing points at is in the example."""
    framework = example()
    known = {thing.id for thing in framework.things()}

    lost = [(thing.id, field, target) for thing in framework.things() for field, target in thing.refers_to()]

    assert [reference for reference in lost if reference[2] not in known] == []


def test_everything_is_ready() -> None:
    """The checks look at the whole example, since nothing in it is a draft."""
    assert [thing.id for thing in example().things() if not thing.ready] == []


def test_codes_are_given_once() -> None:
    """No two things of one kind carry the same code."""
    codes = Counter((thing.kind, thing.code) for thing in example().things() if thing.code)

    assert [code for code, times in codes.items() if times > 1] == []


def test_every_alignment_cites_a_standard_of_a_listed_set() -> None:
    """An alignment names a standard proper, in a set that the starter brings along."""
    starter = load_starter("example")
    offered = {(key, item["code"]) for key in starter.sets for item in leaves(key)}

    cited = {(one.set_id, one.standard_id) for one in starter.framework.alignments.ordered()}

    assert cited - offered == set()


def test_every_indicator_is_aligned_with_a_reason() -> None:
    """Each indicator rests on a standard, and each alignment says why."""
    framework = example()
    bare = [one.id for one in framework.indicators.ordered() if not framework.alignments_of(one.id)]

    assert bare == []
    assert [one.id for one in framework.alignments.ordered() if not one.rationale] == []


def test_competencies_of_each_area() -> None:
    """Five cross-curricular competencies and three to five in each of four content areas."""
    framework = example()
    content = Counter(one.area for one in framework.competencies.by("reach", Reach.CONTENT))

    assert len(framework.competencies.by("reach", Reach.CROSS)) == 5
    assert set(content) == CONTENT_AREAS
    assert all(3 <= count <= 5 for count in content.values())


def test_indicators_of_each_competency() -> None:
    """Three to six indicators a competency, one of them at depth of knowledge 3 or more."""
    framework = example()
    depths = {one.id: [i.dok or 0 for i in framework.indicators_of(one.id)] for one in framework.competencies.ordered()}

    assert [key for key, found in depths.items() if not 3 <= len(found) <= 6] == []
    assert [key for key, found in depths.items() if max(found) < 3] == []
    assert 75 <= len(framework.indicators) <= 85


def test_competencies_say_why_they_were_chosen() -> None:
    """Endurance, leverage and readiness each have a reason."""
    unexplained = [c.id for c in example().competencies.ordered() if not (c.endurance and c.leverage and c.readiness)]

    assert unexplained == []


def test_each_portrait_attribute_has_a_cross_curricular_competency() -> None:
    """The six attributes and the cross-curricular competencies meet both ways."""
    framework = example()
    cross = framework.competencies.by("reach", Reach.CROSS)
    attributes = {attribute.id for attribute in framework.attributes.ordered()}

    assert len(attributes) == 6
    assert {key for competency in cross for key in competency.attribute_ids} == attributes
    assert [competency.id for competency in cross if not competency.attribute_ids] == []


@pytest.mark.parametrize("kind", ["indicators", "habits"])
def test_one_full_row_of_criteria(kind: str) -> None:
    """Each indicator and each habit has one scoring criterion with a descriptor for each level of its scale."""
    framework = example()
    for subject in getattr(framework, kind).ordered():
        [criterion] = framework.criteria_of(subject.id)

        assert (subject.id, list(criterion.descriptors)) == (subject.id, ["1", "2", "3", "4"])
        assert list(framework.scales[criterion.scale_id].levels) == ["1", "2", "3", "4"]
        assert criterion.element


def test_cognitive_levels_were_confirmed_by_a_committee_member() -> None:
    """Depth of knowledge and Bloom level are given, and whoever confirmed them is in the acknowledgements."""
    framework = example()
    thanked = framework.district.acknowledgements
    for indicator in framework.indicators.ordered():
        assert indicator.dok in range(1, 5)
        assert indicator.bloom is not None
        assert indicator.dok_confirmed_by
        assert indicator.dok_confirmed_by in thanked
        assert indicator.bloom_confirmed_by in thanked


def test_indicator_codes_follow_their_competency() -> None:
    """SC.1a belongs to SC.1."""
    framework = example()
    codes = {one.code: framework.competencies[one.competency_id].code for one in framework.indicators.ordered()}

    assert [code for code, owner in codes.items() if code[:-1] != owner] == []


@pytest.mark.parametrize("name", ["example", "connecticut"])
def test_the_structure_of_the_brief(name: str) -> None:
    """Four design questions with guidance and four beliefs with 4, 3, 6 and 3 practices, one four-level scale."""
    framework = load_starter(name).framework
    [scale] = framework.scales.ordered()

    assert [len(framework.practices_of(belief.id)) for belief in framework.beliefs.ordered()] == [4, 3, 6, 3]
    assert [bool(one.guidance) for one in framework.design_questions.ordered()] == [True] * 4
    assert (list(scale.levels), list(scale.meanings), scale.proficient) == (list("1234"), list("1234"), 3)
    assert "Brief 4" in framework.district.licence


def test_the_example_answers_what_connecticut_leaves_open() -> None:
    """The example has an answer to each question, and an owner and evidence for each practice."""
    example_district, connecticut = example(), load_starter("connecticut").framework

    assert all(one.answer for one in example_district.design_questions.ordered())
    assert all(one.owner and one.evidence for one in example_district.practices.ordered())
    assert not any(one.answer for one in connecticut.design_questions.ordered())
    assert not connecticut.competencies


def test_science_mathematics_and_english_rest_on_the_owners_lists() -> None:
    """Each content-area indicator cites the list of its own subject."""
    expected = {"Science": "ngss-hs", "Mathematics": "ccss-math-hs", "English language arts": "ccss-ela-9-12"}
    expected |= {"Social studies": "local-social-studies", "": "local-cross-curricular"}
    framework = example()
    for indicator in framework.indicators.ordered():
        cited = {one.set_id for one in framework.alignments_of(indicator.id)}

        assert expected[area_of(indicator)] in cited, indicator.id
