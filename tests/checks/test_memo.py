"""After an edit only what it touched runs again, and the report is the same as if all had."""

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import edited, frameworks
from workbench.checks import RULES, CheckInput, Memo, check
from workbench.checks.by_thing import each_of
from workbench.checks.given import Fault
from workbench.checks.noting import NotingInput
from workbench.checks.registry import Rule
from workbench.model import Framework, apply, set_field
from workbench.model.framework import table_names
from workbench.testing import framework_of, sets_of

FRAMEWORK = """
districts: [{id: d}]
beliefs: [{id: b, ready: true}]
practices: [{id: p, belief_id: b}]
experiences: [{id: e, title: Algebra 1}]
"""

WHOLE = {code for code, rule in RULES.items() if not each_of(rule.load())}
"""The rules that are kept as a whole."""


@settings(max_examples=500, deadline=None)
@given(st.data())
def test_after_any_edits_the_report_is_that_of_a_full_check(data: st.DataObject) -> None:
    """Five hundred sequences of edits: incremental and full say the same after each."""
    framework, memo = data.draw(frameworks(max_things=12)), Memo()
    for changes in [(), *data.draw(edited(framework))]:
        framework = apply(framework, changes)
        one = CheckInput(framework, drafts=True, as_of="2026-11-25")

        assert check(one, memo=memo) == check(one)


def test_only_rules_that_read_what_was_touched_run_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """An edit of a course leaves the rules of beliefs alone; one of the district's words concerns all."""
    framework, memo, ran = framework_of(FRAMEWORK), Memo(), list[str]()
    sets = sets_of({})
    for rule in RULES.values():
        monkeypatch.setattr(rule.load(), "find", noting(rule, ran))

    def codes_after(changed: Framework) -> set[str]:
        ran.clear()
        check(CheckInput(changed, sets=sets), memo=memo)
        return set(ran)

    assert codes_after(framework) >= WHOLE
    assert codes_after(framework) == set()
    reading = {code for code, rule in RULES.items() if "experiences" in rule.load().READS}
    course = apply(framework, set_field(framework, "e", "title", "Algebra"))
    assert reading & WHOLE | {"ALN001"} <= codes_after(course) <= reading
    district = apply(course, set_field(course, "d", "title", "Maple Hollow"))
    assert codes_after(district) >= WHOLE | {"ALN001"}


def test_a_rule_that_goes_thing_by_thing_runs_again_only_for_what_is_near(monkeypatch: pytest.MonkeyPatch) -> None:
    """A criterion is looked at again when it, its indicator or its scale changes, and its neighbours are not."""
    framework = framework_of(
        """
        indicators: [{id: i1}, {id: i2}]
        scales: [{id: s, levels: {"1": One}}]
        criteria: [{id: k1, subject_id: i1, scale_id: s}, {id: k2, subject_id: i2, scale_id: s}]
        """
    )
    memo, ran = Memo(), list[str]()
    monkeypatch.setattr(RULES["RUB003"].load(), "find", noting(RULES["RUB003"], ran))

    def runs_after(thing: str, field: str) -> int:
        nonlocal framework
        framework = apply(framework, set_field(framework, thing, field, f"No longer {framework.get(thing).name}"))
        ran.clear()
        check(CheckInput(framework, drafts=True), memo=memo)
        return len(ran)

    assert runs_after("k1", "element") == 2  # everything, the first time
    assert [runs_after("k1", "element"), runs_after("i2", "title"), runs_after("s", "title")] == [1, 1, 2]


@settings(max_examples=200, deadline=None)
@given(frameworks(max_things=14))
def test_run_thing_by_thing_a_rule_finds_what_it_finds_at_once(framework: Framework) -> None:
    """That is what EACH promises."""
    one_by_one = NotingInput(CheckInput(framework, drafts=True))
    for code, rule in RULES.items():
        module, found = rule.load(), list[Fault]()
        for name in each_of(module):
            for thing in getattr(framework, name).ordered():
                one_by_one.narrow(each_of(module), thing)
                found.extend(module.find(one_by_one.given))
        one_by_one.widen(each_of(module))
        if each_of(module):
            whole = [*module.find(CheckInput(framework, drafts=True))]
            assert sorted(found, key=repr) == sorted(whole, key=repr), code


def test_rules_that_go_thing_by_thing_read_tables_only() -> None:
    """The day and the rules of the state are not noted, and what they go over is among what they read."""
    for rule in RULES.values():
        module = rule.load()
        if each_of(module):
            assert set(each_of(module)) <= set(module.READS) <= {*table_names(), "sets"}, rule.code


def noting(rule: Rule, ran: list[str]) -> Callable[[CheckInput], Iterator[Any]]:
    """Return the rule's own ``find``, which notes each run."""
    find = rule.load().find

    def noted(one: CheckInput) -> Iterator[Any]:
        ran.append(rule.code)
        return find(one)

    return noted


def test_the_district_chooses_severities_and_turns_rules_off() -> None:
    """What a committee set counts at once, for every rule that it names; what it cannot mean changes nothing."""
    framework = framework_of(FRAMEWORK)
    plain = {one.code: str(one.severity) for one in check(CheckInput(framework, drafts=True))}
    assert plain["STR007"] == "warning"

    set_here = {"severity.str007": "Note", "severity.STR008": "off", "severity.ALN001": "grave"}
    changed = apply(framework, set_field(framework, "d", "settings", set_here))
    now = {one.code: str(one.severity) for one in check(CheckInput(changed, drafts=True))}

    assert now["STR007"] == "note"
    assert "STR008" in plain
    assert "STR008" not in now
    assert now["ALN001"] == plain["ALN001"] == "error"


def test_ignored_rules_are_left_out_of_those_selected() -> None:
    """By code or by family, as they are selected."""
    one = CheckInput(framework_of(FRAMEWORK), drafts=True)

    assert {found.code for found in check(one, ["STR"], ignore=["STR008"])} == {"STR007", "STR015"}
    assert check(one, ignore=["STR", "ALN", "SYS"]) == ()


def test_what_is_said_of_an_area_counts_with_its_first_competency_that_is_ready() -> None:
    """At the district, and not with one of another area; a memo notices."""
    framework = framework_of(
        "{districts: [{id: d}], competencies: [{id: c, area: Math}, {id: other, area: Art, ready: true}]}"
    )
    memo, found = Memo(), list[int]()
    for identifier, drafts in (("", False), ("", True), ("", False), ("c", False)):
        changes = set_field(framework, identifier, "ready", True) if identifier else ()
        one = CheckInput(apply(framework, changes), drafts=drafts)
        found.append(len(check(one, ["STR012"], memo=memo)))

        assert check(one, ["STR012"], memo=memo) == check(one, ["STR012"])
    assert found == [1, 2, 1, 2]


def test_a_competency_that_moves_is_named_in_its_new_place() -> None:
    """What a message goes by is the order of all that is required, also of what it does not name."""
    framework = framework_of(
        json.dumps(
            {
                "competencies": [{"id": f"c{n}", "order": f"a{n}", "title": f"C{n}"} for n in range(7)],
                "indicators": [{"id": f"i{n}", "competency_id": f"c{n}", "title": f"I{n}"} for n in range(7)],
                "experiences": [{"id": "e", "title": "Algebra", "indicators": {"i0": "assessed"}}],
                "pathways": [{"id": "p", "title": "Path"}],
                "parts": [{"id": "q", "pathway_id": "p", "experience_ids": ["e"]}],
            }
        )
    )
    memo = Memo()
    check(CheckInput(framework, drafts=True), ["PTH001"], memo=memo)
    moved = apply(framework, set_field(framework, "c6", "order", "a"))
    assert check(CheckInput(moved, drafts=True), ["PTH001"], memo=memo) == check(
        CheckInput(moved, drafts=True), ["PTH001"]
    )
