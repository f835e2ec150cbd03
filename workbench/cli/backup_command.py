"""Copy a whole project, record and history included, while people go on working in it."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument("to", metavar="TO", help="the file to write")


def run(args: argparse.Namespace) -> int:
    """Write the backup."""
    with open_named(args) as project:
        project.backup(Path(args.to))
    print(f"Copied {args.file} to {args.to}.")
    return 0
