"""What a fresh clone holds, and commands run as if this environment did not exist."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

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
