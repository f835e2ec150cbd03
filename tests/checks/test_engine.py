"""The engine: sorted, deterministic, quiet about drafts, and rules that read only what they say they read."""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import frameworks
from workbench.checks import RULES, CheckInput, Memo, check
from workbench.checks.given import is_shown
from workbench.checks.page import page_of
from workbench.model import KINDS, Finding, Framework, Severity, Table, apply, set_field
from workbench.testing import framework_of, input_of, load_cases, sets_of

TABLES = {cls.table for cls in KINDS.values()}
CASES = Path(__file__).parent / "cases"

MANY_FAULTS = """
beliefs: [{id: b2, ready: true}, {id: b1, ready: true}]
practices: [{id: p1, ready: true}]
competencies: [{id: c1, ready: true, area: Mathematics}]
indicators: [{id: i1, ready: true}]
experiences: [{id: e1, ready: true}, {id: e2}]
pathways: [{id: w1, ready: true}]
scales: [{id: s1, levels: {"1": Emerging, "2": Proficient}}]
criteria: [{id: k1, ready: true, scale_id: s1}]
"""


def test_findings_are_sorted_by_code_and_thing() -> None:
    """A report reads the same whoever makes it."""
    found = check(CheckInput(framework_of(MANY_FAULTS)))

    assert [finding.sort_key for finding in found] == sorted(finding.sort_key for finding in found)
    assert [finding.subject_id for finding in found if finding.code == "STR006"] == ["b1", "b2"]


def test_a_finding_says_which_rule_which_thing_what_and_what_to_do() -> None:
    """Code and severity come from the table, the rest from the rule."""
    (found,) = check(CheckInput(framework_of(MANY_FAULTS)), ["STR007"])

    assert found == Finding(
        code="STR007",
        severity=Severity.WARNING,
        kind="practice",
        subject_id="p1",
        message="Nobody is named who sees to the practice “unnamed practice”.",
        remedy="Name the role or team that answers for it.",
        field="owner",
    )


def test_what_is_not_ready_stays_quiet_unless_asked() -> None:
    """Writing is left in peace until someone marks it ready for review."""
    framework = framework_of(MANY_FAULTS)

    ready = check(CheckInput(framework), ["ALN001"])
    everything = check(CheckInput(framework, drafts=True), ["ALN001"])

    assert [finding.subject_id for finding in ready] == ["e1"]
    assert [finding.subject_id for finding in everything] == ["e1", "e2"]


def test_nothing_is_found_in_an_empty_framework() -> None:
    """A committee that has not begun has done nothing wrong."""
    assert check(CheckInput(Framework(), drafts=True)) == ()


def test_the_selection_limits_the_rules() -> None:
    """What is not asked for is not run."""
    found = check(CheckInput(framework_of(MANY_FAULTS)), ["STR006", "ALN"])

    assert {finding.code for finding in found} == {"STR006", "ALN001"}


def test_the_order_in_which_a_framework_was_put_together_changes_nothing() -> None:
    """The same content gives the same report, word for word."""
    framework = framework_of(MANY_FAULTS)
    turned: dict[str, Any] = {}
    for name in TABLES:
        turned[name] = Table(reversed(getattr(framework, name).ordered()))

    assert check(CheckInput(Framework(**turned))) == check(CheckInput(framework))


@given(frameworks(max_things=25), st.booleans())
def test_no_framework_makes_a_check_fail(framework: Framework, drafts: bool) -> None:  # noqa: FBT001
    """Whatever people write, each rule ends and says sentences about things that are there."""
    found = check(CheckInput(framework, drafts=drafts))

    for finding in found:
        assert framework.get(finding.subject_id).kind == finding.kind
        assert finding.message.endswith(".")
        assert finding.remedy.endswith(".")
        assert "\n" not in finding.message


@settings(max_examples=200)
@given(frameworks(max_things=25))
def test_no_two_findings_are_taken_for_one(framework: Framework) -> None:
    """A decision to live with one finding must not cover another beside it."""
    keys = [finding.key for finding in check(CheckInput(framework, drafts=True))]

    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("path", sorted(CASES.iterdir()), ids=lambda path: path.stem)
def test_no_two_findings_of_a_case_are_taken_for_one(path: Path) -> None:
    """Nor where things point at what is not there, which no drawn framework does."""
    for case in load_cases(path):
        keys = [finding.key for finding in check(case.given)]

        assert len(set(keys)) == len(keys), case.name


@settings(max_examples=50)
@given(frameworks(max_things=25))
def test_findings_of_ready_things_are_among_those_of_drafts(framework: Framework) -> None:
    """Asking for drafts adds findings and changes none; the district, which nobody marks, counts with the first."""
    ready = check(CheckInput(framework))
    everything = check(CheckInput(framework, drafts=True))

    assert ready == tuple(
        one for one in everything if is_shown(CheckInput(framework), framework.get(one.subject_id), one.others)
    )


def test_the_district_counts_with_the_first_competency_that_is_ready() -> None:
    """It has no mark; until then a committee that begins is left in peace. A memo notices too."""
    none = framework_of("districts: [{id: d, settings: {area_competencies: about five}}]\ncompetencies: [{id: c}]")
    memo = Memo()
    assert check(CheckInput(none), ["STR014"], memo=memo) == ()
    begun = apply(none, set_field(none, "c", "ready", True))
    (found,) = check(CheckInput(begun), ["STR014"], memo=memo)
    assert found.subject_id == "d"


class Watched(Framework):
    """A framework that notes which of its tables are looked at."""

    def __getattribute__(self, name: str) -> Any:
        if name in TABLES:
            object.__getattribute__(self, "touched").add(name)
        return super().__getattribute__(name)


OTHERS = ("earlier", "newer", "sets")
"""What a rule may look at besides the framework."""


class WatchedOthers(Mapping[Any, Any]):
    """One of these, which notes that it was looked at."""

    def __init__(self, name: str, others: Mapping[Any, Any], touched: set[str]) -> None:
        """Hand on ``others``."""
        self.name, self.others, self.touched = name, others, touched

    def __getitem__(self, key: Any) -> Any:
        self.touched.add(self.name)
        return self.others[key]

    def __iter__(self) -> Iterator[Any]:
        self.touched.add(self.name)
        return iter(self.others)

    def __len__(self) -> int:
        self.touched.add(self.name)
        return len(self.others)


def watched(given: CheckInput) -> tuple[CheckInput, set[str]]:
    """Return the same input, and the set of the names of what is looked at in it."""
    touched: set[str] = set()
    framework = object.__new__(Watched)
    object.__setattr__(framework, "touched", touched)
    for name in TABLES:
        object.__setattr__(framework, name, getattr(given.framework, name))
    others: dict[str, Any] = {name: WatchedOthers(name, getattr(given, name), touched) for name in OTHERS}
    return replace(given, framework=framework, **others), touched


@pytest.mark.parametrize("code", RULES)
def test_a_rule_reads_what_it_says_and_nothing_else(code: str) -> None:
    """Findings can be kept while what a rule reads is the same; the district's words go without saying."""
    page, rule = page_of(RULES[code]), RULES[code].load()
    inputs = [case.given for case in load_cases(CASES / f"{code}.yaml")]
    inputs += [input_of(page.example("Flagged")), input_of(page.example("Instead"))]
    seen: set[str] = set()
    for one in inputs:
        spied, touched = watched(one)
        list(rule.find(spied))
        seen |= touched

    assert tuple(sorted(rule.READS, key=lambda name: (name in OTHERS, name))) == rule.READS
    assert seen - {"districts"} == set(rule.READS) - {"districts"}


@settings(max_examples=100)
@given(frameworks(max_things=25))
def test_no_framework_makes_a_rule_read_more(framework: Framework) -> None:
    """Whatever the framework holds, a rule looks at nothing but what it says."""
    for rule in RULES.values():
        spied, touched = watched(CheckInput(framework, sets=sets_of({"s": ["x"]})))
        list(rule.load().find(spied))

        assert touched <= {*rule.load().READS, "districts"}, rule.code


@pytest.mark.parametrize("collects", [True, False])
def test_a_check_leaves_the_collector_as_it_was(*, collects: bool) -> None:
    """Garbage is not looked for during a check; afterwards it is, unless somebody had switched that off."""
    (gc.enable if collects else gc.disable)()
    try:
        check(CheckInput(framework_of(MANY_FAULTS), drafts=True))
        assert gc.isenabled() is collects
    finally:
        gc.enable()
