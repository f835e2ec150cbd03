"""What belongs to nothing that is here: every room shows its own, and asks where it belongs."""

from __future__ import annotations

import json
from typing import Any

import pytest

from workbench.model import add_many, kind_of
from workbench.project import Project
from workbench.ui.desk import Desk
from workbench.ui.gather import gather
from workbench.ui.panes.states import states
from workbench.ui.places import STRAYING, place_of
from workbench.ui.view import View

SHELL = "s"


def page(project: Project, kind: str) -> dict[str, Any]:
    """Return the panes of the room of a kind with a thing of it selected that belongs to nothing."""
    thing = kind_of(kind)(id="x9")
    project.edit(add_many(project.framework, [thing]))
    room, at = place_of(project.framework, thing)
    made = states(gather(Desk(project, View(room=room, selected={room: at})), shell=SHELL))
    json.dumps(made)
    return made


@pytest.mark.parametrize("kind", STRAYING)
def test_what_belongs_to_nothing_stands_in_its_room_and_is_asked_where_it_belongs(project: Project, kind: str) -> None:
    """Under a heading of its own, last."""
    made = page(project, kind)

    group = made["outline"]["nodes"][-1]
    assert group["name"].endswith(" that belong to nothing yet")
    assert [one["id"] for one in group["children"]] == ["x9"]
    first = made["editor"]["blocks"][0]
    assert [one["field"] for one in first["fields"]] == [kind_of(kind).owner_field()]
    assert set(first["fields"][0]["from"]) <= set(made["editor"]["options"])


def test_what_is_placed_leaves_the_heading(project: Project) -> None:
    """And stands with the others of its owner."""
    made = page(project, "criterion")
    assert made["editor"]["blocks"][1]["type"] == "grid"
    desk = Desk(project, View(room="criteria", selected={"criteria": "x9"}))
    desk.take({"edit": {"id": "x9", "field": "subject_id", "value": "i2", "old": ""}})

    assert [one.id for one in project.framework.criteria_of("i2")] == ["x9"]
    assert not any(
        one["id"] == "group stray criterion" for one in states(gather(desk, shell=SHELL))["outline"]["nodes"]
    )
