"""A room is there before the sentences of the framework have been read, and what the checks say of them follows."""

from collections.abc import Callable
from queue import SimpleQueue

import pytest

from workbench.model import set_field
from workbench.project import Project, open_project
from workbench.ui import show
from workbench.ui.shell import Shell
from workbench.ui.view import State

VAGUE = "Understand how plans are made for a study."
PATIENCE = 60
"""Seconds for reading a few sentences, the first of them with the tagger."""


@pytest.fixture
def vague(project: Project) -> Project:
    """Return a project with a vague indicator, i1."""
    project.edit(set_field(project.framework, "i1", "statement", VAGUE))
    return project


def codes(shell: Shell) -> set[str]:
    """Return the codes of what is found about i1."""
    wishes: list[State] = [{"look": {"drafts": True}}, {"select": "i1"}]
    for wish in wishes:
        shell.outline.receive(wish)
    return {one["code"] for one in shell.findings.state["findings"]}


def test_a_room_opens_first_and_says_of_sentences_what_was_read_beside_the_page(vague: Project) -> None:
    """Other rules speak at once; sentences as soon as the thread that draws has a moment."""
    waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
    shell = Shell(vague, room="competencies", later=waiting.put)
    assert "STR005" in codes(shell)
    assert "STM003" not in codes(shell)

    waiting.get(timeout=PATIENCE)()

    assert {"STR005", "STM003"} <= codes(shell)
    shell.close()


def test_what_another_program_writes_is_drawn_without_asking(project: Project) -> None:
    """Somebody in another kernel, or at the committee's server, changes the same file."""
    waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
    shell = Shell(project, room="competencies", later=waiting.put)
    shell.outline.receive({"select": "i1"})
    with open_project(project.path, person="Ben") as other:
        other.edit(set_field(other.framework, "i1", "title", "Written elsewhere"))

    while shell.editor.state["title"] != "Written elsewhere":
        waiting.get(timeout=PATIENCE)()

    shell.close()


def test_without_a_kernel_everything_is_said_at_once(vague: Project) -> None:
    """In a script nobody waits for a page."""
    shell = show("competencies", vague)

    assert {"STR005", "STM003"} <= codes(shell)
    shell.close()


def test_a_room_that_was_closed_meanwhile_draws_no_more(vague: Project) -> None:
    """Its kernel goes on without it."""
    waiting: SimpleQueue[Callable[[], None]] = SimpleQueue()
    shell = Shell(vague, room="competencies", later=waiting.put)
    before = shell.findings.state
    shell.close()

    waiting.get(timeout=PATIENCE)()

    assert shell.findings.state is before
