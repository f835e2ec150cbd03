"""What single people say of alignments, apart from what is agreed."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.errors import BadEdit
from workbench.model import Judgement
from workbench.store import Store

ANA = Judgement(
    person="ana",
    subject_id="i1",
    set_id="s",
    standard_id="x",
    strength="full",
    rationale="It asks for it.",
    at="2026-11-25T10:00:00Z",
)


def test_each_person_has_one_say_and_the_latest_counts(store: Store, path: Path) -> None:
    """Another person's judgement stands beside it; other things of ours are not told."""
    store.judge(ANA)
    store.judge(replace(ANA, strength="partial", at="2026-11-25T11:00:00Z"))
    store.judge(replace(ANA, person="ben", strength="none", at="2026-11-25T10:30:00Z"))
    store.judge(replace(ANA, subject_id="i2"))

    with Store.open(path) as other:
        said = [(one.person, one.strength) for one in other.judgements("i1")]
    assert said == [("ben", "none"), ("ana", "partial")]


def test_a_judgement_can_be_taken_back(store: Store) -> None:
    """Only that person's, only of that standard."""
    store.judge(ANA)
    store.judge(replace(ANA, standard_id="y"))
    store.judge(ANA, take_back=True)

    assert [one.standard_id for one in store.judgements("i1")] == ["y"]


def test_an_unknown_strength_is_refused_in_words(store: Store) -> None:
    """And nothing is noted."""
    with pytest.raises(BadEdit, match="Choose from: full, partial, none"):
        store.judge(replace(ANA, strength="mostly"))

    assert store.judgements("i1") == ()
