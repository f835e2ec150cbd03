"""Ranges are read as people write them, and the defaults hold where there is none."""

import pytest

from workbench.checks.settings import RANGES, Range, range_of, read_range
from workbench.model import Framework
from workbench.testing import framework_of


@pytest.mark.parametrize("written", ["4-8", " 4 - 8 ", "4–8", "4 to 8"])
def test_a_range_is_read_as_people_write_it(written: str) -> None:
    """A hyphen, a dash and a word are all the same."""
    assert read_range(written, "Levels") == Range("Levels", 4, 8)


@pytest.mark.parametrize("written", ["", "8-4", "4", "four to eight", "4-8-9", "٤-٨", "-1-3", "99999-100000"])
def test_what_is_no_range_is_not_guessed_at(written: str) -> None:
    """The default counts instead, and a rule of its own says so."""
    assert read_range(written, "Levels") is None


def test_the_defaults_are_those_of_the_architecture() -> None:
    """4 to 8 cross-curricular competencies, 3 to 8 an area, 3 to 10 indicators each, and so on."""
    found = [range_of(Framework(), key).words for key in RANGES]

    assert found == ["4 to 8", "3 to 8", "3 to 10", "3 to 5", "5 to 35", "2 to 99"]


def test_the_districts_own_range_counts() -> None:
    """Both ends belong to it."""
    framework = framework_of("districts: [{id: d, settings: {levels: 2-4}}]")
    found = range_of(framework, "levels")

    assert [number in found for number in (1, 2, 4, 5)] == [False, True, True, False]
    assert Range("Levels", 4, 4).words == "4"
