"""The example's indicators and criteria obey the writing rules, and no sentence of it is copied."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

import pytest

from tests.shared import shared_file
from tests.standards_data.lists import coherence_map, ela_workbook, words
from workbench.model import Framework
from workbench.model.fields import Form
from workbench.starters import load_starter

COPIED_RUN = 6  # as many words of a source in a row are a copy
DEFICIT = (
    "no not cannot fails lacks lacking missing without "
    "unable little limited incomplete minimal poor weak struggles insufficient only"
)
QUANTITY = (
    "some few many most several all none numerous always usually often "
    "sometimes rarely never consistently frequently more less"
)
QUALITY = (
    "clearly effectively thoroughly adequately partially somewhat fully basic simple good "
    "excellent strong insightful sophisticated appropriate accurate"
)
PERFECTION = "every perfect perfectly flawless complete completely"
TASK = "essay poster slide slides quiz test tests worksheet paragraph page assignment chapter your homework"
BEHAVIOUR = "effort participates participation neat neatly late"
STOP = (
    "a an the of to in on by for from with that which it its is are be as at and or so what how one’s their who "
    "whom when"
)


@cache
def example() -> Framework:
    """Read the example once for all tests."""
    return load_starter("example").framework


def academic_texts() -> Iterator[tuple[str, str]]:
    """Yield where and what, for each competency, indicator and descriptor that scores academic learning."""
    framework = example()
    for competency in framework.competencies.ordered():
        yield competency.id, competency.statement
    for indicator in framework.indicators.ordered():
        yield indicator.id, indicator.statement
        for criterion in framework.criteria_of(indicator.id):
            yield from ((f"{criterion.id}.{level}", text) for level, text in criterion.descriptors.items())


def stems(text: str) -> list[str]:
    """Give the words that carry meaning, without their endings."""
    plain = [word for word in re.findall(r"[\w’-]+", text.lower()) if word not in STOP.split()]
    return [re.sub(r"(ies|ing|ed|es|s|e|y)$", "", word) for word in plain]


@pytest.mark.parametrize("banned", [DEFICIT, QUANTITY, QUALITY, PERFECTION, TASK, BEHAVIOUR])
def test_no_word_of_the_lists(banned: str) -> None:
    """What students can do is told by its quality, task-neutral, with no shortfall, count or praise."""
    found = [(where, set(words(text)) & set(banned.split())) for where, text in academic_texts()]

    assert [hit for hit in found if hit[1]] == []


def test_statements_are_one_sentence_of_a_fair_length() -> None:
    """One sentence each, of 6 to 36 words, with its full stop at the end."""
    shapes = {where: (text.find("."), len(text.split())) for where, text in academic_texts()}
    ends = {where: len(text) - 1 for where, text in academic_texts()}

    assert [where for where, (stop, _) in shapes.items() if stop != ends[where]] == []
    assert [where for where, (_, count) in shapes.items() if not 6 <= count <= 36] == []


def test_the_proficient_level_says_the_whole_indicator() -> None:
    """Level 3 opens with the indicator's own verb and leaves out nothing that the indicator names."""
    framework = example()
    for indicator in framework.indicators.ordered():
        [criterion] = framework.criteria_of(indicator.id)
        asked, told = stems(indicator.statement), stems(criterion.descriptors["3"])

        assert told[0] == asked[0], indicator.id
        assert set(asked) - set(told) == set(), indicator.id


def test_levels_have_one_form() -> None:
    """Each descriptor opens with a verb in the third person, so that the levels read as a row."""
    openings = {where: text.split()[0] for where, text in academic_texts() if "-k." in where}

    assert {where: word for where, word in openings.items() if not re.fullmatch(r"[A-Z][a-z]+s", word)} == {}


def test_indicators_have_one_form() -> None:
    """Each indicator opens with a bare verb: no "Students will", no "I can"."""
    openings = {one.statement.split()[0] for one in example().indicators.ordered()}

    assert {word for word in openings if word.endswith("s") or not re.fullmatch("[A-Z][a-z]{2,}", word)} == set()


def runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    """Give each run of words of the texts that is long enough to be a copy."""
    listed = [words(text) for text in texts]
    return {tuple(one[i : i + COPIED_RUN]) for one in listed for i in range(len(one) - COPIED_RUN + 1)}


def prose(name: str, *kinds: str) -> list[str]:
    """Give each text of a starter's things, or of those ``kinds``; the credits name owners and are left out."""
    texts: list[str] = []
    for thing in load_starter(name).framework.things():
        if kinds and thing.kind not in kinds:
            continue
        for field, spec, value in thing.filled():
            if field != "licence" and spec.form in {Form.TEXT, Form.LINE}:
                texts.append(value)
            elif spec.form is Form.TEXTS:
                texts.extend(value.values())
    return texts


@pytest.mark.parametrize("name", ["example", "connecticut"])
def test_no_sentence_of_the_brief(name: str) -> None:
    """The brief's structure carries over, its wording does not."""
    brief = shared_file("../brief/brief-4-mastery-based-learning.txt").read_text(encoding="utf-8")

    assert runs(prose(name)) & runs([brief]) == set()


def test_no_sentence_of_the_common_core() -> None:
    """No competency, indicator, target, criterion or rationale holds six words in a row of an official standard."""
    official = [*coherence_map("math").values(), *coherence_map("ela").values(), *ela_workbook().values()]
    ours = prose("example", "competency", "indicator", "target", "criterion", "alignment")

    assert runs(ours) & runs(official) == set()


def test_a_copy_is_found() -> None:
    """The guard sees a copied run inside a longer sentence of ours."""
    source = "Count the blue boats that leave the harbor before noon."

    assert runs(["Here we count the blue boats that leave the harbor, too."]) & runs([source])
    assert not runs(["Boats leave early."]) & runs([source])
