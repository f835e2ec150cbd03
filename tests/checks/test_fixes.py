"""What a rule offers to put right: its own finding goes, nothing new comes, nothing is lost, and it can be undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from workbench.checks import RULES, CheckInput, check, fix_of
from workbench.model import apply
from workbench.testing import framework_of, input_of, load_cases, sets_of

FOLDER = Path(__file__).parent / "cases"
FIXING = [code for code, rule in RULES.items() if hasattr(rule.load(), "fix")]
CASES = [(code, case) for code in FIXING for case in load_cases(FOLDER / f"{code}.yaml") if case.fires]


def test_the_safe_fixes_are_these() -> None:
    """Renumber codes, remove a reference, a doubled alignment, a setting that did not count; each is really offered."""
    assert FIXING == ["STR014", "STR016", "STR017", "ALN004"]
    offered = {code for code, case in CASES for finding in check(case.given, [code]) if fix_of(case.given, finding)}
    assert offered == set(FIXING)


@pytest.mark.parametrize(
    ("code", "given"), [pytest.param(code, one.given, id=f"{code}: {one.name}") for code, one in CASES]
)
def test_a_fix_settles_its_finding_and_makes_no_other(code: str, given: CheckInput) -> None:
    """Each finding of a rule's own cases that can be put right."""
    framework = given.framework
    before = {(one.code, one.subject_id, one.field) for one in check(given)}
    for finding in check(given, [code]):
        fix = fix_of(given, finding)
        if fix is None:
            continue
        changed = replace(given, framework=apply(framework, fix.changes))
        after = check(changed)

        assert fix.label
        assert {(one.code, one.subject_id, one.field) for one in after} <= before
        assert finding not in after


@pytest.mark.parametrize(
    ("code", "framework", "label"),
    [
        ("STR016", "indicators: [{id: a, code: C1.9}, {id: b, code: c1.9}]", "Give it the code c1.10"),
        ("STR016", "indicators: [{id: a, code: MA.1a}, {id: b, code: MA.1a}, {id: c, code: MA.1b}]", "MA.1c"),
        ("STR016", "indicators: [{id: a, code: X09}, {id: b, code: X09}]", "X10"),
    ],
)
def test_a_code_is_counted_up_to_the_next_that_is_free(code: str, framework: str, label: str) -> None:
    """Numbers keep their zeros, letters go on behind a number."""
    from workbench.testing import framework_of

    given = CheckInput(framework_of(framework), drafts=True)
    (fix,) = [fix_of(given, one) for one in check(given, [code])]

    assert fix is not None
    assert fix.label.endswith(label)


@pytest.mark.parametrize(
    ("settings", "label"),
    [
        ('words.deficit_word: "+hardly"', "Write it under “words.deficit_words”"),
        ('words.deficit_word: "+hardly", words.deficit_words: "+barely"', ""),
        ('words.deficit_word: "+hardly, barely"', ""),
        ('words.deficit_words: "+hardly, barely"', ""),
        ('words.verbs: "+do"', ""),
        ('words.rude: "+drat"', "Take this setting out"),
        ("severity.RUB4: note", "Write it under “severity.RUB004”"),
        ("severity.RUB-004: Note", "Write it under “severity.RUB004”"),
        ("severity.tests-only: note", "Write it under “severity.ASM007”"),
        ("severity.RUB4: note, severity.rub004: error", ""),
        ("severity.RUB4: grave", ""),
        ("severity.RUB099: note", ""),
        ("severity.RUB004: grave", "Take this setting out"),
        ('similar_statements: "85"', "Take this setting out"),
    ],
)
def test_a_setting_that_is_near_another_is_not_taken_out(settings: str, label: str) -> None:
    """It is written under what was meant where that is sure; nothing that somebody wrote is lost."""
    given = input_of(f"districts: [{{id: d, settings: {{{settings}}}}}]")
    (found,) = check(given, ["STR014"])
    fix = fix_of(given, found)

    assert str(fix.label if fix else "") == label
    changed = apply(given.framework, fix.changes if fix else ())
    assert len(check(replace(given, framework=changed), ["STR014"])) == (not label)


def test_a_share_in_percent_leaves_the_check_on() -> None:
    """Else no two indicators would ever be alike enough."""
    alike = "{{id: {0}, competency_id: c, statement: Choose and convert units that fit a problem.}}"
    given = input_of(f"""
        districts: [{{id: d, settings: {{similar_statements: "85"}}}}]
        competencies: [{{id: c}}]
        indicators: [{alike.format("i")}, {alike.format("j")}]
    """)

    assert [one.subject_id for one in check(given, ["STM013"])] == ["j"]


def test_a_code_that_an_edition_gave_to_another_thing_is_passed_over() -> None:
    """Else the fix of one error would make the next."""
    given = input_of("""
        editions: {1: {indicators: [{id: gone, code: C1.2}]}}
        indicators: [{id: a, order: a, code: C1.1}, {id: b, order: b, code: C1.1}]
    """)
    (found,) = check(given, ["STR016", "STR020"])
    fix = fix_of(given, found)

    assert fix is not None
    assert fix.label == "Give it the code C1.3"


def test_what_an_edition_knows_by_its_code_keeps_it() -> None:
    """Which of the two is to have another one is for people."""
    given = input_of("""
        editions: {1: {indicators: [{id: b, code: C1.1}]}}
        indicators: [{id: a, order: a, code: C1.1}, {id: b, order: b, code: C1.1}]
    """)
    (found,) = check(given, ["STR016"])

    assert (found.subject_id, fix_of(given, found)) == ("b", None)


def test_what_takes_judgement_is_offered_nowhere() -> None:
    """Two alignments that say different things, and a code without a number."""
    given = input_of(
        """
        indicators: [{id: i, code: Reading}, {id: j, code: Reading}]
        alignments:
          - {id: l1, subject_id: i, set_id: s, standard_id: x, rationale: The first half.}
          - {id: l2, subject_id: i, set_id: s, standard_id: x}
        """
    )
    found = check(given, ["ALN004", "STR016"])

    assert [one.code for one in found] == ["ALN004", "STR016"]
    assert [fix_of(given, one) for one in found] == [None, None]


def test_of_two_versions_of_a_set_neither_alignment_is_removed_for_the_other() -> None:
    """Which of them is to stay is decided in the room of standards."""
    sets = sets_of({"old": ["s1"], "new": ["s1"]})
    sets = {key: replace(one, identifier="owner") for key, one in sets.items()}
    framework = framework_of("""
        indicators: [{id: i, title: A}]
        alignments:
          - {id: a1, order: a, subject_id: i, set_id: old, standard_id: s1}
          - {id: a2, order: b, subject_id: i, set_id: new, standard_id: s1}
    """)
    given = CheckInput(framework, sets=sets, drafts=True)
    (found,) = check(given, ["ALN004"])
    assert fix_of(given, found) is None
