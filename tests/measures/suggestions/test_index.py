"""Suggestions hold their promises on any texts at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import texts
from workbench.measures.suggestions import Candidate, Decision, Index

READING = Candidate(
    id="r3",
    code="RL.3.2",
    text="Retell a story and name its moral.",
    context=("Literature",),
    grades=frozenset({"3"}),
    parent_id="ideas",
)
CANDIDATES = (
    READING,
    Candidate(
        id="r4",
        code="RL.4.2",
        text="Sum up a story and name its theme.",
        context=("Literature",),
        grades=frozenset({"4"}),
        parent_id="ideas",
    ),
    Candidate(
        id="m3", code="NF.3.1", text="Compare fractions on a line.", grades=frozenset({"3"}), parent_id="numbers"
    ),
    Candidate(id="m4", code="NF.4.9", text="Multiply whole numbers.", grades=frozenset({"4"}), parent_id="numbers"),
    Candidate(id="zh", code="", text="阅读故事并复述"),
    Candidate(id="none", code="", text=""),
)
INDEX = Index.build(CANDIDATES)

candidates = st.lists(
    st.builds(
        Candidate,
        id=st.uuids().map(str),
        code=texts(),
        text=texts(),
        context=st.lists(texts(), max_size=2).map(tuple),
        grades=st.frozensets(st.sampled_from(["K", "1", "9"]), max_size=2),
        parent_id=st.sampled_from(["", "a", "b"]),
        leaf=st.booleans(),
    ),
    max_size=6,
    unique_by=lambda one: one.id,
)


@settings(deadline=None)
@given(candidates, texts(), st.lists(texts(), max_size=2), st.lists(st.tuples(texts(), st.booleans()), max_size=4))
def test_any_texts_give_a_sorted_answer_that_is_the_same_again(
    found: list[Candidate], text: str, grades: list[str], said: list[tuple[str, bool]]
) -> None:
    """Nothing raises, certainties fall and lie between 0 and 1, no standard comes twice, and a second index agrees."""
    decisions = [
        Decision(subject_id="ours", text=words, standard_id=one.id, accepted=accepted)
        for (words, accepted), one in zip(said, found, strict=False)
    ]
    answers = []
    for _ in range(2):
        index = Index.build(found)
        answers.append(index.suggest(text, grades=grades, memory=index.remember(decisions), limit=4))
    shares = [one.certainty for one in answers[0]]

    assert answers[0] == answers[1]
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= one <= 1.000001 for one in shares)
    assert len({one.standard_id for one in answers[0]}) == len(answers[0]) <= 4


@settings(deadline=None)
@given(texts(min_size=1), st.sampled_from(CANDIDATES))
def test_what_was_accepted_for_this_very_text_comes_first(text: str, wanted: Candidate) -> None:
    """Whatever the words say: the committee has spoken."""
    memory = INDEX.remember([Decision(subject_id="ours", text=text, standard_id=wanted.id)])

    found = INDEX.suggest(text, memory=memory)

    assert [one.standard_id for one in found[:1]] in ([], [wanted.id])


def test_what_was_rejected_for_this_very_text_comes_last() -> None:
    """Without the decision it comes first."""
    text = "Retell a story and name its moral."
    memory = INDEX.remember([Decision(subject_id="ours", text=text, standard_id="r3", accepted=False)])

    assert INDEX.suggest(text)[0].standard_id == "r3"
    assert INDEX.suggest(text, memory=memory)[-1].standard_id == "r3"


def test_standards_of_other_grades_are_left_out_while_any_of_the_grade_remain() -> None:
    """A grade that no standard has leaves all of them in."""
    third = [one.standard_id for one in INDEX.suggest("Retell a story", grades=["Grade 3"])]
    tenth = [one.standard_id for one in INDEX.suggest("Retell a story", grades=["10"])]

    assert third == ["r3", "m3"]
    assert len(tenth) == len(CANDIDATES)


def test_reasons_name_words_grades_neighbours_and_what_was_learnt() -> None:
    """Each reason is plain data for a room to word."""
    memory = INDEX.remember([Decision(subject_id="retelling", text="Retells stories in order", standard_id="r4")])

    everywhere = replace(READING, grades=frozenset({"10", "9", "K"}))
    found = INDEX.suggest("Retells stories with a moral", grades=["3-5"], memory=memory, near=["m4", "r4"])
    first = next(one for one in found if one.standard_id == "r3")

    assert first.shared_words == ("retells", "moral")
    assert first.grades == ("3",)
    assert Index.build([everywhere]).suggest("Retell", grades=["K-12"])[0].grades == ("K", "9", "10")
    assert first.neighbours == ("r4",)
    assert first.learnt_from == ("retelling",)


def test_a_standard_can_be_left_out() -> None:
    """What a thing is aligned to already is not suggested again."""
    found = INDEX.suggest("Retell a story and name its moral.", without={"r3"})

    assert "r3" not in {one.standard_id for one in found}


@pytest.mark.parametrize("text", ["复述这个故事", "故事"])
def test_words_without_spaces_are_compared_by_character(text: str) -> None:
    """Chinese has no spaces."""
    assert INDEX.suggest(text)[0].standard_id == "zh"


def test_a_very_long_text_is_read_in_part() -> None:
    """A megabyte pasted into a cell delays nothing and matches by how it begins."""
    huge = replace(READING, id="huge", text=READING.text + " word" * 200_000)

    found = Index.build([huge, *CANDIDATES[1:]]).suggest("Retell a story and its moral" + " x" * 500_000, limit=1)

    assert [one.standard_id for one in found] == ["huge"]


def test_nothing_to_suggest_from_is_no_error() -> None:
    """An empty set, and a text without words."""
    assert Index.build([]).suggest("Retell a story") == ()
    assert INDEX.suggest(" \u202e ?") == ()
    assert INDEX.suggest("Retell", limit=0) == ()


def test_words_that_often_go_together_are_a_reason() -> None:
    """The standard's word stands beside ours; weak pairs and plain words are no reason."""
    weights = replace(INDEX.weights, vocabulary={"summar": {"moral": 2.0, "retell": 0.1, "a": 3.0}})

    first = Index.build(CANDIDATES, weights=weights).suggest("Summarise it", grades=["3"])[0]

    assert first.standard_id == "r3"
    assert first.related_words == (("summarise", "moral"),)
