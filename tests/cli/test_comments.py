"""What was said, as a list on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.model import Belief, add
from workbench.model.discussion import Fate
from workbench.project import create_project, open_project

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return the file of a project with one belief, a settled thread and an open proposal."""
    path = tmp_path / "ours.workbench"
    with create_project(path, starter="blank", person="Ana Ruiz") as ana:
        ana.edit(add(ana.framework, Belief(id="b1", code="B1", title="Doing", statement="We learn.")))
        asked = ana.discussion.comment("b1", "Is \x1b[31mthis all?\nReally?", field="statement")
        with open_project(path, person="Joe Kim") as joe:
            joe.discussion.reply(asked.id, "@Ana Ruiz, no.")
            joe.discussion.resolve(asked.id, Fate.DEFERRED, "In May.")
            joe.discussion.suggest("b1", "statement", "We learn by doing.", why="How?")
    return path


def test_the_list_reads_thread_by_thread(project: Path, capsys: Printed) -> None:
    """With what became of each; what is typed does not steer the terminal."""
    assert main(["comments", str(project)]) == 0

    lines = capsys.readouterr().out.splitlines()
    day = lines[0][:10]
    assert lines == [
        f"{day}  Ana Ruiz on Belief B1 Doing, Belief",
        "    Is \N{REPLACEMENT CHARACTER}[31mthis all?",
        "    Really?",
        f"    → deferred (Joe Kim, {day}): In May.",
        f"  {day}  Joe Kim replies on Belief B1 Doing, Belief",
        "      @Ana Ruiz, no.",
        f"{day}  Joe Kim proposes for Belief B1 Doing, Belief",
        "    In place of: We learn.",
        "    We learn by doing.",
        "    Why: How?",
        "    → open",
    ]


def test_only_what_is_open_as_json(project: Path, capsys: Printed) -> None:
    """Settled threads are left out with their replies."""
    assert main(["comments", str(project), "--open", "--format", "json"]) == 0

    (row,) = json.loads(capsys.readouterr().out)
    assert (row["sort"], row["who"], row["old"], row["outcome"]) == ("proposal", "Joe Kim", "We learn.", "open")


def test_nothing_said_is_said(tmp_path: Path, capsys: Printed) -> None:
    """One sentence instead of nothing."""
    create_project(tmp_path / "new.workbench", starter="blank").close()
    for option, says in (([], "Nobody has said anything yet."), (["--open"], "Nothing is being discussed.")):
        assert main(["comments", str(tmp_path / "new.workbench"), *option]) == 0
        assert capsys.readouterr().out.strip() == says
