"""What several commands share: naming the project, choosing text or JSON, progress on a terminal."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

from workbench.errors import CannotWrite, MissingFile
from workbench.project import SUFFIX, VARIABLE, Project, open_project


def takes_project(parser: argparse.ArgumentParser, *, optional: bool = False) -> None:
    """Let the command name a project FILE and the person who acts."""
    parser.add_argument("file", metavar="FILE", nargs="?" if optional else None, help="the project, a .workbench file")


def takes_person(parser: argparse.ArgumentParser) -> None:
    """Let the command say who acts."""
    parser.add_argument("--person", default="", metavar="NAME", help="who makes the change (default: your login)")


def takes_format(parser: argparse.ArgumentParser, *more: str) -> None:
    """Let the command print text, JSON or ``more``."""
    parser.add_argument(
        "--format", choices=["text", "json", *more], default="text", help="how to print (default: text)"
    )


def open_named(args: argparse.Namespace) -> Project:
    """Open the project that the command line names."""
    return open_project(args.file, person=getattr(args, "person", ""))


def warn(project: Project) -> None:
    """Say on stderr where the project lies in a folder that can damage it."""
    if project.warning:
        print(f"workbench: {project.warning}", file=sys.stderr)


def find_project(named: str | None) -> Path:
    """Return the project to work on: the one named, that of the environment, or the only one in this folder."""
    if named or os.environ.get(VARIABLE):
        return Path(named or os.environ[VARIABLE])
    here = sorted(Path.cwd().glob(f"*{SUFFIX}"))
    if len(here) == 1:
        return here[0]
    if here:
        raise MissingFile(f"There are {len(here)} projects in this folder. Name one: workbench open {here[0].name}")
    raise MissingFile("There is no project in this folder. Make one: workbench new our-district.workbench")


def print_json(value: Any) -> None:
    """Print ``value`` as readable JSON."""
    json.dump(value, sys.stdout, indent=1, ensure_ascii=False)
    print()


def takes_output(parser: argparse.ArgumentParser, what: str) -> None:
    """Let the command name the one file that it writes."""
    parser.add_argument("--out", metavar="PATH", required=True, help=what)
    parser.add_argument("--replace", action="store_true", help="write over a file that is there already")


def write_output(place: Path, content: bytes, *, replace: bool) -> Path:
    """Write one file, whole or not at all; raise CannotWrite where one is there and is not to be replaced."""
    from workbench.publish import write_files

    if place.exists() and not replace:
        raise CannotWrite(f"“{place}” is there already. Choose another name, or add --replace to write over it.")
    return write_files(place.parent, {place.name: content})[0]
