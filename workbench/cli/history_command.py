"""Show who changed what, when and why: of everything, or of one thing."""

from __future__ import annotations

import argparse

from workbench.cli.common import open_named, print_json, takes_format, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument("id", metavar="ID", nargs="?", help="the identifier or code of one thing")
    parser.add_argument("--limit", type=int, default=40, help="how many changes to show (default: 40)")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the changes, newest first."""
    with open_named(args) as project:
        named = args.id and next((one.id for one in project.framework.things() if one.code == args.id), args.id)
        rows = [
            {
                "revision": entry.revision,
                "at": entry.at,
                "person": project.person_name(entry.person),
                "kind": entry.change.kind,
                "id": entry.change.id,
                "field": entry.change.field,
                "old": entry.change.old,
                "new": entry.change.new,
                "why": entry.why,
                "status": entry.status,
            }
            for entry in project.history(named, limit=args.limit)
        ]
    if args.format == "json":
        print_json(rows)
        return 0
    for row in rows:
        why = f"  ({row['why']})" if row["why"] else ""
        kept = "" if row["status"] == "applied" else f"  [{row['status']}]"
        print(f"{row['revision']:>6}  {row['at'][:16]}  {row['person']}  {row['kind']} {row['field']}:{kept}{why}")
        print(f"        {row['old']!r} → {row['new']!r}")
    return 0
