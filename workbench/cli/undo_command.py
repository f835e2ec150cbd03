"""Take back your latest change. What others changed meanwhile stays."""

from __future__ import annotations

import argparse

from workbench.cli.common import open_named, takes_person, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    takes_person(parser)


def run(args: argparse.Namespace) -> int:
    """Undo, or say that there is nothing to undo; exit code 1 where somebody else's words stand in the way."""
    with open_named(args) as project:
        outcome = project.undo()
        if outcome is None:
            print(f"{project.person} has no change to take back.")
            return 0
        if outcome.conflicts:
            fields = ", ".join(sorted({conflict.field for conflict in outcome.conflicts}))
            print(f"Not taken back: somebody else has changed the same words since ({fields}). Nothing was touched.")
            return 1
        print(f"Taken back. The framework is at revision {outcome.revision}.")
        if outcome.passed:
            print(f"Left as they are, because somebody else has changed the same words since: {outcome.passed} later.")
        return 0
