"""What people say and propose, as a room shows it, and what they ask of the room."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from workbench.model import Role, remove, set_field
from workbench.model.discussion import Fate
from workbench.project import Project, open_project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.view import State, View

SHELL = {"shell": "s"}
"""Which room is drawn; ruff takes the bare word for a command shell."""


@pytest.fixture
def joe(project: Project) -> Iterator[Project]:
    """Open the small project as somebody else."""
    with open_project(project.path, person="Joe Kim") as other:
        yield other


@pytest.fixture
def desk(project: Project) -> Desk:
    """Sit down before a belief."""
    return Desk(project, View(room="beliefs", selected={"beliefs": "b1"}))


def drawn(desk: Desk) -> dict[str, State]:
    """Return the states of all panes after a look."""
    desk.take({"look": {}})
    return states(gather(desk, **SHELL))


def talk(desk: Desk) -> State:
    """Return the discussion at the right."""
    found: State = drawn(desk)["findings"]["discussion"]
    return found


def field(desk: Desk, key: str) -> State:
    """Return a field of the page."""
    blocks = drawn(desk)["editor"]["blocks"]
    fields = [one for block in blocks for part in (block, *block.get("items", ())) for one in part.get("fields", ())]
    return next(one for one in fields if one["key"] == key)


def flat(nodes: list[State]) -> Iterator[State]:
    """Yield every node of an outline."""
    for node in nodes:
        yield node
        yield from flat(node["children"])


def start(desk: Desk) -> State:
    """Return the block of what is being discussed, or nothing."""
    desk.take({"room": "start"})
    return next((one for one in drawn(desk)["editor"]["blocks"] if one["key"] == "discussed"), {})


def test_a_thread_begins_is_answered_and_resolved(desk: Desk, joe: Project) -> None:
    """The page hears that it is kept; the people can be mentioned, oneself aside."""
    wish = {"thing": "b1", "field": "statement", "text": "Is it true, @Joe Kim?", "box": "comment b1"}
    assert desk.take({"comment": wish}) == {"said": {"box": "comment b1"}}
    (asked,) = talk(desk)["open"]
    joe.discussion.reply(asked["key"], "It is.")

    (thread,) = talk(desk)["open"]
    assert (thread["about"], thread["field"], thread["outcome"]) == ("Belief", "b1/statement", "")
    assert [(one["who"], one["parts"]) for one in thread["comments"]] == [
        ("Ana Ruiz", [["text", "Is it true, "], ["name", "@Joe Kim"], ["text", "?"]]),
        ("Joe Kim", [["text", "It is."]]),
    ]
    assert talk(desk)["people"] == ["Joe Kim"]

    desk.take({"resolve": {"to": thread["key"], "fate": "accepted", "text": "Good.", "box": "r"}})
    after = talk(desk)
    assert after["open"] == []
    (settled,) = after["settled"]
    assert [settled[name] for name in ("outcome", "by", "reason")] == ["accepted", "Ana Ruiz", "Good."]
    desk.take({"reopen": {"to": thread["key"]}})
    assert len(talk(desk)["open"]) == 1


def test_what_cannot_be_kept_is_told_beside_its_box(desk: Desk, joe: Project) -> None:
    """The text stays there; without a box it is told in the room."""
    asked = joe.discussion.comment("b1", "Why?")
    joe.discussion.resolve(asked.id, Fate.DECLINED, "No")

    for wish, says in (
        ({"comment": {"thing": "b1", "text": " ", "box": "c"}}, "Write something"),
        ({"comment": {"thing": "gone", "text": "So", "box": "c"}}, "no longer there"),
        ({"reply": {"to": asked.id, "text": "So", "box": "c"}}, "Reopen it"),
        ({"resolve": {"to": asked.id, "fate": "accepted", "text": "So", "box": "c"}}, "settled already"),
    ):
        answer = desk.take(wish)
        assert answer is not None
        assert says in answer["said"]["refused"]
    assert desk.take({"withdraw": {"to": "gone"}}) is None
    assert desk.view.message is not None
    assert "not in the project" in desk.view.message["text"]


def test_the_same_comment_sent_twice_is_there_once(desk: Desk) -> None:
    """A page that got no answer sends again under the same identifier."""
    wish = {"thing": "b1", "text": "Good.", "id": "6a0b6cb4-41cf-4bd8-9e5e-6b2f58de0b60", "box": "c"}

    assert desk.take({"comment": wish}) == desk.take({"comment": wish})
    assert len(talk(desk)["open"]) == 1


def test_the_outline_counts_what_is_open_with_what_belongs_to_a_thing(desk: Desk, joe: Project) -> None:
    """Unless that has a row of its own; a criterion has none. At the right both are listed."""
    joe.discussion.comment("p1", "Who?")
    joe.discussion.suggest("b1", "statement", "All belong.")

    nodes = {one["id"]: one.get("talk") for one in flat(drawn(desk)["outline"]["nodes"])}
    assert (nodes["b1"], nodes["b2"]) == ({"n": 1, "says": "1 being discussed"}, None)
    assert nodes["p1"] == {"n": 1, "says": "1 being discussed"}
    joe.discussion.comment("k1", "How many?")
    desk.take({"room": "criteria"})
    nodes = {one["id"]: one.get("talk") for one in flat(drawn(desk)["outline"]["nodes"])}
    assert nodes["i1"] == {"n": 1, "says": "1 being discussed"}
    desk.take({"room": "beliefs"})
    assert [one["about"] for one in talk(desk)["open"]] == ["Practice “An adviser for every student.”", "Belief"]


def test_a_proposal_stands_under_its_text_with_its_words_marked_and_is_taken(desk: Desk, joe: Project) -> None:
    """Against the text as it is now; taking is an edit, and undo takes it back."""
    joe.discussion.suggest("b1", "statement", "Everyone truly belongs.", why="Stronger.")
    desk.project.edit(set_field(desk.project.framework, "b1", "statement", "Everyone belongs here."))

    (proposal,) = field(desk, "b1/statement")["proposals"]
    assert proposal["parts"] == [["same", "Everyone"], ["ins", " truly"], ["same", " belongs here."]]
    assert [proposal[name] for name in ("who", "why", "mine", "takes")] == ["Joe Kim", "Stronger.", False, True]
    desk.take({"take": {"to": proposal["key"]}})
    assert desk.project.framework.beliefs["b1"].statement == "Everyone truly belongs here."
    assert desk.view.message is not None
    assert desk.view.message["undo"]
    assert field(desk, "b1/statement")["proposals"] == []
    desk.take({"undo": True})
    assert desk.project.framework.beliefs["b1"].statement == "Everyone belongs here."


def test_a_proposal_that_no_longer_fits_is_listed_and_taking_it_says_so(desk: Desk, joe: Project) -> None:
    """Nothing is changed and nothing lost."""
    proposed = joe.discussion.suggest("b1", "statement", "Everyone truly belongs.")
    desk.project.edit(set_field(desk.project.framework, "b1", "statement", "Everyone hardly belongs."))

    desk.take({"take": {"to": proposed.id}})

    assert desk.view.message is not None
    assert "same words have changed since" in desk.view.message["text"]
    assert desk.project.framework.beliefs["b1"].statement == "Everyone hardly belongs."
    (left,) = talk(desk)["settled"]
    assert (left["outcome"], left["by"]) == ("overtaken: the text has changed since", "")
    assert ["ins", " truly"] in left["parts"]


def test_a_wording_is_proposed_against_what_was_seen_and_declined_or_withdrawn(desk: Desk, joe: Project) -> None:
    """Each outcome with who and why."""
    for text in ("Everyone is at home.", "Everyone is here."):
        wish = {"thing": "b1", "field": "statement", "text": text, "old": "Everyone belongs.", "box": "s"}
        desk.take({"suggest": {**wish, "base": desk.project.revision, "why": "So."}})
    first, second = talk(desk)["open"]
    assert first["mine"]
    joe.refresh()
    joe.discussion.decline(second["key"], "Too short.")
    desk.take({"withdraw": {"to": first["key"]}})

    assert [(one["outcome"], one["by"], one["reason"]) for one in talk(desk)["settled"]] == [
        ("withdrawn", "Ana Ruiz", ""),
        ("declined", "Joe Kim", "Too short."),
    ]


def test_a_reader_sees_everything_and_is_offered_nothing(desk: Desk, project: Project, joe: Project) -> None:
    """A commenter may speak and propose, and not take."""
    project.discussion.suggest("b1", "statement", "All belong.")
    for role, may in ((Role.READER, False), (Role.COMMENTER, True)):
        seat = Desk(project.beside(joe.person_id, role), desk.view)
        assert talk(seat)["may"] is may
        assert field(seat, "b1/statement")["wording"] is may
        (proposal,) = field(seat, "b1/statement")["proposals"]
        assert (proposal["may"], proposal["takes"]) == (may, False)
        seat.take({"take": {"to": proposal["key"]}})
        assert seat.view.message is not None
        assert f"You are here as a {role}" in seat.view.message["text"]


def test_the_start_room_lists_what_mentions_me_first(desk: Desk, joe: Project) -> None:
    """Then the newest, with a way there; without anything there is no list."""
    assert start(desk) == {}
    joe.discussion.comment("b1", "@Ana Ruiz, is it?", field="statement")
    joe.discussion.comment("c1", "Good.")
    joe.discussion.suggest("b2", "statement", "All grow.")

    found = start(desk)
    assert [(one["name"], one["says"]) for one in found["items"]] == [
        ("“@Ana Ruiz, is it?”", "Mentions you · Joe Kim · Belief B1 Belonging, Belief"),
        ("Proposed: “All grow.”", "Joe Kim · Belief B2 Growth, Belief"),
        ("“Good.”", "Joe Kim · Competency SC.1 Investigate"),
    ]
    assert (found["items"][0]["do"], found["count"]) == ({"go": {"id": "b1"}}, "3")


def test_what_is_about_a_removed_thing_is_listed_and_settled_in_one_step(desk: Desk, joe: Project) -> None:
    """It leads nowhere; the record keeps it."""
    joe.discussion.comment("b2", "@Ana Ruiz, is it?")
    joe.discussion.comment("b1", "Good.")
    desk.project.edit(remove(desk.project.framework, "b2"))

    items = start(desk)["items"]
    assert [(one["says"].rpartition(" · ")[2], one["do"] is None) for one in items] == [
        ("removed since", True),
        ("Belief B1 Belonging", False),
    ]
    desk.take({"settle_removed": {}})
    assert [one["id"] for one in start(desk)["items"]] == [items[1]["id"]]
    assert desk.project.discussion.told()[0].reason == "What it was about was removed."
