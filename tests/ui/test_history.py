"""What a step did, told in a line: when it is taken back or done again, and in the history."""

from __future__ import annotations

import pytest

from workbench.project import Project
from workbench.ui.desk import Desk
from workbench.ui.gather import lines_for
from workbench.ui.view import View


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down in the room of beliefs."""
    return Desk(project, View(room="beliefs"))


def told(desk: Desk, deed: str) -> str:
    """Undo or redo, and return what is said."""
    desk.take({deed: True})
    assert desk.view.message is not None
    return str(desk.view.message["text"])


def newest(desk: Desk) -> str:
    """Return the newest line of the whole history."""
    return lines_for(desk.project, desk.project.framework, None)[0].what


def test_what_is_undone_is_the_step_itself_its_owner_first(desk: Desk) -> None:
    """A removal stays a removal, of the belief and not of a practice of it; so in the history, there and back."""
    desk.take({"remove": "b1"})
    assert told(desk, "undo") == "Undone: removed “Belonging” and 2 more."
    assert newest(desk) == "took back: removed “Belonging” and 2 more"
    assert told(desk, "redo") == "Done again: removed “Belonging” and 2 more."
    assert newest(desk).startswith("did again: removed ")
    assert told(desk, "undo") == "Undone: removed “Belonging” and 2 more."
    assert newest(desk) == "took back: removed “Belonging” and 2 more"


def test_what_is_taken_away_by_undo_keeps_its_name(desk: Desk) -> None:
    """It was there a moment ago."""
    desk.take({"duplicate": "b2"})
    assert told(desk, "undo").startswith("Undone: added “Growth")


def test_a_ready_mark_that_was_taken_back_is_told_as_it_was(desk: Desk) -> None:
    """Undoing the way back to draft does not mark anything: it undoes that."""
    desk.take({"ready": {"ids": ["b2"], "value": False}})
    assert told(desk, "undo") == "Undone: took “Growth” back to draft."
    assert told(desk, "redo") == "Done again: took “Growth” back to draft."


def test_the_words_of_a_text_that_was_taken_back_differ_as_they_did(desk: Desk) -> None:
    """What is told is the step; the words beside it are those that went and came by taking it back."""
    desk.take({"edit": {"key": "", "n": 1, "id": "b1", "field": "title", "value": "Home", "old": "Belonging"}})
    desk.take({"undo": True})
    line = lines_for(desk.project, desk.project.framework, None)[0]
    assert (line.what, line.old, line.new) == (
        "took back: changed “Short name” of “Belonging”",
        "Home",
        "Belonging",
    )
