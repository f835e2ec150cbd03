"""Compare two moments of a framework, named by revision: what was added, removed and changed."""

from __future__ import annotations

import argparse

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model import Change, difference


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument("a", metavar="A", type=int, help="the earlier revision")
    parser.add_argument("b", metavar="B", type=int, nargs="?", help="the later revision (default: now)")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the changes that lead from A to B."""
    with open_named(args) as project:
        before = project.as_of(args.a)
        after = project.framework if args.b is None else project.as_of(args.b)
    changes = difference(before, after)
    if args.format == "json":
        print_json([{slot: getattr(change, slot) for slot in Change.__slots__} for change in changes])
        return 0
    for change in changes:
        thing = after.find(change.id) or before.find(change.id)
        name = thing.name if thing else change.id
        if change.field == "exists":
            print(f"{'+' if change.new else '-'} {change.kind} “{name}”")
        elif change.old is not None and change.new is not None:
            print(f"~ {change.kind} “{name}” {change.field}: {change.old!r} → {change.new!r}")
    print(f"{len({change.id for change in changes})} things differ.")
    return 0
