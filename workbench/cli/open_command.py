"""Open the rooms of a project in JupyterLab. The notebooks are copied into a folder beside the project."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from workbench.cli.common import find_project, takes_person, takes_project
from workbench.errors import CannotWrite
from workbench.project import VARIABLE, open_project
from workbench.resources import resource_folder

PERSON = "WORKBENCH_PERSON"


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser, optional=True)
    takes_person(parser)
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser; print the address")
    parser.add_argument("--port", type=int, help="the port to listen on (default: a free one)")


def run(args: argparse.Namespace) -> int:
    """Copy the rooms, then run JupyterLab on them until it is stopped."""
    project = find_project(args.file).resolve()
    with open_project(project, person=args.person):
        pass  # refuses here, in one sentence, what is no project
    rooms = lay_out_rooms(project)
    # The test of a newer JupyterLab would ask another host; nothing here does.
    quiet = ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=None"]
    command = [sys.executable, "-m", "jupyterlab", str(rooms / "00-start.ipynb"), f"--ServerApp.root_dir={rooms}"]
    command += quiet
    if args.port is not None:
        command.append(f"--ServerApp.port={args.port}")
    if args.no_browser:
        command.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        command.append("--allow-root")
    environment = {**os.environ, VARIABLE: str(project), PERSON: args.person}
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603  # our own words only
    except KeyboardInterrupt:
        return 0


def lay_out_rooms(project: Path) -> Path:
    """Copy the notebooks into "<project> rooms" beside the project and return that folder.

    A notebook that somebody changed there is left as it is. Raises CannotWrite for a read-only folder.
    """
    rooms = project.with_name(f"{project.stem} rooms")
    try:
        rooms.mkdir(exist_ok=True)
        for notebook in sorted(resource_folder("notebooks").glob("*.ipynb")):
            target = rooms / notebook.name
            if not target.exists():
                shutil.copyfile(notebook, target)
    except OSError as error:
        raise CannotWrite(
            f"The rooms cannot be laid out in {rooms}: {error.strerror}. Choose another folder."
        ) from error
    return rooms
