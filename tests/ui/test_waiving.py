"""A decision to live with a finding, made and taken back in a room."""

from workbench.project import Project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.view import State, View

SHELL = {"shell": "s"}
"""Which room is drawn; ruff takes the bare word for a command shell."""


def pane(desk: Desk) -> State:
    """Return what the pane of findings draws."""
    return states(gather(desk, **SHELL))["findings"]


def test_a_finding_moves_to_the_decisions_and_back(project: Project) -> None:
    """With who, why and until when; the outline no longer counts it while the decision holds."""
    desk = Desk(project, View(room="beliefs", selected={"beliefs": "b2"}))
    (finding,) = pane(desk)["findings"]
    assert finding["code"] == "STR006"

    desk.take({"waive": {"key": finding["key"], "reason": "Next spring.", "until": "2099-06-30"}})

    assert desk.view.message == {"text": "Recorded: it stays as it is until 2099-06-30.", "tone": "note", "undo": False}
    after = pane(desk)
    assert after["findings"] == []
    (decided,) = after["decided"]
    assert {name: decided[name] for name in ("code", "reason", "until", "who")} == {
        "code": "STR006",
        "reason": "Next spring.",
        "until": "2099-06-30",
        "who": "Ana Ruiz",
    }

    desk.take({"unwaive": decided["key"]})
    assert [one["code"] for one in pane(desk)["findings"]] == ["STR006"]
    assert pane(desk)["decided"] == []


def test_what_cannot_be_decided_is_said_in_the_room(project: Project) -> None:
    """Without a reason, without a day, or on a finding that is gone."""
    desk = Desk(project, View(room="beliefs", selected={"beliefs": "b2"}))
    (finding,) = pane(desk)["findings"]
    for wish, says in (
        ({"key": finding["key"], "reason": " ", "until": "2099-06-30"}, "Say why"),
        ({"key": finding["key"], "reason": "x", "until": ""}, "last day"),
        ({"key": "gone", "reason": "x", "until": "2099-06-30"}, "no longer"),
    ):
        desk.take({"waive": wish})
        assert desk.view.message is not None
        assert says in desk.view.message["text"]
    assert project.waivers == ()
