"""Each rule does what its case file says, and what its page shows."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.checks import RULES, check
from workbench.checks.page import page_of
from workbench.model.framework import Framework
from workbench.model.table import Table
from workbench.model.values import Texts
from workbench.testing import Case, assert_flags, input_of, load_cases

FOLDER = Path(__file__).parent / "cases"
CASES = [
    pytest.param(path.stem, case, id=f"{path.stem}: {case.name}")
    for path in sorted(FOLDER.glob("*.yaml"))
    for case in load_cases(path)
]

OWN_WORDS = {
    "pathway": "route",
    "part": "stage",
    "experience": "course",
    "attribute": "trait",
    "habit": "work habit",
    "target": "learning goal",
    "criterion": "rubric row",
    "scale": "yardstick",
    "belief": "conviction",
    "practice": "commitment",
    "assessment": "demonstration",
}
USUAL_WORDS = (
    "pathway", "learning experience", "portrait attribute", "habit of work", "habits of work", "learning target",
    "scoring criteri", "scoring scale", "belief", "practice", "summative assessment", "and assessments",
)  # fmt: skip
BEHIND_AN_ARTICLE = {
    "HOW002": "Keep it as a habit of work",
    "PTH001": "in a learning experience of this",
    "RUB004": "Add a scoring scale",
    "SYS010": "a course in a pathway",
}
"""What remedies say in our words, by rule, since the article before them would go by the district's."""

AS_SHOWN = re.compile("“unnamed [^”]*”|(under|setting) “[^”]*”")
"""A thing without a name, and the label of a field or a setting: as they are everywhere, not in messages alone."""


@pytest.mark.parametrize(("code", "case"), CASES)
def test_a_case_flags_what_it_names(code: str, case: Case) -> None:
    """A rule finds the things that its case names, and says what the case says."""
    found = assert_flags(code, case.given, case.fires)

    if case.says:
        assert tuple(finding.message for finding in found) == case.says


@pytest.mark.parametrize("code", RULES)
def test_a_finding_is_in_the_words_of_the_district(code: str) -> None:
    """Whatever any of its cases finds is said without our words for what the district calls otherwise."""
    said, behind = set[str](), BEHIND_AN_ARTICLE.get(code, "")
    for case in load_cases(FOLDER / f"{code}.yaml"):
        for finding in check(replace(case.given, framework=_in_own_words(case.given.framework)), [code]):
            said |= {AS_SHOWN.sub("", text).replace(behind, "") for text in (finding.message, finding.remedy)}

    assert said
    assert [text for text in sorted(said) if any(word in text.casefold() for word in USUAL_WORDS)] == []


def _in_own_words(framework: Framework) -> Framework:
    """Return a framework of a district that has words of its own for kinds of things."""
    district = framework.district
    renamed = replace(district, id=district.id or "d", terms=Texts(OWN_WORDS))
    others = framework.districts.ordered()[1:]
    return replace(framework, districts=Table([renamed, *others]))


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
