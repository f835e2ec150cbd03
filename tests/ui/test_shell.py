"""The widgets: state out, messages in, and no echo between."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread
from typing import Any

import pytest

from workbench.errors import UnknownName
from workbench.localize import MIRRORED
from workbench.model import set_field
from workbench.project import VARIABLE, Project
from workbench.ui import session, show
from workbench.ui.gather import gather, on_binder
from workbench.ui.panes.pane import EditorPane, FindingsPane, HeaderPane, OutlinePane, Pane, StandardsPane
from workbench.ui.shell import Shell
from workbench.ui.view import Given


def field_of(shell: Shell, label: str) -> dict[str, Any]:
    """Return the field of the editor that a person would find by its label."""
    blocks = shell.editor.state["blocks"]
    return next(field for block in blocks for field in block.get("fields", ()) if field["label"] == label)


def type_into(shell: Shell, label: str, text: str) -> None:
    """Write into a field as the browser does."""
    field = field_of(shell, label)
    wish = {"key": field["key"], "id": field["id"], "field": field["field"], "value": text, "old": field["value"]}
    shell.editor.receive({"edit": {**wish, "base": shell.editor.state["revision"], "n": 1}})


def test_what_is_typed_changes_the_project_and_every_pane(project: Project) -> None:
    """Type, and the framework, the outline and the editor say the same."""
    shell = show("beliefs", project)
    type_into(shell, "Short name", "Belonging first")

    assert project.framework.beliefs["b1"].title == "Belonging first"
    assert shell.editor.state["title"] == "Belonging first"
    assert "Belonging first" in str(shell.outline.state["nodes"])


def test_what_a_program_changes_is_shown_and_does_not_come_back_as_an_edit(project: Project) -> None:
    """Set from outside twice: two revisions, not four, and one call for one message."""
    shell = show("beliefs", project)
    heard: list[dict[str, Any]] = []
    shell.editor.on_message(lambda _, message: heard.append(message))
    before = project.revision

    project.edit(set_field(project.framework, "b1", "title", "One"))
    project.edit(set_field(project.framework, "b1", "title", "Two"))
    assert (project.revision, heard) == (before + 2, [])
    assert field_of(shell, "Short name")["value"] == "Two"

    type_into(shell, "Short name", "Three")
    assert (project.revision, len(heard)) == (before + 3, 1)


def test_a_page_is_drawn_by_one_thread_at_a_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A kernel hears the page in one thread and runs cells in another: what was drawn later is what stays."""
    shell = show("beliefs", project)
    gathered, go_on = Event(), Event()

    def slowly(*given: Any, **more: Any) -> Given:
        made = gather(*given, **more)
        gathered.set()
        assert go_on.wait(20)
        return made

    monkeypatch.setattr(session, "gather", slowly)
    cell = Thread(target=shell.redraw)
    cell.start()
    assert gathered.wait(20)
    monkeypatch.setattr(session, "gather", gather)
    page = Thread(target=shell.outline.receive, args=({"visit": {"room": "competencies", "at": ""}},))
    page.start()
    page.join(0.5)  # as long as it would take if it did not wait
    project.edit(set_field(project.framework, "c1", "title", "Inquire"))
    go_on.set()
    cell.join(20)
    page.join(20)
    assert shell.header.state["room"] == "competencies"
    assert "Inquire" in str(shell.outline.state["nodes"])


def test_what_fails_is_told_and_the_room_goes_on(project: Project, caplog: pytest.LogCaptureFixture) -> None:
    """A message that no page of ours sends: a sentence for the person, the reason in the log, nothing else changed."""
    shell = show("beliefs", project)
    before = project.revision
    shell.editor.receive({"upload": {"name": 3}})
    assert shell.header.state["message"]["text"].startswith("Something failed here")
    assert [(one.name, one.exc_info is not None) for one in caplog.records] == [("workbench.ui", True)]
    caplog.clear()
    assert project.revision == before
    type_into(shell, "Short name", "Still here")
    assert project.framework.beliefs["b1"].title == "Still here"


def test_rooms_are_switched_in_one_shell_and_remember_what_was_selected(project: Project) -> None:
    """Out and in again: the same belief is open."""
    shell = show("beliefs", project)
    shell.outline.receive({"select": "b2"})
    shell.header.receive({"room": "criteria"})
    assert shell.editor.state["room"] == "criteria"
    shell.header.receive({"room": "beliefs"})

    assert shell.editor.state["id"] == "b2"


def test_a_room_without_columns_says_so(project: Project) -> None:
    """F6 asks the state which columns are there."""
    shell = show("start", project)
    assert shell.editor.state["columns"] == ["editor"]
    shell.enter("courses")
    assert shell.editor.state["columns"] == ["outline", "editor", "findings"]


def test_a_closed_room_listens_no_longer(project: Project) -> None:
    """What the project does afterwards is no business of it."""
    shell = show("beliefs", project)
    state = shell.editor.state
    shell.close()
    project.edit(set_field(project.framework, "b1", "title", "Later"))

    assert shell.editor.state == state


def test_an_unknown_room_lists_those_there_are(project: Project) -> None:
    """A slip of the pen in a notebook."""
    with pytest.raises(UnknownName, match=r"no room “belief”\. Choose from: beliefs"):
        show("belief", project)


def test_the_rooms_open_in_the_language_asked_for(project: Project) -> None:
    """Until another is chosen at their head."""
    shell = show("beliefs", project, at="nothing", language=MIRRORED)
    assert (shell.header.state["language"], shell.header.state["direction"]) == (MIRRORED, "rtl")

    shell.session.take({"language": "es"}, lambda _told, _content: None)
    assert (shell.header.state["language"], shell.header.state["direction"]) == ("es", "ltr")


def test_without_a_project_the_named_one_is_opened_once(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two cells in one kernel share one project."""
    monkeypatch.setenv(VARIABLE, str(project.path))
    first, second = show("start"), show("beliefs")

    assert first.desk.project is second.desk.project
    assert first.desk.project.path == project.path
    first.desk.project.close()


@pytest.mark.parametrize("pane", [HeaderPane, OutlinePane, EditorPane, FindingsPane, StandardsPane])
def test_a_panes_code_is_one_module(pane: type[Pane]) -> None:
    """What reaches the browser imports nothing and hands out one thing."""
    code = str(pane().get_state()["_esm"])

    assert code.count("export default") == 1
    assert [line for line in code.splitlines() if line.startswith(("import ", "export {", "export const"))] == []


def test_front_end_files_ask_no_other_host() -> None:
    """Everything a room needs comes from the package."""
    static = Path(__file__).resolve().parents[2] / "workbench" / "ui" / "static"
    texts = [path.read_text(encoding="utf-8") for path in static.iterdir()]

    assert texts
    assert [text for text in texts if "http:" in text or "https:" in text or "innerHTML" in text] == []


@pytest.mark.parametrize(
    ("environ", "binder"),
    [({"BINDER_SERVICE_HOST": "10.0.0.1"}, True), ({"JUPYTERHUB_USER": "ana"}, False), ({}, False)],
)
def test_binder_is_told_by_its_variables(environ: dict[str, str], binder: bool) -> None:  # noqa: FBT001  # a case's answer
    """A district's own hub is no Binder: there work stays."""
    assert on_binder(environ) == binder
