"""How good suggestions are, on real objectives that nothing here was tuned on."""

from __future__ import annotations

import pytest

from benchmarks.suggestions import ranked
from benchmarks.suggestions_data import Objectives, load
from tests.shared import shared_file
from workbench.measures.suggestions import Decision, Index


@pytest.fixture(scope="module")
def objectives() -> Objectives:
    """Return 1,668 objectives with the codes they carry, and 900 candidates."""
    shared_file("opensalt/ccsso_ela.xlsx")
    return load()


def test_suggestions_hold_what_was_promised_on_the_test_half(objectives: Objectives) -> None:
    """The protocol's measures; the best plain baseline has 0.710, 0.898, 0.688, 0.907 and 0.743."""
    index, texts = Index.build(objectives.candidates), objectives.half("test")
    measure, family = objectives.protocol.score, objectives.protocol.family

    graded = {text: ranked(objectives, index, text, graded=True) for text in texts}
    free = {text: ranked(objectives, index, text, graded=False) for text in texts}
    known = measure(graded, objectives.relevant, texts)
    kin = measure(free, objectives.relevant, texts, family)
    exact = measure(free, objectives.relevant, texts)

    assert len(texts) == 830
    assert known[1] >= 0.77
    assert known[5] >= 0.935
    assert kin[1] >= 0.755
    assert kin[5] >= 0.935
    assert exact[5] >= 0.79


def test_a_decision_helps_the_same_idea_in_the_next_grade(objectives: Objectives) -> None:
    """Words that the standard does not use lead to it once a committee aligned their like."""
    index = Index.build(objectives.candidates)
    text, like = "Podcasting jamboree", "A jamboree of podcasting"
    memory = index.remember([Decision(subject_id="ours", text=text, standard_id="W.3.4")])

    before = [one.standard_id for one in index.suggest(like, grades=["4"])]
    after = [one.standard_id for one in index.suggest(like, grades=["4"], memory=memory)]

    assert before[0] != "W.4.4"
    assert after[0] == "W.4.4"
