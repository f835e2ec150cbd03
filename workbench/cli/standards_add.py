"""Add standards to a project, and say what happened to each part of the file."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model import Addition

SAID = {
    Addition.NEW: "Added",
    Addition.VERSION: "Added as a new version, beside the one that was here",
    Addition.HERE: "Already here, nothing changed",
}


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument("source", metavar="SOURCE", help="a CASE package (.json), or the key of a shipped set")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Add a set and say what happened to each part of the file."""
    from workbench.standards import load_shipped, shipped_keys

    with open_named(args) as project:
        if args.source in shipped_keys():
            found = load_shipped(args.source)
            new, report = project.standards.add(found), {}
            lines: tuple[str, ...] = (f"{len(found.standards)} standards",)
        else:
            found, account = project.standards.read(Path(args.source))
            new = project.standards.add(found)
            lines, report = account.sentences(), account.to_json()
    if args.format == "json":
        print_json({"set": new.id, "title": found.title, "added": bool(new), "follows": new.follows, "report": report})
        return 0
    print(f"{SAID[new.what]}: {found.title}")
    for line in lines:
        print(f"  {line}")
    return 0
