"""Show who changed what, when and why: of everything, or of one thing."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import Any

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model import Change
from workbench.project import Project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument("id", metavar="ID", nargs="?", help="the identifier or code of one thing")
    parser.add_argument("--limit", type=int, default=40, help="how many changes to show (default: 40)")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the changes, newest first."""
    with open_named(args) as project:
        rows = list(entries(project, args.id, args.limit))
    if args.format == "json":
        print_json(rows)
        return 0
    for row in rows:
        print(line(row))
    return 0


def entries(project: Project, named: str | None, limit: int) -> Iterator[dict[str, Any]]:
    """Yield the latest changes as JSON values, newest first; ``named`` is the code or the id of a thing."""
    thing = named and next((one.id for one in project.framework.things() if one.code == named), named)
    for entry in project.history(thing, limit=limit):
        change = {slot: getattr(entry.change, slot) for slot in Change.__slots__}
        yield {
            "revision": entry.revision,
            "at": entry.at,
            "person": project.person_name(entry.person),
            **change,
            "why": entry.why,
            "status": entry.status,
        }


def line(row: dict[str, Any]) -> str:
    """Return one change as text."""
    why = f"  ({row['why']})" if row["why"] else ""
    kept = "" if row["status"] == "applied" else f"  [{row['status']}]"
    head = f"{row['revision']:>6}  {row['at'][:16]}  {row['person']}  {row['kind']} {row['field']}:{kept}{why}"
    return f"{head}\n        {row['old']!r} → {row['new']!r}"
