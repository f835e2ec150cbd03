"""Publishing in a process of its own, so that whoever works on the project meanwhile does not notice.

``python -m workbench.project.apart FILE OUT NAME...`` prints the files as JSON, or what went wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from workbench.errors import CannotPublish, WorkbenchError
from workbench.localize import _


def publish_apart(project: Path, out: Path, formats: Sequence[str]) -> list[Path]:
    """Write a project's draft in ``formats`` into the folder ``out``; return the files.

    Raises CannotPublish with the words of whatever stopped it.
    """
    command = [sys.executable, "-m", "workbench.project.apart", str(project), str(out), *formats]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  # words of ours
    try:
        told = json.loads(done.stdout)
    except json.JSONDecodeError:
        raise CannotPublish(
            _("The files could not be written: the program that writes them stopped. Try again.")
        ) from None
    if "stopped" in told:
        raise CannotPublish(told["stopped"])
    return [Path(one) for one in told["files"]]


def main(project: str, out: str, *formats: str) -> None:
    """Publish, and print what became of it."""
    from workbench.project import open_to_read

    told: dict[str, object]
    try:
        with open_to_read(project) as opened:
            told = {"files": [str(one) for one in opened.publish(Path(out), formats)]}
    except WorkbenchError as error:
        told = {"stopped": str(error)}
    sys.stdout.write(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
