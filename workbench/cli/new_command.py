"""Make a project from a starter: the example district, Connecticut's structure, or a blank one."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import takes_person, warn
from workbench.project import SUFFIX, create_project
from workbench.starters import load_starter, starter_names


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("file", metavar="FILE", help="the project to make, a .workbench file")
    parser.add_argument("--starter", default="connecticut", help=f"one of: {', '.join(starter_names())}")
    takes_person(parser)


def run(args: argparse.Namespace) -> int:
    """Make the project and say how to go on."""
    target = Path(args.file)
    if target.suffix != SUFFIX:
        target = target.with_name(target.name + SUFFIX)
    with create_project(target, starter=args.starter, person=args.person) as project:
        warn(project)
    print(f"Made {target}: {load_starter(args.starter).description}")
    print(f"Open the rooms: workbench open {target}")
    return 0
