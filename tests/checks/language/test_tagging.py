"""Our quicker tagger says what HanTa's own says."""

from collections.abc import Iterable, Iterator
from functools import cache

import pytest
from HanTa.HanoverTagger import HanoverTagger
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.district import large_district, standards
from tests.shared import shared_file
from workbench.checks.language.reading import written
from workbench.checks.language.tagging import Tagger
from workbench.model import Framework
from workbench.starters import load_starter

WORDS = ["States", "a", "claim", "and", "evaluates", "Paris", "I", "'", "n't", "3.5", "—", "models", "zyx", "of", "["]


@cache
def taggers() -> tuple[HanoverTagger, Tagger]:
    """Return HanTa's own tagger and ours."""
    return HanoverTagger("morphmodel_en.pgz"), Tagger("morphmodel_en.pgz")


def sentences(framework: Framework) -> Iterator[list[str]]:
    """Yield the sentences of all that people state or describe, as words."""
    for one in framework.things():
        texts = [getattr(one, "statement", ""), *getattr(one, "descriptors", {}).values()]
        yield from ([*row] for text in texts for row in written(text))


def assert_same(every: Iterable[list[str]]) -> None:
    """Each sentence has the same lemmas and tags from both."""
    theirs, ours = taggers()
    for row in every:
        assert ours.tag_sent(row) == theirs.tag_sent(row)


def test_the_example_is_tagged_the_same() -> None:
    """Word for word."""
    found = [*sentences(load_starter("example").framework)]

    assert len(found) > 100
    assert_same(found)


@pytest.mark.slow
def test_a_large_district_is_tagged_the_same() -> None:
    """The texts of the benchmark."""
    shared_file("courses/tesd_course_catalog.json")

    assert_same(sentences(large_district(0.2, standards())))


@given(st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=12), min_size=1, max_size=12))
def test_any_words_are_tagged_the_same(row: list[str]) -> None:
    """Signs, other scripts, words without sense."""
    assert_same([row])
