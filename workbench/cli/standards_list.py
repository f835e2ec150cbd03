"""List the standard sets of a project, or those that come with the workbench."""

from __future__ import annotations

import argparse
from typing import Any

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.model import SetInfo, StandardSet


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser, optional=True)
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """List the sets of a project, or what is shipped where no project is named."""
    from workbench.standards import load_shipped, shipped_keys

    if args.file:
        with open_named(args) as project:
            found = [_row(one, one.count) for one in project.standards.infos()]
    else:
        found = [_row(one, len(one.standards)) for one in map(load_shipped, shipped_keys())]
    rows = sorted(found, key=lambda row: row["title"])
    if args.format == "json":
        print_json(rows)
        return 0
    for row in rows:
        print(f"{row['key'] or row['id']:24} {row['standards']:>6}  {row['title']} {row['version']}".rstrip())
    return 0


def _row(one: SetInfo | StandardSet, count: int) -> dict[str, Any]:
    return {"id": one.id, "key": one.key, "title": one.title, "version": one.version, "standards": count}
