"""The page “Are we aligned?” on a real project: what it says, how it is narrowed, where it leads."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.ui.standards_made import OLD, align
from workbench.model import set_field
from workbench.project import Project
from workbench.ui import show
from workbench.ui.desk import Desk
from workbench.ui.shell import Shell
from workbench.ui.view import View


@pytest.fixture
def shell(project: Project) -> Shell:
    """Enter the room with a set of which one standard is met by a developed and said-to-be-assessed indicator."""
    project.add_set(OLD)
    align(project, "i1", "e2", identifier="x1")
    return show("alignment", project)


def matrix(shell: Shell) -> dict[str, Any]:
    """Return what is drawn of the matrix."""
    return dict(shell.overview.state["matrix"])


def test_the_room_begins_with_the_answer(shell: Shell) -> None:
    """In a sentence; the outline selects it, and F6 goes between the two."""
    state = shell.overview.state

    assert state["verdict"]["line"].startswith("Not yet: 1 of 1 standard is claimed but not assessed")
    assert (shell.outline.state["selected"], state["columns"]) == ("overview", ["outline", "overview"])
    assert json.loads(json.dumps(state)) == state


def test_choosing_a_thing_leaves_the_page_and_the_first_node_comes_back(shell: Shell) -> None:
    """The standards and what was in the room before are one click away."""
    shell.outline.receive({"select": "i1"})
    assert (shell.overview.state.get("matrix"), shell.editor.state["id"]) == (None, "i1")

    shell.outline.receive({"select": "overview"})
    assert shell.overview.state["matrix"]["rows"]


def test_a_gap_is_a_step_with_the_way_to_each_standard_and_to_all(shell: Shell) -> None:
    """Pressing it shows these rows alone."""
    step = next(one for one in shell.overview.state["steps"] if one["word"] == "Gap")
    assert (step["title"], [one["message"] for one in step["items"]]) == (
        "Standards claimed but not assessed",
        ["E.2 Explain where energy goes."],
    )

    shell.overview.receive(step["more"]["do"])
    assert [(one["code"], one["status"]) for one in matrix(shell)["rows"]] == [("E.2", "Claimed but not assessed")]


def test_drafts_are_checked_when_asked(shell: Shell) -> None:
    """Before, only what is ready is; findings come by rule, the gravest first."""
    assert [one["code"] for one in shell.overview.state["steps"]] == ["", "STR006"]
    shell.overview.receive({"look": {"drafts": True}})
    steps = shell.overview.state["steps"]
    order = [("error", "warning", "note").index(one["severity"]) for one in steps]

    assert order == sorted(order)
    assert steps[0]["items"][0]["do"]["go"]["drafts"]
    assert shell.outline.state["nodes"][0]["counts"]["error"]["n"]


def test_the_matrix_is_narrowed_and_begins_at_its_top(shell: Shell) -> None:
    """By what rows are, by area, by gaps; a choice that fits nothing says so."""
    assert [one["code"] for one in matrix(shell)["rows"]] == ["SC.1", "AR.1", "SC.2"]
    shell.overview.receive({"matrix": {"first": 40}})
    shell.overview.receive({"matrix": {"area": "Arts"}})
    assert [one["code"] for one in matrix(shell)["rows"]] == ["AR.1"]
    assert shell.desk.view.matrix.first == 0

    shell.overview.receive({"matrix": {"only": "assessed"}})
    assert (matrix(shell)["rows"], matrix(shell)["none"]) == ([], "Nothing fits what was chosen. Choose less.")


def test_a_cell_says_its_mark_in_a_letter_and_in_words_and_leads_to_its_course(shell: Shell) -> None:
    """And what gives it."""
    (cell,) = matrix(shell)["rows"][0]["cells"]
    assert (cell["letter"], cell["word"], cell["through"]) == ("A?", "said to be assessed", "SC.1a")

    shell.overview.receive(cell["do"])
    assert (shell.editor.state["room"], shell.editor.state["id"]) == ("courses", "e1")


def test_a_standard_leads_to_its_place_in_the_tree(shell: Shell) -> None:
    """Beside the first thing that is aligned to it."""
    shell.overview.receive({"matrix": {"rows": "standards"}})
    row = next(one for one in matrix(shell)["rows"] if one["code"] == "E.2")
    shell.overview.receive(row["do"])

    assert shell.editor.state["id"] == "i1"
    assert (shell.standards.state["set"], shell.standards.state["reveal"]) == (OLD.id, {"n": 1, "id": "e2"})


def test_what_anybody_changes_is_in_the_answer_at_once(shell: Shell, project: Project) -> None:
    """The course no longer says that it assesses the indicator: the standard is taught, and assessed nowhere."""
    project.edit(set_field(project.framework, "e1", "indicators", {"i1": "developed"}))

    assert "1 of 1 standard is taught but never assessed" in shell.overview.state["verdict"]["line"]


def test_a_choice_that_there_is_not_is_refused_in_words(project: Project) -> None:
    """What the page cannot send, somebody may; a number where a text belongs is passed over."""
    desk = Desk(project, View(room="alignment"))

    desk.take({"matrix": {"rows": "spoons", "set": 7}})

    assert desk.view.message is not None
    assert "part of the matrix" in desk.view.message["text"]
    desk.take({"matrix": {"by": "courses", "set": 7, "first": "many"}})
    assert (desk.view.matrix.by, desk.view.matrix.set, desk.view.matrix.first) == ("courses", "", 0)
