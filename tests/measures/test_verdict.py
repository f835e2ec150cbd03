"""The verdict: a sentence that says what is missing, counts that add up, steps in the order of use."""

from __future__ import annotations

import pytest

from tests.measures.covered import SET, aligned, framework, standards
from workbench.measures.marks import Status
from workbench.measures.verdict import Answer, Verdict, steps, verdict
from workbench.model import (
    Alignment,
    Finding,
    Framework,
    Indicator,
    Severity,
    add_many,
    apply,
    from_json,
    remove,
    set_field,
)


def finding(code: str, subject: str = "p", severity: Severity = Severity.ERROR) -> Finding:
    """Return a finding of a rule about a thing."""
    return Finding(code=code, severity=severity, kind="pathway", subject_id=subject, message="It is.", remedy="Do it.")


def of(given: Framework, *findings: Finding) -> Verdict:
    """Return the verdict with the small set."""
    return verdict(given, {SET: standards()}, findings)


def met() -> Framework:
    """Return a framework whose one promise is kept."""
    return from_json(
        {
            "competencies": [{"id": "c", "title": "Model"}],
            "indicators": [{"id": "i", "competency_id": "c", "title": "Build"}],
            "assessments": [{"id": "a", "title": "Fair", "purpose": "summative", "indicator_ids": ["i"]}],
            "experiences": [{"id": "e", "title": "Biology", "indicators": {"i": "assessed"}}],
            "alignments": aligned("i", 1),
        }
    )


def test_the_sentence_says_what_is_missing_the_most_telling_first() -> None:
    """Of what is claimed or taught; what nobody claims is said apart, and more than three parts are not read."""
    found = of(framework(), finding("PTH001"), finding("PTH001", "q"), finding("STR001"))

    assert found.answer is Answer.ERRORS
    assert found.sentence == (
        "Not yet: 1 of 8 standards is taught but never assessed, 1 of 8 standards is assessed, but not where it "
        "is said to be, and 3 of 8 standards are claimed but not assessed. There is more below."
    )
    assert found.besides == "1 of the 9 standards of the sets you use is claimed by nothing of yours."


def test_pathways_out_of_reach_and_other_errors_are_told() -> None:
    """Each pathway counts once, however much it misses."""
    found = of(met(), finding("PTH001"), finding("PTH001"), finding("STR001"), finding("STR002"))

    assert found.sentence == (
        "Not yet: 1 pathway cannot reach every competency, and 2 errors stand in the way of adoption."
    )


def test_what_is_whole_is_called_so() -> None:
    """A warning does not take it back."""
    found = of(met(), finding("STR006", severity=Severity.WARNING))

    assert (found.answer, found.sentence) == (
        Answer.YES,
        "Yes: the one standard that you claim or teach, and every competency, are assessed.",
    )


@pytest.mark.parametrize("tables", [{}, {"competencies": [{"id": "c", "title": "Model"}]}])
def test_where_nothing_is_aligned_nothing_is_judged(tables: dict[str, list[dict[str, str]]]) -> None:
    """An empty framework is not aligned, and not wrong either."""
    found = of(from_json(tables))

    assert (found.answer, found.besides, found.sets) == (Answer.NOTHING, "", ())


def test_the_standards_of_a_set_add_up() -> None:
    """Each has one status; covered are all but those that nothing claims."""
    (found,) = of(framework()).sets

    assert (found.standards, sum(found.counts.values()), found.covered) == (9, 9, 8)
    assert (found.counts[Status.ASSESSED], found.words) == (3, "half or fewer")


def test_numbers_without_items_leave_out_what_is_not_known() -> None:
    """No item, no Webb and no Porter: an unknown value is never a pass."""
    assert [(one.key, one.value, one.band) for one in of(framework()).numbers] == [
        ("assessed", "0 of 2", "none"),
        ("items", "0 of 2", "none"),
    ]


def test_numbers_with_items_have_their_band_in_words() -> None:
    """Six items on one of three indicators: enough of them, a third of the range."""
    items = [{"id": f"x{n}", "assessment_id": "fair", "primary_id": "i1", "dok": 2} for n in range(6)]
    deep = [{"id": "i5", "code": "SC.3", "competency_id": "c1", "title": "Explain", "dok": 3}]
    found = {one.key: (one.value, one.band) for one in of(framework(items=items, indicators=deep)).numbers}

    assert found["concurrence"] == ("1 of 1", "all acceptable")
    assert found["range"] == ("0 of 1", "0 acceptable, 1 not acceptable")
    assert "porter" not in found
    assert "depth" not in found


def test_steps_go_from_the_gravest_to_what_removes_most() -> None:
    """By rule: errors, then warnings; of the same severity the larger group first."""
    given = [
        finding("ASM003", severity=Severity.WARNING),
        finding("STR002"),
        finding("STR001", "b"),
        finding("STR001", "a"),
        finding("STR018", severity=Severity.NOTE),
    ]

    assert [(one.code, len(one.findings)) for one in steps(given)] == [
        ("STR001", 2),
        ("STR002", 1),
        ("ASM003", 1),
        ("STR018", 1),
    ]


def test_a_competency_is_assessed_when_all_that_it_needs_is() -> None:
    """Its priorities, or all its indicators where none is one; a supporting one more takes nothing back."""
    one = met()
    both = apply(one, add_many(one, [Indicator(id="j", competency_id="c", title="Explain")]))
    found = of(both)

    assert found.answer is Answer.GAPS
    assert found.sentence == "Not yet: 1 of 1 competency is not fully assessed where taught."
    assert found.numbers[0].value == "0 of 1"
    assert of(apply(both, set_field(both, "i", "priority", "priority"))).answer is Answer.YES


def test_what_an_indicator_claims_and_no_course_teaches_is_claimed() -> None:
    """It is promised, though nobody keeps it: it is not among what nothing of ours claims."""
    found = of(apply(met(), add_many(met(), [Alignment(id="new", subject_id="i", set_id=SET, standard_id="s2")])))
    alone = of(apply(met(), [*remove(met(), "e"), *remove(met(), "a")]))

    assert (found.answer, found.besides) == (
        Answer.YES,
        "7 of the 9 standards of the sets you use are claimed by nothing of yours.",
    )
    assert alone.sets[0].counts[Status.CLAIMED] == 1
    assert alone.besides == "8 of the 9 standards of the sets you use are claimed by nothing of yours."


def test_what_is_not_marked_ready_is_no_yes() -> None:
    """The checks did not look at it."""
    found = verdict(met(), {SET: standards()}, (), drafts_left=3)

    assert (found.answer, found.sentence) == (
        Answer.GAPS,
        "Not yet: 3 parts are not marked ready and were not checked.",
    )
