"""What people ask of a room, done on a real project."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.model import set_field
from workbench.project import Project, open_project
from workbench.ui.desk import Desk
from workbench.ui.view import View


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down in the room of beliefs."""
    return Desk(project, View(room="beliefs"))


def edit(desk: Desk, identifier: str, field: str, value: object, old: object) -> dict[str, object]:
    """Type into a field as a browser does, and return what became of it."""
    wish = {"key": f"{identifier}/{field}", "id": identifier, "field": field, "value": value, "old": old, "n": 1}
    answer = desk.take({"edit": {**wish, "base": desk.project.revision}})
    assert answer is not None
    return dict(answer["settled"])


def test_what_is_typed_is_on_disk_when_it_is_called_saved(desk: Desk) -> None:
    """A second process reads it."""
    settled = edit(desk, "b1", "statement", "All belong.", "Everyone belongs.")

    assert settled["revision"] == desk.project.revision
    with open_project(desk.project.path) as other:
        assert other.framework.beliefs["b1"].statement == "All belong."


def test_sending_the_same_edit_twice_changes_once(desk: Desk) -> None:
    """A browser that got no answer sends again."""
    first = edit(desk, "b1", "statement", "All belong.", "Everyone belongs.")
    second = edit(desk, "b1", "statement", "All belong.", "Everyone belongs.")

    assert first["revision"] == second["revision"]


def test_an_edit_sent_again_leaves_what_others_did_since(desk: Desk) -> None:
    """Its answer never came; meanwhile somebody took the words out."""
    wish = {"key": "k", "n": 1, "edit": "e1", "base": desk.project.revision}
    wish |= {"id": "b1", "field": "statement", "old": "Everyone belongs.", "value": "Everyone belongs badly."}
    first = desk.take({"edit": wish})
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "b1", "statement", "Everyone belongs."))

    again = desk.take({"edit": wish})

    assert first is not None
    assert again is not None
    assert again["settled"]["revision"] == first["settled"]["revision"]
    assert desk.project.framework.beliefs["b1"].statement == "Everyone belongs."


def test_different_words_of_one_text_merge(desk: Desk) -> None:
    """Two people in one sentence, each at another word."""
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "b1", "statement", "Everyone truly belongs."))
    edit(desk, "b1", "statement", "Everyone belongs here.", "Everyone belongs.")

    assert desk.project.framework.beliefs["b1"].statement == "Everyone truly belongs here."


def test_the_same_words_are_a_conflict_with_three_texts(desk: Desk) -> None:
    """Nothing is chosen for anybody."""
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "b1", "statement", "Nobody is lost."))
    settled = edit(desk, "b1", "statement", "All of us matter.", "Everyone belongs.")

    conflict = settled["conflict"]
    assert isinstance(conflict, dict)
    assert conflict["theirs"] == "Nobody is lost."
    assert conflict["before"] == [["same", "Everyone belongs."]]
    assert conflict["combines"] is True
    assert desk.project.framework.beliefs["b1"].statement == "Nobody is lost."


def test_a_value_that_does_not_fit_is_refused_and_named(desk: Desk) -> None:
    """The field keeps its value; the person reads why."""
    settled = edit(desk, "i1", "dok", "7", 3)

    assert "from 1 to 4" in str(settled["refused"])
    assert settled["later"] is False
    assert desk.project.framework.indicators["i1"].dok == 3


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_an_edit_of_a_project_that_was_moved_is_answered(desk: Desk) -> None:
    """The page keeps the text and says why it is not saved."""
    path = desk.project.path
    path.rename(path.with_name("moved.workbench"))

    answer = edit(desk, "b1", "title", "Making", "Doing")

    assert "was moved, deleted or replaced" in str(answer["refused"])


def test_a_text_for_what_was_removed_is_told_from_one_that_does_not_fit(desk: Desk) -> None:
    """The first is nowhere to be corrected any more."""
    assert "gone" not in edit(desk, "i1", "dok", "7", 3)
    desk.take({"remove": "i1"})

    assert edit(desk, "i1", "dok", "2", 3)["gone"] is True


def test_the_way_to_what_was_removed_is_told_and_answered(desk: Desk) -> None:
    """One stays where one is; who keeps a text for it is told as well."""
    desk.take({"remove": "b2"})
    before = desk.view.at
    told = desk.take({"go": {"id": "b2"}})

    assert told is not None
    assert told["missing"]["id"] == "b2"
    assert desk.view.message is not None
    assert desk.view.message["text"] == told["missing"]["says"]
    assert desk.view.at == before
    assert desk.take({"go": {"id": "b1"}}) is None


def test_who_comes_back_goes_on_at_another_desk(desk: Desk) -> None:
    """With how they look, where the address says; what was under way there is not under way here."""
    desk.take({"look": {"alone": True}})
    desk.take({"add": {"kind": "belief", "after": "b1"}})
    desk.view = replace(desk.view, room="courses", busy="Reading.", forms={"publish": {"text": "Writing."}})
    again = Desk(desk.project, View(room="competencies", selected={"competencies": "c1"}))
    again.take_over(desk)

    assert (again.view.room, again.view.at) == ("competencies", "c1")
    assert (again.view.alone, again.view.focus) == (True, desk.view.focus)
    assert again.view.selected["beliefs"] == desk.view.selected["beliefs"]
    assert (again.view.busy, again.view.forms) == ("", {})


def test_what_is_added_is_selected_and_ready_to_be_written(desk: Desk) -> None:
    """The caret goes where writing begins."""
    desk.take({"add": {"kind": "belief", "after": "b1"}})

    added = desk.project.framework.beliefs.ordered()[1]
    assert desk.view.at == added.id
    assert desk.view.focus == (1, f"{added.id}/statement")


def test_removing_selects_the_neighbour_says_so_and_can_be_undone(desk: Desk) -> None:
    """No question is asked, since undo brings everything back."""
    desk.take({"select": "b1"})
    desk.take({"remove": "b1"})

    assert desk.view.at == "b2"
    assert desk.view.message == {"text": "Removed “Belonging” with 2 practices.", "tone": "note", "undo": True}
    desk.take({"undo": True})
    assert len(desk.project.framework.practices_of("b1")) == 2


def test_undo_and_redo_say_what_they_did(desk: Desk) -> None:
    """One reads what came back without looking for it."""
    edit(desk, "b1", "title", "Belonging first", "Belonging")
    desk.take({"undo": True})
    assert desk.view.message is not None
    assert desk.view.message["text"] == "Undone: changed “Short name” of “Belonging”."
    desk.take({"redo": True})
    assert desk.project.framework.beliefs["b1"].title == "Belonging first"


def test_undo_goes_on_where_one_step_cannot_be_undone(desk: Desk) -> None:
    """The head tells both: what was undone, and that something was left."""
    edit(desk, "b1", "statement", "Older.", "Everyone belongs.")
    edit(desk, "i1", "dok", "2", 3)
    with open_project(desk.project.path, person="Joe Kim") as other:
        other.edit(set_field(other.framework, "i1", "dok", 4))
    desk.take({"undo": True})

    desk.take({"undo": True})

    assert desk.project.framework.beliefs["b1"].statement == "Everyone belongs."
    assert desk.view.message is not None
    assert "1 later step of yours stays as it is" in desk.view.message["text"]


def test_ready_marks_are_one_step(desk: Desk) -> None:
    """Several criteria marked at once are taken back at once."""
    desk.take({"ready": {"ids": ["b1", "c1"], "value": True}})
    assert desk.project.framework.get("c1").ready
    desk.take({"undo": True})
    assert not desk.project.framework.get("b1").ready
    assert not desk.project.framework.get("c1").ready


def test_go_leads_to_the_page_that_shows_a_thing(desk: Desk) -> None:
    """A criterion stands on its indicator's page in the room of criteria."""
    desk.take({"go": {"id": "k1"}})

    assert (desk.view.room, desk.view.at) == ("criteria", "i1")


def test_the_way_to_a_finding_shows_the_finding(desk: Desk) -> None:
    """Of a draft the checks are quiet, unless one came because of what they say."""
    desk.take({"go": {"id": "b2", "drafts": True}})
    assert not desk.view.drafts
    desk.take({"go": {"id": "b1", "drafts": True}})
    assert desk.view.drafts


def test_a_copy_stands_behind_its_original(desk: Desk) -> None:
    """With all that belongs to it, as a draft."""
    desk.take({"duplicate": "b2"})

    copy = desk.project.framework.beliefs.ordered()[-1]
    assert (copy.title, copy.ready, desk.view.at) == ("Growth", False, copy.id)


def test_an_unknown_wish_is_told_and_harms_nothing(desk: Desk) -> None:
    """A page of another version may ask for what is not there."""
    before = desk.project.revision
    desk.take({"explode": True})

    assert desk.view.message is not None
    assert "There is no action “explode”" in desk.view.message["text"]
    assert desk.project.revision == before


def test_a_draft_is_published_and_handed_out(desk: Desk, tmp_path: Path) -> None:
    """What was written is listed, and only that can be downloaded."""
    desk.take({"publish": {"html": True, "folder": str(tmp_path / "out")}})

    (path,) = desk.view.files
    assert Path(path).read_bytes().startswith(b"<!doctype html>")
    answer = desk.take({"download": path})
    assert answer is not None
    assert answer["content"] == Path(path).read_bytes()
    assert desk.take({"download": str(desk.project.path)}) is None


def test_publishing_nothing_is_refused_in_plain_words(desk: Desk) -> None:
    """The sentence says what to do."""
    desk.take({"publish": {"folder": ""}})

    assert desk.view.forms["publish"] == {"tone": "stop", "text": "Tick at least one file to write."}


def test_adoption_asks_for_the_vote_and_refuses_errors(desk: Desk) -> None:
    """Two refusals, each saying what to do; no edition comes of either."""
    desk.take({"adopt": {"title": "First", "vote": " ", "effective": "2026-27"}})
    assert "Write the title, the vote and the school year first" in desk.view.forms["adopt"]["text"]

    desk.take({"adopt": {"title": "First", "vote": "8 to 1", "effective": "2026-27"}})
    assert "in the way of adoption" in desk.view.forms["adopt"]["text"]
    assert desk.project.editions == ()


def test_a_copy_of_the_project_can_be_kept(desk: Desk, tmp_path: Path) -> None:
    """What is downloaded opens as the same framework."""
    answer = desk.take({"copy": True})
    assert answer is not None
    kept = tmp_path / answer["file"]
    kept.write_bytes(answer["content"])

    with open_project(kept) as copy:
        assert copy.framework == desk.project.framework


def test_an_address_leads_to_a_page_that_is_no_thing_of_ours(desk: Desk) -> None:
    """As a browser's Back asks for it; what is gone leaves what was selected."""
    for at, selected in (("page words", "page words"), ("gone", "page words"), ("page rules", "page rules")):
        desk.take({"visit": {"room": "settings", "at": at}})

        assert (desk.view.room, desk.view.at) == ("settings", selected)
