"""List what people said about the framework and which wordings they proposed, with what became of each.

The workbook has the same on a sheet of its own.
"""

from __future__ import annotations

import argparse
from dataclasses import asdict

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model.discussion import Told


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    takes_format(parser)
    parser.add_argument("--open", action="store_true", help="only what is not settled yet")


def run(args: argparse.Namespace) -> int:
    """Print everything that was said, thread by thread, oldest first."""
    with open_named(args) as project:
        rows = [one for one in project.discussion.told() if one.open or not args.open]
    if args.format == "json":
        print_json([asdict(one) for one in rows])
        return 0
    for row in rows:
        print(lines(row))
    if not rows:
        print("Nothing is being discussed." if args.open else "Nobody has said anything yet.")
    return 0


def lines(row: Told) -> str:
    """Return one comment, reply or proposal as text; a reply is indented under what it answers."""
    about = ", ".join(filter(None, (row.about, row.field))) + (" (removed since)" if row.gone else "")
    verb = {"comment": "on", "reply": "replies on", "proposal": "proposes for"}[row.sort]
    found = [f"{row.at[:10]}  {row.who} {verb} {about}", *(f"    {line}" for line in row.text.splitlines())]
    if row.sort == "proposal":
        found.insert(1, f"    In place of: {row.old or '(no text)'}")
    if row.outcome:
        who = f" ({row.by}, {row.settled[:10]})" if row.by else ""
        found.append(f"    → {row.outcome}{who}{': ' if row.reason else ''}{row.reason}")
    indent = "  " if row.sort == "reply" else ""
    # What a person typed must not steer the terminal.
    text = "\n".join(f"{indent}{line}" for line in found)
    return "".join(one if one.isprintable() or one == "\n" else "\N{REPLACEMENT CHARACTER}" for one in text)
