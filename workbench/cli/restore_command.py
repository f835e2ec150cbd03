"""Make a project from a backup, under a name that is not in use."""

from __future__ import annotations

import argparse
from pathlib import Path


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("backup", metavar="BACKUP", help="the backup")
    parser.add_argument("to", metavar="TO", help="the project to make")


def run(args: argparse.Namespace) -> int:
    """Restore."""
    from workbench.store import restore

    restore(Path(args.backup), Path(args.to))
    print(f"Made {args.to} from {args.backup}.")
    return 0
