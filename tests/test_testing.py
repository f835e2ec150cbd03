"""The helpers that we hand to people who write rules or frameworks of their own."""

from pathlib import Path

import pytest

from workbench.checks import CheckInput
from workbench.errors import BadEdit, BadFile
from workbench.testing import assert_flags, framework_of, input_of, load_cases

BARE_BELIEF = "beliefs: [{id: b1, title: Everyone can learn}]"


def test_a_framework_is_written_as_yaml_or_as_a_mapping() -> None:
    """Both are the one JSON form."""
    assert framework_of(BARE_BELIEF) == framework_of({"beliefs": [{"id": "b1", "title": "Everyone can learn"}]})
    assert not list(framework_of("").things())


def test_a_framework_with_a_mistake_is_refused() -> None:
    """The place of the mistake is named."""
    with pytest.raises(BadEdit, match="Entry 1 of “beliefs”"):
        framework_of("beliefs: [{title: no identifier}]")


def test_standard_sets_stand_beside_the_framework() -> None:
    """A set is written as the identifiers of its standards."""
    found = input_of({"sets": {"math": ["N-Q.1"]}, "beliefs": []})

    assert [*found.sets["math"].by_id] == ["N-Q.1"]
    assert found.drafts


def test_assert_flags_returns_what_was_found() -> None:
    """A test can go on to look at the words."""
    (found,) = assert_flags("belief-without-practice", framework_of(BARE_BELIEF), ["b1"])

    assert found.message == "The belief “Everyone can learn” has no practices."


def test_assert_flags_tells_what_was_found_instead() -> None:
    """A failing test shows the messages, not only ids."""
    with pytest.raises(AssertionError, match=r"was to find \['b2'\]; it found \['b1'\]:\n  b1: The belief “Everyone"):
        assert_flags("STR006", BARE_BELIEF, ["b2"])
    with pytest.raises(AssertionError, match="nothing"):
        assert_flags("STR001", BARE_BELIEF, ["b1"])


def test_assert_flags_takes_an_input_as_it_is() -> None:
    """Drafts stay quiet where the input says so."""
    assert assert_flags("STR006", CheckInput(framework_of(BARE_BELIEF)), []) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: one", "must be a list"),
        ("- {framework: {}}", "Case 1 of .* must be a mapping with a name"),
        ("- {name: one, quiet: true, fires: [b1]}", "must either name what fires"),
        ("- {name: one}", "must either name what fires"),
        ("- {name: one, quiet: true, miss: true}", "must either name what fires"),
        ("- {name: one, quiet: true, bordr: true}", "unknown key “bordr”. Choose from: border"),
    ],
)
def test_a_case_file_with_a_mistake_is_refused(tmp_path: Path, text: str, expected: str) -> None:
    """A mistyped key would otherwise make a case that tests nothing."""
    path = tmp_path / "STR006.yaml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(BadFile, match=expected):
        load_cases(path)


def test_cases_are_read_with_their_sets_and_drafts(tmp_path: Path) -> None:
    """A case says all that a check is given."""
    path = tmp_path / "STR006.yaml"
    path.write_text("- {name: one, sets: {s: [x]}, drafts: false, fires: [b1], says: [Words.]}", encoding="utf-8")

    (found,) = load_cases(path)

    assert (found.fires, found.says, found.border, found.given.drafts) == (("b1",), ("Words.",), False, False)
    assert [*found.given.sets] == ["s"]
