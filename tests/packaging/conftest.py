"""What the packaging tests share: a fresh clone's files, and environments with nothing in them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def tracked_files() -> list[Path]:
    """Name every file that a commit of this moment would hold, relative to the top of the checkout."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for path in map(Path, sorted(listed.splitlines())) if (ROOT / path).is_file()]


def clean_variables(environment: Path) -> dict[str, str]:
    """Give the variables of a shell that has only ``environment`` on its path, and nothing of this one."""
    kept = {name: text for name, text in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    here = str(Path(sys.executable).parent)
    path = [part for part in os.environ["PATH"].split(os.pathsep) if part != here]
    return kept | {"PATH": os.pathsep.join([str(environment / "bin"), *path]), "VIRTUAL_ENV": str(environment)}


def run(command: Sequence[str | Path], *, cwd: Path, variables: Mapping[str, str]) -> str:
    """Run a command to its end and give what it printed; fail with all of it if it failed."""
    done = subprocess.run(
        command, cwd=cwd, env=variables, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the files of a clone: no environment, nothing built, nothing exported."""
    folder = tmp_path_factory.mktemp("checkout")
    for path in tracked_files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, folder / path)
    return folder


@pytest.fixture(scope="session")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Make environments that hold pip and nothing else."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("environment")
        run([sys.executable, "-m", "venv", folder], cwd=folder, variables=clean_variables(folder))
        return folder

    return make
