"""A decision to live with a finding: it holds while the finding is the same, until its day, and is published."""

import json
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.errors import BadEdit
from workbench.model import (
    Assessment,
    AssessmentItem,
    Belief,
    Competency,
    Criterion,
    Finding,
    Indicator,
    Scale,
    Severity,
    add,
    move,
    remove,
    set_field,
)
from workbench.model.values import AssessmentPurpose, Texts
from workbench.project import Project, create_project
from workbench.project.project import day_of
from workbench.store import Store

DAY = "2026-11-25"
Said = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Return a project with a belief that has no practice, and a competency with one indicator instead of three."""
    made = create_project(tmp_path / "ours.workbench", starter="blank", person="Ana")
    for thing in (
        Belief(id="b", code="B1", statement="All belong.", ready=True),
        Competency(id="c", code="C1", title="Reason", ready=True),
        Indicator(id="i", competency_id="c", title="Choose units"),
    ):
        made.edit(add(made.framework, thing))
    return made


def found(project: Project, code: str, as_of: str = DAY) -> list[Finding]:
    """Return the findings of one rule that stand."""
    return [one for one in project.findings(as_of=as_of) if one.code == code]


def waive(project: Project, code: str, until: str = "2099-06-30") -> None:
    """Waive the one finding of a rule."""
    (one,) = found(project, code)
    project.waive(one, reason="Practices follow in spring.", until=until)


def test_a_waived_finding_is_reported_apart_until_its_last_day(project: Project) -> None:
    """The last day counts; on the next the finding stands again and the decision is named as run out."""
    waive(project, "STR006")

    assert found(project, "STR006", "2099-06-30") == []
    ((finding, decided),) = project.report(as_of="2099-06-30").waived
    assert (finding.code, decided.reason, project.person_name(decided.person)) == (
        "STR006",
        "Practices follow in spring.",
        "Ana",
    )
    late = project.report(as_of="2099-07-01")
    late_publication = project.publication(as_of="2099-07-01")
    assert [one.code for one, _ in late.expired] == ["STR006"]
    assert [late_publication.until(one) for _, one, _ in late_publication.decided] == ["Ran out on 2099-06-30"]
    assert "STR006" in {one.code for one in late.findings}


def test_rewording_leaves_a_decision_alone(project: Project) -> None:
    """The message speaks of the thing by another name, and the finding is the same."""
    waive(project, "STR006")
    project.edit(set_field(project.framework, "b", "statement", "Everyone belongs here."))

    assert found(project, "STR006") == []


def test_a_finding_that_became_another_one_comes_back(project: Project) -> None:
    """The committee lived with one indicator; it has not said that it would live with two."""
    waive(project, "STR013")
    project.edit(add(project.framework, Indicator(id="i2", competency_id="c", title="Convert units")))
    assert len(found(project, "STR013")) == 1

    project.edit(remove(project.framework, "i2"))
    assert found(project, "STR013") == []


def test_a_decision_on_how_many_there_are_outlives_another_order(project: Project) -> None:
    """Which of the two competencies of an area comes first does not change that there are two."""
    for one in (Competency(id="m", area="Math", ready=True), Competency(id="n", area="Math", ready=True)):
        project.edit(add(project.framework, one))
    waive(project, "STR012")
    project.edit(move(project.framework, "n", after=""))

    assert found(project, "STR012") == []
    project.edit(remove(project.framework, "m"))
    assert len(found(project, "STR012")) == 1


def test_the_last_day_of_a_decision_may_be_today(project: Project) -> None:
    """A committee may live with a finding until tonight."""
    today = day_of("")
    waive(project, "STR006", until=today)

    assert [one.until for one in project.waivers] == [today]


HEAVY = "Articulates multidisciplinary argumentative propositions incorporating informational documentation."
"""A sentence that is read in no grade."""


def test_a_decision_outlives_a_word_more_and_not_much_more(project: Project) -> None:
    """A statement that is too long, and criteria that are hard to read: still so, or clearly worse."""
    words = ["measure", *["lengths"] * 39]
    for one in (
        Scale(id="s", title="Two", levels=Texts({"1": "Beginning", "2": "Proficient"})),
        Indicator(id="j", competency_id="c", title="Measure", statement=" ".join(words), ready=True),
        Criterion(id="k", subject_id="j", scale_id="s", descriptors=Texts({"1": HEAVY * 7, "2": "Good."}), ready=True),
    ):
        project.edit(add(project.framework, one))

    def still(statement: str, descriptor: str) -> list[str]:
        for thing, field, text in (("j", "statement", statement), ("k", "descriptors.1", descriptor)):
            project.edit(set_field(project.framework, thing, field, text))
        return [one.code for one in (*found(project, "STM010"), *found(project, "RUB017"))]

    waive(project, "STM010")
    waive(project, "RUB017")

    assert still(" ".join([*words, "there"]), HEAVY * 6 + HEAVY.replace("informational ", "")) == []
    assert still(" ".join(words * 2), HEAVY.replace(".", " ") * 7) == ["STM010", "RUB017"]


def test_a_decision_outlives_another_word_of_the_district(project: Project) -> None:
    """The message speaks of outcomes now; the two items of the competency are as few as they were."""
    for one in (
        Assessment(id="t", purpose=AssessmentPurpose.SUMMATIVE, indicator_ids=("i",)),
        AssessmentItem(id="m1", assessment_id="t", primary_id="i"),
    ):
        project.edit(add(project.framework, one))
    waive(project, "ASM008")
    framework = project.framework
    project.edit(set_field(framework, framework.district.id, "terms.indicator", "outcome"))
    project.edit(add(project.framework, AssessmentItem(id="m2", assessment_id="t", primary_id="i")))

    assert found(project, "ASM008") == []
    project.edit(set_field(project.framework, "i", "dok", 3))
    project.edit(set_field(project.framework, "m1", "dok", 1))
    assert len(found(project, "ASM008")) == 1


def test_a_decision_is_taken_back(project: Project) -> None:
    """The finding stands again, and what was decided before stays in the record."""
    waive(project, "STR006")
    project.end_waiver(project.waivers[0])

    assert len(found(project, "STR006")) == 1
    assert project.waivers == ()


def test_a_decision_needs_a_reason_and_a_day(project: Project) -> None:
    """Both are published, so neither may be missing."""
    (one,) = found(project, "STR006")
    for reason, until, says in (
        (" ", "2099-06-30", "Say why"),
        ("Because", "", "last day"),
        ("Because", "soon", "not a date"),
        ("Because", "2020-01-01", "2020-01-01 has passed"),
    ):
        with pytest.raises(BadEdit, match=says):
            project.waive(one, reason=reason, until=until)
    assert project.waivers == ()


def test_a_waived_error_does_not_stand_in_the_way_of_adoption(project: Project) -> None:
    """The committee answers for it by name, and the edition holds the decision."""
    errors = [one for one in project.findings(drafts=True) if one.severity is Severity.ERROR]
    assert errors
    for one in errors:
        project.waive(one, reason="The pilot year.", until="2099-06-30")

    edition = project.adopt(title="First", vote="7 to 0", effective="2027-2028")

    decided = json.loads(edition.content)["waivers"]
    assert sorted(one["code"] for one in decided) == sorted(one.code for one in errors)
    page = dict(edition.files)["framework.html"].decode()
    assert "The pilot year." in page
    assert "Decisions on findings" in page


def test_what_is_left_out_of_a_report_is_left_out_of_its_decisions(project: Project, capsys: Said) -> None:
    """A report of chosen rules speaks of those alone, in every format."""
    waive(project, "STR006")
    file = str(project.path)
    project.close()

    for form in ("text", "json", "html"):
        for chosen, says in (
            (["--ignore", "STR006"], False),
            (["--select", "HOW"], False),
            (["--select", "STR"], True),
        ):
            main(["check", file, "--format", form, *chosen])
            assert ("Practices follow in spring." in capsys.readouterr().out) is says


def test_a_decision_outlives_the_name_of_who_recorded_it(project: Project) -> None:
    """A name that was removed at its owner's wish leaves words in its place, not a hole."""
    waive(project, "STR006")
    with Store.open(project.path) as store:
        store.forget_person(project.person_id)

    ((_, _, name),) = project.publication(as_of=DAY).decided

    assert name == "a former member"


def test_the_command_waives_and_takes_back(project: Project, capsys: Said) -> None:
    """A facilitator names the rule and the thing's code as the report shows them."""
    file = str(project.path)
    project.close()

    decide = ["waive", file, "str006", "B1", "--person", "Ben"]
    assert main([*decide, "--reason", "Practices follow.", "--until", "2099-06-30"]) == 0
    assert "Decided until 2099-06-30: 1 finding of STR006 on “All belong.”." in capsys.readouterr().out
    assert main(["check", file, "--select", "STR"]) == 0
    assert "Decided until 2099-06-30, Ben: Practices follow. (STR006: " in capsys.readouterr().out
    assert main(["check", file, "--format", "html", "--select", "STR"]) == 0
    page = capsys.readouterr().out
    assert "Recorded by" in page
    assert "Practices follow." in page
    assert "<script" not in page
    main(["check", file, "--format", "json"])
    answer = json.loads(capsys.readouterr().out)
    assert [(one["finding"]["code"], one["person"]) for one in answer["waived"]] == [("STR006", "Ben")]
    assert "STR006" not in {one["code"] for one in answer["findings"]}

    assert main([*decide, "--end"]) == 0
    assert main([*decide, "--end"]) == 2
    assert "no decision on STR006" in capsys.readouterr().err
    assert main(["waive", file, "STR006", "B9", "--reason", "x", "--until", "2099-06-30"]) == 2
    assert "“B9”" in capsys.readouterr().err
    assert main([*decide, "--reason", "x", "--until", "2020-01-01"]) == 2
    assert "has passed" in capsys.readouterr().err


def test_the_page_of_the_checks_tells_why_and_what_to_do(project: Project, capsys: Said) -> None:
    """By severity and rule; what people wrote is text, never markup."""
    project.edit(set_field(project.framework, "b", "statement", "<script>alert(1)</script>"))
    file = str(project.path)
    project.close()

    assert main(["check", file, "--format", "html", "--select", "STR006"]) == 0
    page = capsys.readouterr().out

    assert "Warnings (1)" in page
    assert "A belief has no practices (1)" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "STR013" not in page
