"""The past of one field, and having an older text again."""

from __future__ import annotations

from typing import Any

import pytest

from tests.ui.test_desk import edit
from workbench.model import set_field
from workbench.project import Project, open_project
from workbench.ui.desk import Desk
from workbench.ui.view import View


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down in the room of beliefs."""
    return Desk(project, View(room="beliefs"))


def past(desk: Desk, identifier: str, field: str) -> list[dict[str, Any]]:
    """Return the lines of a field's history."""
    answer = desk.answer("field_history", {"id": identifier, "field": field, "key": f"{identifier}/{field}"})
    assert answer is not None
    assert answer["history"]["key"] == f"{identifier}/{field}"
    return list(answer["history"]["lines"])


def test_a_field_tells_who_wrote_what_and_which_words_differ(desk: Desk) -> None:
    """Newest first, of this field alone, with what stands now marked once."""
    edit(desk, "b1", "title", "Belonging first", "Belonging")
    edit(desk, "b1", "statement", "Everyone truly belongs.", "Everyone belongs.")
    newest, oldest = past(desk, "b1", "statement")

    assert (newest["who"], newest["now"], newest["can"]) == ("Ana Ruiz", True, False)
    assert ["ins", "truly"] in [[kind, text.strip()] for kind, text in newest["parts"]]
    assert (oldest["why"], oldest["now"], oldest["can"]) == ("for a test", False, True)


def test_an_older_text_is_brought_back_as_an_edit_that_says_why_and_can_be_undone(desk: Desk) -> None:
    """Like any other edit, with whose text it was."""
    edit(desk, "b1", "statement", "Everyone truly belongs.", "Everyone belongs.")
    desk.take({"bring_back": {"id": "b1", "field": "statement", "key": past(desk, "b1", "statement")[1]["key"]}})
    newest = past(desk, "b1", "statement")[0]

    assert desk.project.framework.beliefs["b1"].statement == "Everyone belongs."
    assert newest["why"].startswith("Brought back what Ana Ruiz wrote on ")
    assert desk.view.message is not None
    assert desk.view.message["undo"] is True

    desk.take({"undo": True})
    assert desk.project.framework.beliefs["b1"].statement == "Everyone truly belongs."


def test_a_text_that_lost_against_another_is_not_lost(desk: Desk) -> None:
    """What was not saved because two wrote at once can be had as well."""
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "b1", "statement", "Nobody is lost."))
    edit(desk, "b1", "statement", "All of us matter.", "Everyone belongs.")
    held = next(one for one in past(desk, "b1", "statement") if one["says"].startswith("not saved then"))
    desk.take({"bring_back": {"id": "b1", "field": "statement", "key": held["key"]}})

    assert desk.project.framework.beliefs["b1"].statement == "All of us matter."


def test_one_level_of_a_criterion_has_a_past_of_its_own(desk: Desk) -> None:
    """And what a reference pointed at is told by name."""
    edit(desk, "k1", "descriptors.3", "Controls what matters.", "Controls all.")
    edit(desk, "c2", "attribute_ids", ["a1"], [])

    assert len(past(desk, "k1", "descriptors.3")) == 2
    assert len(past(desk, "k1", "descriptors.1")) == 1
    assert past(desk, "c2", "attribute_ids")[0]["parts"] == [["ins", "Clear communicator"]]


def test_a_text_that_never_was_is_refused_in_a_sentence(desk: Desk) -> None:
    """An old page may ask for what is not there."""
    desk.take({"bring_back": {"id": "b1", "field": "statement", "key": "0 applied never"}})

    assert desk.view.message is not None
    assert desk.view.message["tone"] == "stop"
    assert desk.answer("field_history", {"id": "gone", "field": "statement", "key": ""}) is None


def test_a_text_that_was_done_again_says_so(desk: Desk) -> None:
    """Redo takes nothing back."""
    edit(desk, "b1", "title", "Belonging first", "Belonging")
    desk.take({"undo": True})
    desk.take({"redo": True})
    assert [one["says"] for one in past(desk, "b1", "title")[:3]] == ["did this again", "took this back", ""]
