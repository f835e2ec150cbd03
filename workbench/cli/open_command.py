"""Open the rooms of a project in JupyterLab. The notebooks are copied into a folder beside the project."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from workbench.cli.common import find_project, takes_person, takes_project, warn
from workbench.errors import CannotWrite
from workbench.project import VARIABLE, open_project
from workbench.resources import resource_folder

PERSON = "WORKBENCH_PERSON"
SETTINGS = {
    # JupyterLab would ask whether it may fetch news, in a box that lies over the room.
    "default_setting_overrides.json": {"@jupyterlab/apputils-extension:notification": {"fetchNews": "false"}},
    # A developer's machine may carry nbdime, whose button speaks of git.
    "page_config.json": {"disabledExtensions": {"nbdime-jupyterlab": True}},
}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser, optional=True)
    takes_person(parser)
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser; print the address")
    parser.add_argument("--port", type=int, help="the port to listen on (default: a free one)")


def run(args: argparse.Namespace) -> int:
    """Copy the rooms, then run JupyterLab on them until it is stopped."""
    project = find_project(args.file).resolve()
    with open_project(project, person=args.person) as opened:  # refuses here, in one sentence, what is no project
        warn(opened)
    rooms = lay_out_rooms(project)
    command = lab_command(rooms)
    if args.port is not None:
        command.append(f"--ServerApp.port={args.port}")
    if args.no_browser:
        command.append("--no-browser")
    environment = {**os.environ, **lab_variables(project, rooms, person=args.person)}
    try:
        return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603  # our own words only
    except KeyboardInterrupt:
        return 0


def lab_command(rooms: Path) -> list[str]:
    """Return the words that start JupyterLab on the start room, with nothing beside it."""
    # A check for a newer JupyterLab would ask another host; nothing here does.
    quiet = ["--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate", "--LabApp.news_url=None"]
    start = ["--LabApp.default_url=/doc/tree/00-start.ipynb", f"--ServerApp.root_dir={rooms}"]
    root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return [sys.executable, "-m", "jupyterlab", *start, *quiet, *root]


def lab_variables(project: Path, rooms: Path, *, person: str) -> dict[str, str]:
    """Return what the rooms' process is told: the project, the person, and our settings in front of the person's own.

    The settings are written into a hidden folder of ``rooms``. Raises CannotWrite for a read-only folder.
    """
    settings = rooms / ".jupyter" / "labconfig"
    try:
        settings.mkdir(parents=True, exist_ok=True)
        for name, value in SETTINGS.items():
            (settings / name).write_text(json.dumps(value), encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"The rooms cannot be put into {rooms}: {error.strerror}. Move the project.") from error
    paths = [str(settings.parent), os.environ.get("JUPYTER_CONFIG_PATH", "")]
    return {
        VARIABLE: str(project),
        PERSON: person,
        "JUPYTER_CONFIG_PATH": os.pathsep.join(path for path in paths if path),
    }


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
