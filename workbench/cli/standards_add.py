"""Add standards to a project, and say what happened to each part of the file."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.cli.progress import progress_bar


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument(
        "source", metavar="SOURCE", help="a CASE package (.json), an address (https://...), or the key of a shipped set"
    )
    parser.add_argument("--allow-http", action="store_true", help="fetch also from an address without encryption")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Add a set and say what happened to each part of the file."""
    from workbench.standards import load_shipped, shipped_keys, visible
    from workbench.standards.addresses import is_address

    with open_named(args) as project:
        if args.source in shipped_keys():
            found = load_shipped(args.source)
            new, report = project.standards.add(found), {}
            lines: tuple[str, ...] = (f"{len(found.standards)} standards",)
        else:
            if is_address(args.source):
                with progress_bar("Fetching") as told:
                    found, account = project.standards.fetch(args.source, allow_http=args.allow_http, progress=told)
            else:
                found, account = project.standards.read(Path(args.source))
            new = project.standards.add(found)
            lines, report = account.sentences(), account.to_json()
    if args.format == "json":
        print_json({"set": found.id, "title": found.title, "added": new, "report": report})
        return 0
    print(f"{'Added' if new else 'Already here, nothing changed'}: {visible(found.title)}")
    for line in lines:
        print(f"  {line}")
    return 0
