"""One page's room, which several threads use at once."""

from __future__ import annotations

from threading import Event, Thread

from tests.serve.served import PATIENCE
from workbench.model import set_field
from workbench.project import Project
from workbench.serve.room import Room
from workbench.ui.panes.states import opening


def test_who_draws_does_not_wait_for_a_long_deed(project: Project) -> None:
    """The threads that draw are few: one page that publishes may not keep them from all others."""
    begun, done = Event(), Event()
    posted: list[str | bytes] = []

    def post(told: str | bytes) -> None:
        posted.append(told)
        begun.set()
        done.wait(PATIENCE)

    room = Room(project.beside(project.person_id), opening("beliefs", "b1", project.framework), "p", post)
    deed = Thread(target=room.take, args=("editor", {"look": {}}))
    deed.start()
    assert begun.wait(PATIENCE)
    project.edit(set_field(project.framework, "b1", "title", "Meanwhile"))
    drawing = Thread(target=room.catch_up)
    drawing.start()
    drawing.join(PATIENCE / 2)
    waits = drawing.is_alive()
    done.set()
    deed.join(PATIENCE)
    assert not waits
    assert "Meanwhile" not in f"{posted}"
    room.catch_up()
    assert "Meanwhile" in f"{posted[-1]!r}"
