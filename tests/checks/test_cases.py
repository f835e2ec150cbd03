"""Each rule does what its case file says, and what its page shows."""

from pathlib import Path

import pytest

from workbench.checks import RULES, check
from workbench.checks.page import page_of
from workbench.testing import Case, assert_flags, input_of, load_cases

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case.name}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in load_cases(path)
]


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_flags_what_it_names(code: str, case: Case) -> None:
    """A rule finds the things that its case names, and says what the case says."""
    found = assert_flags(code, case.given, case.fires)

    if case.says:
        assert tuple(finding.message for finding in found) == case.says


@pytest.mark.parametrize("code", RULES)
def test_each_rule_has_cases_of_all_four_sorts(code: str) -> None:
    """Each rule has a case that fires, one that is quiet, one at its border and one that it knowingly misses."""
    cases = load_cases(FOLDER / f"{code}.yaml")

    assert {case.sort for case in cases} == {"fires", "quiet", "border", "miss"}
    assert len({case.name for case in cases}) == len(cases)
    assert all(case.name.endswith(".") for case in cases)
    assert not any(case.border and case.miss for case in cases)


def test_every_case_file_is_of_a_rule() -> None:
    """No case file is left of a rule that is gone or was renamed."""
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(RULES)


@pytest.mark.parametrize("code", RULES)
def test_the_examples_of_a_page_do_what_they_show(code: str) -> None:
    """The framework under "Flagged" is flagged, and the one under "Instead" is not."""
    page = page_of(RULES[code])

    assert check(input_of(page.example("Flagged")), [code])
    assert check(input_of(page.example("Instead")), [code]) == ()
    assert page.example("Instead")
