"""Rows of one's own, in the rooms: pasted, looked at, corrected, kept as one change, taken back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.model import Indicator, Role, add_many, set_field
from workbench.project import Project, create_project, open_project
from workbench.publish.case_package import case_bytes
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.view import View

ROWS = "Competency\tIndicator\tDOK\tFlavor\nInvestigate\tPlan it.\t3\tsweet\n\tArgue.\t2\t\nDream\tBegin.\thigh\t"


SAID = "Added 1 competency and 2 indicators. Changed 1 performance indicator."
SHELL = "s"


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down in the start room."""
    return Desk(project, View(room="start"))


def blocks(desk: Desk) -> dict[str, Any]:
    """Return the blocks of the page by key; the states are JSON."""
    made = states(gather(desk, shell=SHELL))
    json.dumps(made)
    return {block["key"]: block for block in made["editor"]["blocks"]}


def paste(desk: Desk, text: str = ROWS, html: str = "", kind: str = "") -> dict[str, Any]:
    """Paste, and return the blocks that follow."""
    desk.take({"bring_paste": {"text": text, "html": html, "kind": kind}})
    return blocks(desk)


def test_rows_are_shown_before_anything_is_changed(desk: Desk) -> None:
    """With what each column is taken for, and what waits for a decision."""
    before = desk.project.framework
    found = paste(desk)

    assert desk.project.framework is before
    assert desk.view.room == "bring"
    keep = found["decision"]["actions"][0]
    assert (keep["disabled"], keep["says"]) == (True, "Say first what 1 column below is.")
    assert found["decision"]["lines"] == [
        "13 filled cells: 4 headings, 7 kept, 1 not decided yet and 1 that no field can hold."
    ]
    assert [one["head"] for one in found["sheet 0"]["columns"] if one["open"]] == ["Flavor"]
    assert [row[3] for row in found["losses"]["rows"]] == [
        "“Depth of knowledge (1 to 4)” cannot be “high”: a whole number is expected."
    ]


def test_what_is_kept_is_one_change_that_undo_takes_back(desk: Desk) -> None:
    """Under the competency that is here, and under a new one."""
    before = desk.project.framework
    paste(desk)
    desk.take({"bring_keep": True})
    assert desk.view.message == {"text": "Say first what is to become of 1 column.", "tone": "stop", "undo": False}
    desk.take({"bring_choice": {"sheet": 0, "name": "3", "value": "-"}})
    desk.take({"bring_keep": True})

    assert [one.statement for one in desk.project.framework.indicators_of("c1")] == [
        "Plan an investigation.", "", "Plan it.", "Argue.",
    ]  # fmt: skip
    assert desk.view.message == {"text": "Added 1 competency and 3 indicators.", "tone": "note", "undo": True}
    desk.take({"undo": True})
    assert desk.project.framework == before


def test_one_stands_before_what_was_brought(desk: Desk) -> None:
    """In its room, with undo at hand; after undo, before what is there."""
    paste(desk, "Code\tIndicator\tElement\nSC.1a\t\tTools\nSC.1b\t\tData", kind="criterion")
    desk.take({"bring_choice": {"sheet": 0, "name": "0", "value": "indicator.code"}})
    desk.take({"bring_keep": True})
    assert (desk.view.room, desk.view.at) == ("criteria", "i1")
    assert desk.view.message is not None
    assert desk.view.message["undo"]
    paste(desk, "Belief\nWe listen.")
    desk.take({"bring_keep": True})
    assert desk.view.room == "beliefs"
    assert desk.project.framework.get(desk.view.at).name == "We listen."
    desk.take({"undo": True})
    assert blocks(desk)


def test_what_becomes_of_several_lines_in_one_cell_is_told(desk: Desk) -> None:
    """A list is a thing each, other lines are one text."""
    rows = 'Indicator\n"• Plan.\n• Argue."\n"First plan.\nThen argue."\n"See.\nSay."'
    found = paste(desk, rows, kind="indicator")

    assert found["decision"]["lines"][1:3] == [
        "1 cell holds a list; each of its items became a thing of its own.",
        "2 cells hold several lines; each was kept as one text.",
    ]
    assert len(found["things"]["rows"]) == 4


def test_a_column_is_given_another_meaning_and_the_rows_another_kind(desk: Desk) -> None:
    """The preview follows."""
    paste(desk, "Name\tText\nLight\tHow light bends.")
    desk.take({"bring_choice": {"sheet": 0, "name": "kind", "value": "experience"}})
    desk.take({"bring_choice": {"sheet": 0, "name": "1", "value": "experience.description"}})
    desk.take({"bring_keep": True})

    found = [one for one in desk.project.framework.experiences.ordered() if one.title == "Light"]
    assert [one.description for one in found] == ["How light bends."]


def test_rows_that_fit_many_kinds_are_what_stands_where_they_are_pasted(desk: Desk) -> None:
    """Headings that name a kind count for more."""
    desk.take({"bring_paste": {"text": "Name\tDescription\nCares\tFor others.", "html": "", "prefer": "habit"}})
    assert blocks(desk)["sheet 0"]["kind"]["value"] == "habit"
    desk.take({"bring_paste": {"text": ROWS, "html": "", "prefer": "competency"}})
    assert blocks(desk)["sheet 0"]["kind"]["value"] == "indicator"


def test_what_cannot_be_read_is_told_where_it_was_pasted(desk: Desk) -> None:
    """Nothing, and too much."""
    assert paste(desk, " ")["paste"]["message"]["text"].startswith("There is no text")
    assert paste(desk, "a\n" * 6000)["paste"]["message"]["text"].startswith("There are more than 5,000 rows")


def test_a_change_of_somebody_else_meanwhile_asks_for_another_look(desk: Desk) -> None:
    """The preview is made anew, for the framework as it is now."""
    paste(desk, "Code\tIndicator\nSC.1a\tPlan well.")
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "i1", "statement", "Plan alone."))
    desk.take({"bring_keep": True})

    assert desk.project.framework.indicators["i1"].statement == "Plan alone."
    assert desk.view.message is not None
    assert "once more" in desk.view.message["text"]
    desk.take({"bring_keep": True})
    assert desk.project.framework.indicators["i1"].statement == "Plan well."


def test_what_others_do_elsewhere_meanwhile_hinders_nobody(desk: Desk) -> None:
    """Not even what they add just where the rows are to stand: these stand behind it."""
    paste(desk, "Code\tCompetency\tIndicator\n\tInvestigate\tArgue.\nSC.1a\t\tPlan well.\n\tDream\tBegin.")
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "b1", "title", "Being at home"))
        other.edit(add_many(other.framework, [Indicator(id="i3", competency_id="c1", statement="Doubt.", order="zz")]))
    desk.take({"bring_keep": True})

    framework = desk.project.framework
    assert framework.get("b1").name == "Being at home"
    assert [one.statement for one in framework.indicators_of("c1")] == ["Plan well.", "", "Doubt.", "Argue."]
    assert desk.view.message == {"text": SAID, "tone": "note", "undo": True}


def test_rows_that_would_become_something_else_by_now_are_shown_anew(desk: Desk) -> None:
    """What was new is there by now: it would be changed instead."""
    paste(desk, "Code\tIndicator\nSC.1c\tArgue.")
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(add_many(other.framework, [Indicator(id="i3", code="SC.1c", competency_id="c1")]))
    desk.take({"bring_keep": True})

    assert desk.project.framework.indicators["i3"].statement == ""
    assert desk.view.message is not None
    assert "once more" in desk.view.message["text"]
    assert blocks(desk)["decision"]["line"] == "This changes 1 thing."


def test_hostile_words_of_a_page_are_told_and_change_nothing(desk: Desk) -> None:
    """A sheet that is not there, a column that is not there, a meaning that is none."""
    before = desk.project.framework
    paste(desk)
    for wish in ({"sheet": 9, "name": "0", "value": "-"}, {"sheet": 0, "name": "99", "value": "-"},
                 {"sheet": 0, "name": "0", "value": "competency.order"}):  # fmt: skip
        desk.take({"bring_choice": wish})
        assert desk.view.message is not None
        assert desk.view.message["tone"] == "stop"
    assert desk.project.framework is before


@pytest.mark.parametrize(
    "message",
    [
        {"bring_paste": {"text": ROWS, "html": ""}},
        {"bulk": {"what": "remove", "ids": ["i1"]}},
    ],
)
def test_who_only_comments_changes_nothing(project: Project, message: dict[str, Any]) -> None:
    """And is told why."""
    before = project.framework
    desk = Desk(project.beside(project.person_id, Role.COMMENTER), View(room="start"))
    desk.take(message)

    assert desk.many.brought is None
    assert project.framework is before
    assert desk.view.message is not None
    assert desk.view.message["text"].startswith("You are here as")


def upload(desk: Desk, name: str, content: bytes) -> dict[str, Any]:
    """Send a file of one's own things, and return the blocks that follow."""
    wish = {"id": "1", "name": name, "size": len(content), "at": 0, "into": "bring", "content": content}
    desk.take({"upload": wish})
    return blocks(desk)


def test_a_csv_file_is_read_like_pasted_rows(desk: Desk) -> None:
    """By its content."""
    upload(desk, "beliefs.csv", b"Belief,Practice\nWe listen,Surveys\n,Forums\n")
    desk.take({"bring_keep": True})

    listened = next(one for one in desk.project.framework.beliefs.ordered() if one.statement == "We listen")
    assert [one.statement for one in desk.project.framework.practices_of(listened.id)] == ["Surveys", "Forums"]


@pytest.mark.parametrize("content", [b"", b'{"a": 1}', b"PK\x03\x04 no workbook", b"\x00" * 500])
def test_a_file_that_is_none_is_told(desk: Desk, content: bytes) -> None:
    """In a sentence, beside the form."""
    message = upload(desk, "file.xlsx", content)["paste"]["message"]

    assert message["tone"] == "stop"
    assert message["text"].endswith(".")


def test_a_case_package_becomes_ours_with_its_identifiers_scale_and_criteria(tmp_path: Path) -> None:
    """What the example district publishes, brought into a blank project: each thing once; twice changes nothing."""
    with create_project(tmp_path / "a.workbench", starter="example") as example:
        package, framework = case_bytes(example.publication()), example.framework
    with create_project(tmp_path / "b.workbench", starter="blank") as blank:
        desk = Desk(blank, View(room="start"))
        lines = upload(desk, "package.json", package)["decision"]["lines"]
        assert any("associations (179 isRelatedTo, 29 precedes)" in line for line in lines)
        desk.take({"bring_keep": True})
        made = blank.framework
        for kind in ("competency", "indicator", "target", "habit", "criterion"):
            assert {one.source_id for one in made.table(kind).values()} == set(framework.table(kind))
        for one in framework.criteria.ordered():
            own = next(other for other in made.criteria.ordered() if other.source_id == one.id)
            assert own.descriptors == one.descriptors
            assert made.scales[own.scale_id].levels == framework.scales[one.scale_id].levels
        assert "leaves 218 things as they are" in upload(desk, "package.json", package)["decision"]["line"]


CRITERIA = "Element\tBeginning\tDeveloping\tProficient\tDistinguished\nData\ta\tb\tc\td\nSafety\te\tf\tg\th"


def test_what_is_pasted_at_a_thing_belongs_to_it(desk: Desk) -> None:
    """Criteria to the indicator on which the caret stood; a row that names another one goes there."""
    desk.take({"bring_paste": {"text": CRITERIA, "html": "", "prefer": "indicator", "at": "i2"}})
    desk.take({"bring_keep": True})
    assert [one.element for one in desk.project.framework.criteria_of("i2")] == ["Data", "Safety"]
    desk.take({"bring_paste": {"text": "Indicator\tElement\nSC.1a\tTools", "html": "", "at": "i2"}})
    desk.take({"bring_keep": True})
    assert [one.element for one in desk.project.framework.criteria_of("i1")] == ["Variables", "Tools"]


def test_an_element_of_the_same_name_elsewhere_is_another_one(desk: Desk) -> None:
    """It is not written over; pasted where it stands it is the same."""
    rows = "Element\tBeginning\nVariables\tLists some."
    found = paste(desk, rows, kind="criterion")
    assert found["decision"]["line"] == "This adds 1 scoring criterion."
    desk.take({"bring_paste": {"text": rows, "html": "", "kind": "criterion", "at": "i1"}})
    assert blocks(desk)["decision"]["line"] == "This changes 1 thing."


def test_what_is_here_already_stays_where_it_stands(desk: Desk) -> None:
    """Though it is pasted at something else; what is new beside it stands under the owner of that."""
    rows = "Code\tIndicator\nSC.1a\tPlan well.\nX.9\tDoubt."
    desk.take({"bring_paste": {"text": rows, "html": "", "at": "c2"}})
    desk.take({"bring_keep": True})

    framework = desk.project.framework
    assert framework.indicators["i1"].competency_id == "c1"
    assert [one.statement for one in framework.indicators_of("c2")] == ["Doubt."]


@pytest.mark.parametrize(
    ("kind", "text", "owner"),
    [
        ("criterion", CRITERIA, "i2"),
        ("indicator", "Statement\nArgue.", "c2"),
        ("target", "Target\nI can argue.", "i2"),
        ("practice", "Practice\nListen.", "b2"),
        ("unit", "Unit\nLight", "e1"),
        ("support", "Support\nTime", "e1"),
        ("part", "Part\nScience", "w1"),
    ],
)
def test_nothing_is_kept_that_would_belong_to_nothing(desk: Desk, kind: str, text: str, owner: str) -> None:
    """One chooses first what it belongs to, once for all rows that do not say."""
    before = desk.project.framework
    found = paste(desk, text, kind=kind)
    keep = found["decision"]["actions"][0]
    assert keep["disabled"]
    assert keep["says"].startswith("Choose first, below, what these belong to: ")
    desk.take({"bring_keep": True})
    assert desk.project.framework is before
    assert desk.view.message is not None
    assert desk.view.message["text"] == keep["says"]

    assert owner in [value for value, _name in found["sheet 0"]["owner"]["choices"]]
    desk.take({"bring_choice": {"sheet": 0, "name": "owner", "value": owner}})
    found = blocks(desk)
    assert (found["decision"]["actions"][0]["disabled"], found["sheet 0"]["owner"]["value"]) == (False, owner)
    desk.take({"bring_keep": True})
    made = [one for one in desk.project.framework.things() if before.find(one.id) is None]
    assert {one.owner_id for one in made} == {owner}


def test_that_there_is_nothing_to_belong_to_is_told(desk: Desk) -> None:
    """Items, where there is no assessment yet."""
    found = paste(desk, "Item\nHow does light bend?", kind="item")

    assert found["sheet 0"]["owner"] is None
    assert found["decision"]["actions"][0]["says"] == (
        "Before you bring in assessment items, there must be assessments for them to belong to."
    )
