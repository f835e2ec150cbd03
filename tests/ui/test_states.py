"""What the panes draw, as pure functions of a framework."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.ui.conftest import SMALL
from workbench.model import Finding, Role, Severity
from workbench.project.kept import Kept
from workbench.testing import framework_of
from workbench.ui.find import find_state
from workbench.ui.panes.states import header_state, outline_state, selected_thing, states
from workbench.ui.rooms import ROOMS
from workbench.ui.view import Given, State, View

FINDING = Finding(
    code="STR007",
    severity=Severity.WARNING,
    kind="practice",
    subject_id="p1",
    message="Nobody sees to “An adviser for every student.”",
    remedy="Name who does.",
)


def given_in(room: str, selected: str = "", **rest: Any) -> Given:
    """Return what a room on the small framework is drawn from."""
    view = View(room=room, selected={room: selected} if selected else {})
    return replace(Given(framework=framework_of(SMALL), view=view), **rest)


def rows(nodes: list[State], depth: int = 0) -> list[str]:
    """Return an outline as indented lines."""
    return [line for one in nodes for line in (f"{'  ' * depth}{one['name']}", *rows(one["children"], depth + 1))]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("content", [SMALL, "{}"], ids=["small", "empty"])
def test_every_room_can_be_drawn_whatever_is_selected(room: str, content: str) -> None:
    """Each thing in each room, also in an empty framework, gives states that are JSON."""
    framework = framework_of(content)
    for selected in ["", "gone", *(thing.id for thing in framework.things())]:
        made = states(Given(framework=framework, view=View(room=room, selected={room: selected})))
        assert json.loads(json.dumps(made)) == made
        assert made["editor"]["title"]
        assert made["editor"]["blocks"] or made["editor"]["columns"] == ["outline", "overview"]


def test_the_same_values_give_the_same_states() -> None:
    """States depend on nothing but what is given."""
    assert states(given_in("criteria", "i1")) == states(given_in("criteria", "i1"))


def test_the_outline_shows_beliefs_with_their_practices() -> None:
    """Headings, then things, then what belongs to them."""
    assert rows(outline_state(given_in("beliefs"))["nodes"]) == [
        "Beliefs",
        "  Belonging",
        "    An adviser for every student.",
        "    Time to talk.",
        "  Growth",
        "Portrait of a graduate",
        "  Clear communicator",
    ]


def test_the_outline_counts_findings_in_words_where_they_belong() -> None:
    """A practice carries its own count; the belief above it does not count it twice."""
    beliefs = outline_state(given_in("beliefs", findings=(FINDING,)))["nodes"][0]["children"]

    assert beliefs[0]["counts"] == {}
    assert beliefs[0]["children"][0]["counts"] == {"warning": {"n": 1, "says": "1 warning"}}


def test_findings_of_what_belongs_to_the_selected_thing_are_shown_and_named() -> None:
    """On the belief's page one sees what is said of its practices, and of which."""
    (finding,) = states(given_in("beliefs", "b1", findings=(FINDING,)))["findings"]["findings"]

    assert (finding["word"], finding["code"]) == ("Warning", "STR007")
    assert finding["about"] == "Practice “An adviser for every student.”"
    assert finding["why"]
    assert states(given_in("beliefs", "b2", findings=(FINDING,)))["findings"]["findings"] == []


def test_the_criteria_are_a_table_with_the_level_that_meets_the_expectation() -> None:
    """A row an element, a column a level, each cell a field."""
    editor = states(given_in("criteria", "i1"))["editor"]
    grid = next(block for block in editor["blocks"] if block["type"] == "grid")

    assert [column["label"] for column in grid["columns"]][2] == "3 Proficient"
    assert [column["target"] for column in grid["columns"]] == [False, False, True, False]
    assert [cell["value"] for cell in grid["rows"][0]["cells"]] == ["Names one.", "", "Controls all.", ""]


def test_an_empty_place_says_what_belongs_there_why_and_gives_an_example() -> None:
    """Nobody meets a blank page."""
    editor = states(given_in("criteria", "i2"))["editor"]
    grid = next(block for block in editor["blocks"] if block["type"] == "grid")

    assert grid["rows"] == []
    assert all(grid["empty"][part] for part in ("what", "why", "example", "add"))


@pytest.mark.parametrize(
    ("severities", "line"),
    [
        ((), "Nothing stands in the way of adoption."),
        ((Severity.WARNING,), "Nothing stands in the way of adoption."),
        ((Severity.ERROR,), "Not ready to adopt: 1 thing stands in the way."),
        ((Severity.ERROR, Severity.ERROR), "Not ready to adopt: 2 things stand in the way."),
    ],
)
def test_the_verdict_is_one_sentence(severities: tuple[Severity, ...], line: str) -> None:
    """Only errors stand in the way; findings of one rule are one line."""
    findings = tuple(replace(FINDING, severity=one, field=str(n)) for n, one in enumerate(severities))
    editor = states(given_in("start", all_findings=findings))["editor"]

    verdict = next(block for block in editor["blocks"] if block["type"] == "verdict")

    assert verdict["line"] == line
    assert len(verdict["items"]) == min(len(severities), 1)


def test_a_framework_that_has_only_begun_is_not_called_ready() -> None:
    """Where nothing is written nothing is wrong; the verdict says what comes next instead."""
    lines = []
    for content in ("{}", "beliefs: [{id: b, title: Belonging}]"):
        editor = states(Given(framework=framework_of(content), view=View(room="start")))["editor"]
        lines.append(next(block["line"] for block in editor["blocks"] if block["type"] == "verdict"))

    assert lines == [
        "Just begun: start with what your district believes.",
        "On the way: the competencies come next.",
    ]


def test_binder_is_warned_of_first() -> None:
    """Where everything vanishes, that stands before everything else, with the way out."""
    first = states(given_in("start", binder=True))["editor"]["blocks"][0]

    assert first["line"] == "Work on Binder vanishes."
    assert first["actions"][0]["do"] == {"copy": True}


def test_the_districts_own_words_are_used() -> None:
    """A district that says proficiency reads proficiency."""
    framework = framework_of(SMALL + "districts: [{id: d, title: Ours, terms: {competency: proficiency}}]\n")
    rooms = {room["key"]: room["title"] for room in header_state(Given(framework=framework))["rooms"]}

    assert rooms["competencies"] == "Proficiencies"


def test_what_is_gone_gives_way_to_what_the_room_begins_with() -> None:
    """Somebody else may have removed what was selected."""
    thing = selected_thing(given_in("beliefs", "gone"))

    assert thing is not None
    assert thing.id == "b1"


def test_find_puts_codes_before_names_before_texts() -> None:
    """An exact code is what one looked for."""
    found = find_state(framework_of(SMALL), "sc.1")

    assert next(one["code"] for one in found["found"]) == "SC.1"
    assert find_state(framework_of(SMALL), "adviser")["found"][0]["name"] == "An adviser for every student."
    assert find_state(framework_of(SMALL), "zebra")["found_says"] == "Nothing fits these words."


@pytest.mark.parametrize(
    ("words", "found"),
    [("controls all", ["k1"]), ("distinguished", ["s1"]), ("names controls", ["k1"]), ("developed assessed", [])],
)
def test_find_looks_into_every_text(words: str, found: list[str]) -> None:
    """Into the descriptors of each level too; what is chosen from a list is no text."""
    kept = Kept()
    for _again in range(2):
        assert [one["id"] for one in find_state(framework_of(SMALL), words, kept)["found"]] == found


def test_what_was_found_is_read_again_once_it_has_changed() -> None:
    """What is kept goes with the framework that it was read from."""
    kept = Kept()
    find_state(framework_of(SMALL), "controls", kept)
    changed = framework_of(SMALL.replace("Controls all.", "Steers all."))
    assert find_state(changed, "controls", kept)["found"] == []
    assert len(find_state(changed, "steers", kept)["found"]) == 1


def test_only_the_unaligned_are_listed_when_asked() -> None:
    """What has a standard leaves the list, and what has none stays."""
    aligned = SMALL + "alignments: [{id: x, subject_id: i1, set_id: s, standard_id: t}]\n"
    view = View(room="alignment", unaligned=True)
    listed = rows(outline_state(Given(framework=framework_of(aligned), view=view))["nodes"])

    assert "    Conclude" in listed
    assert "    Plan" not in listed


def test_start_room_warns_of_a_folder_that_can_damage_the_project() -> None:
    """The sentence stands first, with a copy to save; without danger there is none."""
    view = View(room="start")
    warned = states(Given(framework=framework_of(SMALL), view=view, warning="Move it."))["editor"]["blocks"][0]
    calm = states(Given(framework=framework_of(SMALL), view=view))["editor"]["blocks"][0]

    assert (warned["key"], warned["text"]) == ("folder", "Move it.")
    assert calm["key"] != "folder"


def test_a_facilitator_who_is_alone_is_led_to_inviting() -> None:
    """Where others can be invited, and nobody is yet; the head tells who leads."""
    alone = given_in("start", shared=True, everyone={"a": "Ana Ruiz"})
    invite = next(one for one in states(alone)["editor"]["blocks"] if one["key"] == "invite")
    assert invite["actions"] == [{"label": "Invite people", "page": "people"}]
    for other in (
        replace(alone, shared=False),
        replace(alone, everyone={"a": "Ana Ruiz", "j": "Joe Kim"}),
        replace(alone, role=Role.DRAFTER),
    ):
        assert "invite" not in [one["key"] for one in states(other)["editor"]["blocks"]]
        assert states(other)["header"]["leads"] is other.role.may(Role.FACILITATOR)
