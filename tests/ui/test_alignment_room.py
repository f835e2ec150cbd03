"""The room of alignment on a real project: the standards on the right, choosing, what each person says."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.standards_made import NEW, OLD, align
from workbench.project import Project, open_project
from workbench.ui import show
from workbench.ui.shell import Shell

PLACE = {"subject": "i1", "set": OLD.id}


@pytest.fixture
def shell(project: Project) -> Shell:
    """Enter the room with the first indicator selected and a set of standards in the project."""
    project.add_set(OLD)
    shown = show("alignment", project)
    shown.outline.receive({"select": "i1"})
    return shown


def asked(shell: Shell, message: dict[str, Any]) -> dict[str, Any]:
    """Return what the pane of standards is answered."""
    ((name, wish),) = message.items()
    answer = shell.desk.answer(name, {"set": OLD.id, **wish})
    assert answer is not None
    assert answer["set"] == OLD.id
    return answer


def block(shell: Shell, kind: str) -> dict[str, Any]:
    """Return the only block of a kind on the page."""
    (found,) = [one for one in shell.editor.state["blocks"] if one["type"] == kind]
    return dict(found)


def met(shell: Shell) -> list[tuple[str, str]]:
    """Return the standards that the indicator is aligned to, each with how fully."""
    framework = shell.desk.project.framework
    return [(one.standard_id, str(one.strength)) for one in framework.alignments_of("i1")]


def test_the_tree_comes_branch_by_branch(shell: Shell) -> None:
    """The top, then what is below one of it, each with its counts."""
    top = asked(shell, {"branch": {"parent": "", "offset": 0}})["branch"]
    below = asked(shell, {"branch": {"parent": "e", "offset": 1}})["branch"]

    assert [(one["code"], one["children"], one["leaves"]) for one in top["rows"]] == [("E", 2, 2), ("M", 1, 1)]
    assert (below["total"], [one["id"] for one in below["rows"]]) == (2, ["e2"])


@pytest.mark.parametrize(
    ("query", "grade", "found"),
    [("e.2", "", ["e2"]), ("ENERGY goes", "", ["e2"]), ("plan", "9", ["e1"]), ("sort", "9", [])],
)
def test_standards_are_found_by_code_words_and_grade(shell: Shell, query: str, grade: str, found: list[str]) -> None:
    """Grouped by their place in the tree; a standard has the grades of its heading."""
    groups = asked(shell, {"search": {"query": query, "grade": grade, "n": 1}})["found"]["groups"]

    assert [hit["id"] for group in groups for hit in group["hits"]] == found


def test_the_set_stays_while_others_align_elsewhere(shell: Shell, project: Project) -> None:
    """Whoever reads a set goes on reading it; at another thing the set comes that its neighbours cite most."""

    def shown() -> str:
        shell.standards.receive({"look": {}})
        return str(shell.standards.state["set"])

    project.add_set(NEW)
    before = shown()
    other = next(one for one in (OLD, NEW) if one.id != before)
    with open_project(project.path, person="Joe Kim") as joe:
        align(joe, "i2", "e2", identifier="x1", set_id=other.id)
    assert shown() == before
    shell.outline.receive({"select": "i2"})
    assert shown() == other.id
    shell.standards.receive({"look": {"set": before}})
    assert shown() == before


def test_a_search_says_how_much_it_found_and_where(shell: Shell) -> None:
    """In words, since somebody may only hear it."""
    found = asked(shell, {"search": {"query": "explain", "grade": "", "n": 7}})["found"]

    assert (found["n"], found["says"], found["groups"][0]["place"]) == (7, "1 standard found.", "Energy")


def test_one_standard_is_read_whole_with_what_it_is_linked_to(shell: Shell, project: Project) -> None:
    """Its place, its grades, what comes before it, what of ours meets it."""
    align(project, "i2", "e2", identifier="x1")
    told = asked(shell, {"standard": {"id": "e2"}})["standard"]

    assert (told["place"], told["text"]) == ("Energy", "Explain where energy goes.")
    assert [one["title"] for one in told["lists"]] == ["Met by 1 thing of ours", "Comes after (1)"]
    assert told["lists"][0]["items"][0]["go"] == {"id": "i2", "room": "alignment"}
    assert told["lists"][1]["items"][0]["name"] == "M.1 Sort materials by what they do."


def test_the_way_to_a_standard_is_told_by_places(shell: Shell) -> None:
    """So that the tree can be unfolded up to it."""
    assert asked(shell, {"reveal": {"id": "e2"}})["path"] == [
        {"parent": "", "id": "e", "index": 0},
        {"parent": "e", "id": "e2", "index": 1},
    ]


def test_a_question_about_what_is_gone_is_not_answered(shell: Shell) -> None:
    """The next state says what is there."""
    assert shell.desk.answer("branch", {"set": "nowhere", "parent": "", "offset": 0}) is None


def test_align_makes_one_alignment_and_marks_it_on_the_right(shell: Shell) -> None:
    """A second time changes nothing and says so."""
    shell.standards.receive({"meet": {**PLACE, "standard": "e1"}})
    assert met(shell) == [("e1", "full")]
    assert shell.standards.state["mine"] == ["e1"]
    assert shell.standards.state["covered"] == {"e": 1, "e1": 1}
    assert block(shell, "cards")["items"][0]["code"] == "E.1"

    shell.standards.receive({"meet": {**PLACE, "standard": "e1"}})
    assert met(shell) == [("e1", "full")]
    assert shell.header.state["message"]["text"] == "It is aligned to this standard already."


def test_the_set_that_neighbours_cite_stands_on_the_right(shell: Shell, project: Project) -> None:
    """Unless another was chosen."""
    project.add_set(NEW)
    align(project, "i2", "e2", identifier="x1")
    assert shell.standards.state["set"] == OLD.id
    shell.standards.receive({"look": {"set": NEW.id}})

    assert shell.standards.state["set"] == NEW.id
    assert [title for _, title in shell.standards.state["sets"]] == ["Energy, 2020", "Energy, 2026"]


def test_suggestions_come_with_reasons_and_can_be_refused(shell: Shell) -> None:
    """What I say does not fit is not suggested to me again."""
    first = block(shell, "suggestions")["items"][0]
    assert (first["id"], first["code"]) == ("e1", "E.1")
    assert first["reasons"][0].startswith("Same words: plan, investigation")

    shell.editor.receive(first["refuse"])
    assert "e1" not in [one["id"] for one in block(shell, "suggestions")["items"]]
    assert met(shell) == []
    assert (block(shell, "raters")["title"], block(shell, "raters")["folded"]) == ("Said not to fit: 1", True)
    assert [(one["code"], one["says"]) for one in block(shell, "raters")["items"]] == [
        ("E.1", "1 person: not at all. Not agreed on yet.")
    ]


def test_what_was_removed_is_named_by_what_it_was_of(shell: Shell) -> None:
    """Not by its rationale, which is all that an alignment has of a name."""
    shell.standards.receive({"meet": {**PLACE, "standard": "e1"}})
    made = block(shell, "cards")["items"][0]["id"]
    name = shell.editor.state["title"]
    shell.editor.receive({"remove": made})

    assert shell.header.state["message"]["text"] == f"Removed an alignment of “{name}”."


def test_what_each_person_says_is_kept_apart_until_agreed(shell: Shell, project: Project) -> None:
    """Two say their own, one agrees; the alignment then is the strength that most said."""
    with open_project(project.path, person="Ben Okoro") as other:
        other.judge("i1", (OLD.id, "e2"), strength="partial", rationale="Only heat.")
    shell.outline.receive({"look": {"alone": True}})
    shell.standards.receive({"meet": {**PLACE, "standard": "e2"}})
    assert met(shell) == []
    (item,) = block(shell, "raters")["items"]
    assert [(one["who"], one["strength"]) for one in item["voices"]] == [
        ("Ben Okoro", "In part"),
        ("Ana Ruiz", "Fully"),
    ]
    assert item["says"] == "2 people: 1 fully and 1 in part. Not agreed on yet."

    shell.editor.receive(item["mine"][1]["do"])
    (item,) = block(shell, "raters")["items"]
    assert item["agree"]["label"] == "Agree on “in part”"
    shell.editor.receive(item["agree"]["do"])
    assert met(shell) == [("e2", "partial")]
    (item,) = block(shell, "raters")["items"]
    assert (item["agree"], item["says"]) == (None, "2 people: 2 in part. Agreed on.")


def test_who_says_alone_is_asked_of_what_is_agreed_too(shell: Shell) -> None:
    """Before anybody said anything."""
    shell.standards.receive({"meet": {**PLACE, "standard": "e1"}})
    shell.outline.receive({"look": {"alone": True}})
    (item,) = block(shell, "raters")["items"]

    assert (item["says"], item["voices"], item["agree"]) == ("Nobody yet. Agreed on.", [], None)


def test_a_reason_stands_beside_what_one_says_and_outlives_a_second_thought(shell: Shell) -> None:
    """The reason stays when the strength changes."""
    said = {**PLACE, "standard": "e1"}
    shell.editor.receive({"judge": {**said, "strength": "full"}})
    (item,) = block(shell, "raters")["items"]
    shell.editor.receive({"judge": {**item["why"]["do"], "rationale": "Both ask for a plan."}})
    shell.editor.receive({"judge": {**said, "strength": "partial"}})

    (one,) = shell.desk.project.judgements("i1")
    assert (one.strength, one.rationale) == ("partial", "Both ask for a plan.")


def test_the_same_said_twice_is_taken_back(shell: Shell) -> None:
    """A slip costs one more press."""
    for _ in range(2):
        shell.editor.receive({"judge": {**PLACE, "standard": "e1", "strength": "full"}})

    assert shell.desk.project.judgements("i1") == ()


def test_the_crosswalk_is_handed_out_as_a_file(shell: Shell, project: Project) -> None:
    """One row an alignment, for people who work on in a spreadsheet."""
    align(project, "i1", "e1", identifier="x1")
    made = shell.desk.take({"crosswalk": "csv"})

    assert made is not None
    assert made["file"] == "small-crosswalk.csv"
    assert b"E.1" in made["content"]


def test_large_sets_are_suggested_from_when_asked(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits for an index that they did not ask for."""
    monkeypatch.setattr("workbench.project.shelf_suggesting.AT_ONCE", 1)
    project.add_set(OLD)
    shell = show("alignment", project)
    shell.outline.receive({"select": "i1"})
    ask = block(shell, "suggestions")["ask"]
    assert block(shell, "suggestions")["items"] == []

    shell.editor.receive(ask["do"])
    shell.desk.project.standards.suggest("i1", OLD.id)  # waits for the index that was begun
    shell.redraw()
    assert block(shell, "suggestions")["items"][0]["id"] == "e1"
