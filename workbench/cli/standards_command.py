"""Add a file of standards to a project, list the sets it holds, or list those that come with the workbench."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, print_json, takes_format, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    adding = actions.add_parser("add", help="add a CASE package from a file, or a shipped set by its key")
    takes_project(adding)
    adding.add_argument("source", metavar="SOURCE", help="a CASE package (.json), or the key of a shipped set")
    takes_format(adding)
    listing = actions.add_parser("list", help="list the sets of a project, or the shipped ones")
    takes_project(listing, optional=True)
    takes_format(listing)


def run(args: argparse.Namespace) -> int:
    """Add or list."""
    return add(args) if args.action == "add" else list_sets(args)


def add(args: argparse.Namespace) -> int:
    """Add a set and say what happened to each part of the file."""
    from workbench.standards import load_shipped, shipped_keys

    with open_named(args) as project:
        if args.source in shipped_keys():
            found = load_shipped(args.source)
            new, report = project.add_set(found), {}
            lines: tuple[str, ...] = (f"{len(found.standards)} standards",)
        else:
            found, account, new = project.add_standards(Path(args.source))
            lines, report = account.sentences(), account.to_json()
    if args.format == "json":
        print_json({"set": found.id, "title": found.title, "added": new, "report": report})
        return 0
    print(f"{'Added' if new else 'Already here, nothing changed'}: {found.title}")
    for line in lines:
        print(f"  {line}")
    return 0


def list_sets(args: argparse.Namespace) -> int:
    """List the sets of a project, or what is shipped where no project is named."""
    from workbench.standards import load_shipped, shipped_keys

    if args.file:
        with open_named(args) as project:
            sets = tuple(project.sets.values())
    else:
        sets = tuple(load_shipped(key) for key in shipped_keys())
    rows = [
        {"id": one.id, "key": one.key, "title": one.title, "version": one.version, "standards": len(one.standards)}
        for one in sorted(sets, key=lambda found: found.title)
    ]
    if args.format == "json":
        print_json(rows)
        return 0
    for row in rows:
        print(f"{row['key'] or row['id']:24} {row['standards']:>6}  {row['title']} {row['version']}".rstrip())
    return 0
