"""The example district's assessments: scored with common criteria, twice or more, where it is taught."""

from functools import cache
from itertools import chain

from workbench.model import Assessment, Framework
from workbench.model.values import AssessmentPurpose, Coverage
from workbench.starters import load_starter

UNSCORED = {"Rights in court": "cc-1a", "Statistical investigation": "cc-2d", "Short documentary": "cc-4c"}
IN_ONE_COURSE = {"ma-3a", "ma-3b", "sci-1b", "sci-1d", "sci-1e", "sci-2a", "sci-2b", "ss-2a", "ss-3b", "ss-3c"}


@cache
def example() -> Framework:
    """Return the starter with its readable ids."""
    return load_starter("example").framework


def summative() -> tuple[Assessment, ...]:
    """Return the summative assessments."""
    return example().assessments.by("purpose", AssessmentPurpose.SUMMATIVE)


def scored(assessment: Assessment) -> set[str]:
    """Return the ids of the things whose criteria an assessment uses."""
    return {example().criteria[one].subject_id for one in assessment.criterion_ids}


def test_what_is_left_unscored_is_what_the_readme_tells() -> None:
    """The three assessments that are warned about on purpose, and the indicator that each leaves unscored."""
    left = {one.name: set(one.indicator_ids) - scored(one) for one in summative()}

    assert {name: ids for name, ids in left.items() if ids} == {name: {one} for name, one in UNSCORED.items()}


def test_an_experience_assesses_what_its_summative_assessments_score() -> None:
    """The mark "assessed" and the scored indicators of the assessments used there are the same."""
    for one in example().experiences.ordered():
        used = [assessment for assessment in summative() if one.id in assessment.experience_ids]
        assert set(one.covering(Coverage.ASSESSED)) == set(chain.from_iterable(map(scored, used))), one.id


def test_nothing_is_assessed_that_is_not_taught_there() -> None:
    """Whatever an assessment gives evidence of is developed in each experience that uses it."""
    for assessment in example().assessments.ordered():
        for one in assessment.experience_ids:
            taught = example().experiences[one].covering(Coverage.DEVELOPED)
            assert set(assessment.indicator_ids) <= set(taught), f"{assessment.id} in {one}"


def test_no_habit_of_work_is_in_an_assessment() -> None:
    """Every criterion that an assessment uses is an indicator's."""
    used = set(chain.from_iterable(map(scored, example().assessments.ordered())))

    assert used == set(example().indicators)


def test_students_meet_each_indicator_in_two_summative_assessments() -> None:
    """Two or more chances each; for all but the ten that the README tells of, in two experiences."""
    uses = {one: [each for each in summative() if one in scored(each)] for one in example().indicators}
    places = {one: set(chain.from_iterable(each.experience_ids for each in used)) for one, used in uses.items()}

    assert min(map(len, uses.values())) >= 2
    assert {one for one, where in places.items() if len(where) == 1} == IN_ONE_COURSE


def test_items_ask_for_what_their_assessment_shows() -> None:
    """An item's main and other indicators are among its assessment's, and each of these has an item."""
    for assessment_id in dict.fromkeys(item.assessment_id for item in example().items.ordered()):
        items = example().items.by("assessment_id", assessment_id)
        hit = {one for item in items for one in (item.primary_id, *item.secondary_ids)}
        assert hit == set(example().assessments[assessment_id].indicator_ids)
