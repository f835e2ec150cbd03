"""Putting a finding right in a room, and taking that back."""

import pytest

from workbench.errors import BadEdit
from workbench.model import set_field
from workbench.project import Project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.view import State, View

SHELL = {"shell": "s"}
"""Which room is drawn; ruff takes the bare word for a command shell."""


def findings(desk: Desk) -> dict[str, State]:
    """Return what the pane of findings draws, by code."""
    return {one["code"]: one for one in states(gather(desk, **SHELL))["findings"]["findings"]}


def test_a_button_puts_a_finding_right_and_undo_takes_that_back(project: Project) -> None:
    """Two indicators with one code: the later gets the next that is free."""
    project.edit(set_field(project.framework, "i2", "code", "SC.1a"))
    desk = Desk(project, View(room="competencies", selected={"competencies": "i2"}, drafts=True))
    offered = findings(desk)["STR016"]
    assert offered["fix"] == "Give it the code SC.1b"
    assert all(one["fix"] == "" for code, one in findings(desk).items() if code != "STR016")

    desk.take({"fix": offered["key"]})

    assert desk.view.message == {"text": "Done: Give it the code SC.1b.", "tone": "note", "undo": True}
    assert project.framework.indicators["i2"].code == "SC.1b"
    assert "STR016" not in findings(desk)
    desk.take({"undo": True})
    assert "STR016" in findings(desk)


def test_a_finding_that_is_gone_cannot_be_put_right(project: Project) -> None:
    """Somebody was faster: the room says so, and nothing changes."""
    project.edit(set_field(project.framework, "i2", "code", "SC.1a"))
    (finding,) = (one for one in project.findings(drafts=True) if one.code == "STR016")
    desk = Desk(project, View(room="competencies", selected={"competencies": "i2"}, drafts=True))
    offered = findings(desk)["STR016"]
    project.edit(set_field(project.framework, "i2", "code", "SC.1d"))

    desk.take({"fix": offered["key"]})

    assert desk.view.message is not None
    assert "no longer say this" in desk.view.message["text"]
    assert project.framework.indicators["i2"].code == "SC.1d"
    with pytest.raises(BadEdit, match="nothing that can be put right"):
        project.fix(finding)
