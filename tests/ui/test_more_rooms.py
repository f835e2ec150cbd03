"""The rooms of habits, assessments and settings, and what all rooms have: ready sections, opening at a thing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.test_states import given_in, rows
from workbench.checks import RULES, CheckInput, check
from workbench.model import Finding, Severity
from workbench.project import Project
from workbench.testing import framework_of
from workbench.ui.desk import Desk
from workbench.ui.gather import present
from workbench.ui.panes.findings import findings_state
from workbench.ui.panes.states import header_state, opening, outline_state, selected_thing, states
from workbench.ui.places import place_of
from workbench.ui.rooms.alignment import OVERVIEW
from workbench.ui.rooms.settings_checks import changed, settings_of_checks
from workbench.ui.rooms.settings_words import FAMILY_TITLES, SAYS
from workbench.ui.view import Given, State, View

MORE = """
districts: [{id: d, title: Ours, settings: {severity.RUB004: "off", area_competencies: 2-9}}]
competencies: [{id: c1, title: Investigate, area: Science}]
indicators:
  - {id: i1, code: SC.1a, competency_id: c1, title: Plan, statement: Plan an investigation., dok: 3, ready: true}
targets: [{id: t1, indicator_id: i1, statement: I can name the variables.}]
habits: [{id: h1, code: H.1, title: Keeps at it, statement: Revises work.}]
scales: [{id: s1, title: Two levels, levels: {"1": Not yet, "2": Shown}}]
criteria:
  - {id: k1, subject_id: i1, element: Variables, scale_id: s1, descriptors: {"1": Lacks a plan and lacks one.}}
  - {id: k2, subject_id: h1, element: Feedback, scale_id: s1}
experiences: [{id: e1, title: Biology}]
assessments:
  - {id: q1, title: Stream study, purpose: summative, indicator_ids: [i1], criterion_ids: [k1, k2]}
  - {id: q2, title: Exit slip}
items: [{id: m1, assessment_id: q1, prompt: Choose a variable., primary_id: i1, dok: 1}]
"""
TESTS_ONLY = Finding(
    code="ASM006", severity=Severity.NOTE, kind="indicator", subject_id="i1", message="All tests.", remedy="Vary.",
    others=("q1",),
)  # fmt: skip


def given_more(room: str, at: str = "", **rest: Any) -> Given:
    """Return what a room on the framework above is drawn from."""
    view = View(room=room, selected={room: at} if at else {})
    return Given(framework=framework_of(MORE), view=view, **rest)


def block(given: Given, kind: str, number: int = 0) -> State:
    """Return the editor's block of a kind."""
    found: list[State] = [one for one in states(given)["editor"]["blocks"] if one["type"] == kind]
    return found[number]


def test_a_habit_is_written_and_scored_on_one_page() -> None:
    """Its fields, its criteria over the scale, and where it is scored."""
    given = given_more("habits", "h1")

    assert [one["field"] for one in block(given, "fields")["fields"]] == ["statement", "title", "code"]
    assert [one["label"] for one in block(given, "grid")["columns"]] == ["1 Not yet", "2 Shown"]
    assert [one["name"] for one in block(given, "links")["items"]] == ["Stream study"]
    assert rows(outline_state(given_more("criteria"))["nodes"]) == ["Science", "  Investigate", "    Plan"]


def test_criteria_are_found_where_their_subject_is_scored() -> None:
    """Those of habits in the room of habits, those of indicators in the room of criteria."""
    framework = framework_of(MORE)

    assert place_of(framework, framework.get("k1")) == ("criteria", "i1")
    assert place_of(framework, framework.get("k2")) == ("habits", "h1")
    assert place_of(framework, framework.get("m1")) == ("assessments", "q1")
    assert place_of(framework, framework.get("d")) == ("settings", "d")


def test_an_assessment_stands_beside_the_demand_of_what_it_shows() -> None:
    """Its purpose groups it; what its items ask is told beside what the indicator asks for."""
    given = given_more("assessments")

    assert rows(outline_state(given)["nodes"]) == ["Summative", "  Stream study", "Purpose not said yet", "  Exit slip"]
    assert block(given, "table")["rows"] == [
        [{"code": "SC.1a", "text": "Plan"}, "Variables", "3", "1 item, up to 1, less than it asks for"]
    ]
    criteria = block(given, "fields", 1)["fields"][1]
    assert (criteria["field"], criteria["first"]) == ("criterion_ids", ["k1"])


def test_findings_of_assessments_about_others_stand_beside_the_assessment_they_name() -> None:
    """That all evidence of an indicator is tests is said of the indicator, and seen here too."""
    given = given_more("assessments", "q1", findings=(TESTS_ONLY,))
    (found,) = findings_state(given, selected_thing(given))["findings"]
    other = given_more("assessments", "q2", findings=(TESTS_ONLY,))

    assert (found["code"], found["about"]) == ("ASM006", "Performance indicator “Plan”")
    assert findings_state(other, selected_thing(other))["findings"] == []


def test_what_is_said_of_how_many_there_are_stands_beside_each_of_them() -> None:
    """It belongs to the district, and those who work on the competencies see it where they are."""
    framework = framework_of("""
        districts: [{id: d, title: Maple Hollow}]
        competencies: [{id: c1, area: Math, ready: true}, {id: c2, area: Math}, {id: c3}]
    """)
    found = check(CheckInput(framework), ["STR012"])

    def codes(selected: str) -> list[str]:
        view = View(room="competencies", selected={"competencies": selected})
        given = Given(framework=framework, view=view, findings=found)
        return [one["code"] for one in findings_state(given, selected_thing(given))["findings"]]

    assert [codes(one) for one in ("c1", "c2", "c3")] == [["STR012"], ["STR012"], []]


def test_settings_show_every_setting_of_the_checks_on_some_page() -> None:
    """No range, threshold, word list or rule is left out, and each has its sentence."""
    shown = {
        item["key"]: item
        for page in dict.fromkeys(one.page for one in settings_of_checks())
        for item in block(given_more("settings", page), "options")["items"]
    }

    assert set(shown) == {one.key for one in settings_of_checks()}
    assert all(item["field"]["help"] for item in shown.values())
    assert {one.key for one in settings_of_checks() if not one.page.startswith("page rules")} == set(SAYS)
    assert {code[:3] for code in RULES} == set(FAMILY_TITLES)


def test_what_the_district_changed_is_listed_with_the_way_back() -> None:
    """A rule that is off says so where it stands, and both changes are one list."""
    given = given_more("settings", "page changed")
    rule = next(
        one
        for one in block(given_more("settings", "page rules RUB"), "options")["items"]
        if one["key"] == "severity.RUB004"
    )

    assert [one["says"] for one in block(given, "cards")["items"]] == [
        "Yours: 2-9. Usual: 3-8.",
        "Yours: off. Usual: error.",
    ]
    assert (rule["off"], rule["action"]["label"], rule["field"]["value"]) == (True, "Turn it on again", "off")
    assert outline_state(given)["selected"] == "page changed"


def test_a_rule_is_turned_off_and_on_as_edits_that_can_be_undone(project: Project) -> None:
    """Nothing but the setting changes."""
    desk = Desk(project, View(room="settings"))
    desk.take({"setting": {"key": "severity.RUB002", "value": "off"}})
    assert [one.key for one in changed(project.framework.district)] == ["severity.RUB002"]

    desk.take({"setting": {"key": "severity.RUB002", "value": ""}})
    assert changed(project.framework.district) == []

    desk.take({"undo": True})
    assert project.framework.district.settings["severity.RUB002"] == "off"


def test_a_thing_is_marked_ready_with_what_has_no_page_of_its_own() -> None:
    """Targets, items and the criteria of a habit go with what they stand under."""
    wishes = [
        states(given_more(room, at))["editor"]["actions"][0]["do"]["ready"]
        for room, at in (("competencies", "i1"), ("habits", "h1"), ("assessments", "q1"), ("criteria", "i1"))
    ]

    assert [one["ids"] for one in wishes] == [["i1", "t1"], ["h1", "k2"], ["q1", "m1"], ["k1"]]


@pytest.mark.parametrize(
    ("room", "says", "ids"),
    [
        ("competencies", "Science: 1 of 3 ready", ["c1", "i1", "t1"]),
        ("criteria", "Science: 0 of 1 ready", ["k1"]),
        ("habits", "Habits of work: 0 of 2 ready", ["h1", "k2"]),
        ("settings", "Scales: 0 of 1 ready", ["s1"]),
    ],
)
def test_a_whole_section_is_marked_ready_at_once(room: str, says: str, ids: list[str]) -> None:
    """Each heading tells how much of it is ready, and marks the rest."""
    section = outline_state(given_more(room))["sections"][0]

    assert f"{section['name']}: {section['says']}" == says
    assert section["do"] == {"ready": {"ids": ids, "value": True}}


def test_every_section_of_beliefs_is_marked_as_one_step(project: Project) -> None:
    """One undo takes all of it back."""
    desk = Desk(project, View(room="beliefs"))
    given = given_in("beliefs")
    desk.take(outline_state(given)["sections"][0]["do"])
    assert all(one.ready for one in project.framework.beliefs.ordered())
    assert desk.view.message == {"text": "4 things are ready for review now.", "tone": "note", "undo": True}

    desk.take({"undo": True})
    assert [one.ready for one in project.framework.beliefs.ordered()] == [False, True]


@pytest.mark.parametrize(
    ("room", "at", "there"),
    [
        ("criteria", "i1", ("criteria", "i1")),
        ("criteria", "k2", ("habits", "h1")),
        ("start", "q1", ("assessments", "q1")),
        ("alignment", "e1", ("alignment", "e1")),
        ("settings", "page lists", ("settings", "page lists")),
        ("alignment", OVERVIEW, ("alignment", OVERVIEW)),
        ("beliefs", "", ("beliefs", "")),
    ],
)
def test_a_room_opens_at_a_thing(room: str, at: str, there: tuple[str, str]) -> None:
    """Where the room does not show the thing, its own room does."""
    view = opening(room, at, framework_of(MORE))

    assert (view.room, view.at, view.message) == (*there, None)


def test_what_is_not_there_is_told_in_a_sentence() -> None:
    """An old address is no error."""
    view = opening("criteria", "gone", framework_of(MORE))

    assert (view.room, view.at) == ("criteria", "")
    assert header_state(Given(framework=framework_of(MORE), view=view))["message"]["text"].startswith("What you were")


def test_who_is_here_stands_in_the_start_room_only_when_somebody_is() -> None:
    """The host of several people fills it."""
    here = given_more("start", present=(("Joe Kim", "Scoring criteria"),))

    assert block(here, "people")["items"] == [{"name": "Joe Kim", "initials": "JK", "where": "Scoring criteria"}]
    assert "people" not in [one["type"] for one in states(given_more("start"))["editor"]["blocks"]]


def test_a_card_tells_drafted_from_ready() -> None:
    """What is written counts as drafted; what has only a code does not."""
    cards = {one["key"]: one for one in block(given_more("start"), "meters")["items"]}

    assert cards["competencies"]["says"] == "1 competency, 1 performance indicator. 2 drafted, 1 ready."
    assert (cards["competencies"]["percent"], cards["competencies"]["drafted"]) == (50, 100)
    assert cards["beliefs"]["says"].endswith("Not begun yet.")


def test_what_the_rest_is_built_on_comes_first_among_what_is_as_grave() -> None:
    """An indicator is put right before an assessment that scores it."""
    later = Finding(code="ASM001", severity=Severity.ERROR, kind="assessment", subject_id="q1", message="A", remedy="")
    sooner = Finding(code="STR002", severity=Severity.ERROR, kind="competency", subject_id="c1", message="B", remedy="")
    graver = block(given_more("start", all_findings=(TESTS_ONLY, later, sooner)), "verdict")

    assert [one["key"] for one in graver["items"]] == ["STR002", "ASM001", "ASM006"]


def test_the_words_a_finding_is_about_are_marked_in_its_field() -> None:
    """Only those that stand in the text."""
    finding = Finding(
        code="RUB007", severity=Severity.WARNING, kind="criterion", subject_id="k1", message="", remedy="",
        field="descriptors.1", evidence=("Lacks", "0.85"),
    )  # fmt: skip
    cells = block(given_more("criteria", "i1", findings=(finding,)), "grid")["rows"][0]["cells"]

    assert [one["words"] for one in cells] == [["Lacks"], []]


def test_others_who_have_the_rooms_open_are_named_with_what_they_look_at(project: Project) -> None:
    """Not oneself, and nobody twice."""
    for seat in ("page 1", "page 2"):
        project.presence.enter(seat, "joe", "Joe Kim")
        project.presence.stand(seat, "criteria", "i1")
    project.presence.enter("mine", project.person_id, "Ana Ruiz")

    assert present(project, "mine") == (("Joe Kim", "Scoring criteria: Plan"),)


@pytest.mark.parametrize(
    ("ready", "says"),
    [
        ("false", "The checks stay quiet about the whole until the first competency"),
        ("true", "Nothing to say about this."),
    ],
)
def test_nobody_is_asked_to_mark_the_district_ready(ready: str, says: str) -> None:
    """There is no such button: what the checks say of it counts with the first competency."""
    framework = framework_of(f"districts: [{{id: d, title: D}}]\ncompetencies: [{{id: c, ready: {ready}}}]")
    shown = findings_state(given_in("settings", framework=framework), framework.district)
    assert shown["none"].startswith(says)


@pytest.mark.parametrize(
    ("key", "written", "said"),
    [
        ("area_competencies", "8-3", "“8-3” cannot be read: write two whole numbers"),
        ("area_competencies", "abc", "Until then the usual counts: 3 to 8."),
        ("area_competencies", "2 to 9", ""),
        (
            "reading_grade",
            "abc",
            "write one number, such as 2.5. Until then the usual counts: 14.",
        ),
        ("reading_grade", "9.5", ""),
        ("reading_grade", " ", ""),
    ],
)
def test_a_number_that_cannot_be_read_is_told_at_its_field(key: str, written: str, said: str) -> None:
    """Whether drafts are checked or not, and then once only."""
    framework = framework_of(f"districts: [{{id: d, title: Ours, settings: {{{key}: '{written}'}}}}]")
    view = View(room="settings", selected={"settings": "page numbers"})
    for drafts in (False, True):
        found = check(CheckInput(framework, drafts=True)) if drafts else ()
        made = states(Given(framework=framework, view=view, findings=found))
        (options,) = (one for one in made["editor"]["blocks"] if one["type"] == "options")
        (field,) = (one["field"] for one in options["items"] if one["key"] == key)
        assert said in field.get("problem", "")
        assert bool(field.get("problem")) is bool(said)
        assert field["marks"] == []
