"""What is not loaded before it is needed: a command or a room must not wait for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from workbench.project import create_project

COMMAND = "from workbench.cli import main; main({})"
NEVER = {"asyncio", "ipywidgets", "openpyxl", "pandas", "sqlalchemy", "typst", "yaml"}
OURS = {"workbench.checks", "workbench.cli.publish_command", "workbench.publish", "workbench.ui"}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the file of the example district."""
    path = tmp_path_factory.mktemp("project") / "example.workbench"
    create_project(path).close()
    return path


def loaded(code: str, project: Path) -> set[str]:
    """Return the modules that a new Python holds after ``code``; the file of a project is its first argument."""
    code = f"import sys\ntry:\n    {code}\nfinally:\n    print('loaded', *sys.modules)"
    done = subprocess.run([sys.executable, "-c", code, project], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return set(done.stdout.splitlines()[-1].split())


def test_the_package_alone_loads_nothing(project: Path) -> None:
    """Names of ``workbench`` are handed on when asked for."""
    found = loaded("import workbench", project)

    assert {name for name in found if name.startswith("workbench")} == {"workbench"}
    assert not found & {*NEVER, "sqlite3"}


@pytest.mark.parametrize("asked", ["--version", "--help"])
def test_a_word_about_the_command_loads_no_command(project: Path, asked: str) -> None:
    """Only the list of commands is needed."""
    found = loaded(COMMAND.format([asked]), project)

    assert {name for name in found if name.startswith("workbench")} == {
        "workbench",
        "workbench.cli",
        "workbench.errors",
    }
    assert not found & {*NEVER, "sqlite3"}


@pytest.mark.parametrize(
    "code",
    [
        "import workbench; workbench.open_project(sys.argv[1]).close()",
        COMMAND.format(["standards", "list"]),
    ],
)
def test_opening_and_listing_load_neither_database_tools_nor_other_commands(project: Path, code: str) -> None:
    """Opening reads with the database's own driver; a command loads its own module alone."""
    found = loaded(code, project)

    assert "workbench.project" in found
    assert not found & (NEVER | OURS)


def test_a_write_brings_the_database_tools(project: Path) -> None:
    """The first edit loads what the others went without, so the names above are the right ones."""
    found = loaded("import workbench; workbench.open_project(sys.argv[1], person='Somebody new').close()", project)

    assert {"asyncio", "sqlalchemy"} <= found
