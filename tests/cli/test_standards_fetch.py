"""Adding standards from an address, on the command line."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from tests.standards.case_server import PACKAGE, running, sends
from workbench.cli import main
from workbench.cli.progress import bytes_shown
from workbench.project import create_project, open_project


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Make an empty project."""
    create_project(tmp_path / "ours.workbench", starter="blank").close()
    return tmp_path / "ours.workbench"


def test_a_package_is_added_from_its_address_and_is_the_same_as_from_a_file(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The address is told without its secret; the file of the same content changes nothing."""
    with running({"/CFPackages/doc-1": sends(PACKAGE)}) as server:
        assert main(["standards", "add", str(file), f"{server.url}/CFPackages/doc-1?token=abc123"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Added: Weather\n")
    assert f"Read from “{server.url}/CFPackages/doc-1”" in said.out
    assert "abc123" not in said.out + said.err
    assert said.err == ""

    (tmp_path / "weather.json").write_text(json.dumps(PACKAGE))
    assert main(["standards", "add", str(file), str(tmp_path / "weather.json")]) == 0
    assert capsys.readouterr().out.startswith("Already here, nothing changed: Weather\n")
    with open_project(file) as project:
        assert len(project.sets) == 1


def test_an_address_that_gives_nothing_is_one_sentence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2, the project as it was."""
    with running({}) as server:
        assert main(["standards", "add", str(file), f"{server.url}/CFPackages/gone"]) == 2
    said = capsys.readouterr().err

    assert said.count("\n") == 1
    assert "has nothing there" in said


def test_a_bar_is_shown_on_a_terminal_and_not_in_a_pipe() -> None:
    """And is gone when it is done."""

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal, pipe = Terminal(), io.StringIO()
    with bytes_shown("Fetching", terminal) as tell:
        assert tell is not None
        tell(3 * 1024 * 1024, 6 * 1024 * 1024)
    with bytes_shown("Fetching", pipe) as silent:
        assert silent is None

    assert "Fetching [###############               ] 3.0 of 6.0 MB" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")
    assert pipe.getvalue() == ""
