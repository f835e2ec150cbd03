"""Add standards to a project, and say what happened to each part of the file."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, print_json, takes_format, takes_project

SOURCE = (
    "a CASE package (.json); OpenSALT's workbook (.xlsx) or CSV; OpenCASE's template (.xlsx, .csv); compeito's CSV, "
    "also indented or of rubrics; Moodle's competency framework (.csv); or the key of a shipped set"
)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    parser.add_argument("--rubrics", metavar="CSV", type=Path, help="compeito's CSV of rubrics about these standards")
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
            found, account = project.standards.read(Path(args.source), rubrics=args.rubrics)
            new = project.standards.add(found)
            lines, report = account.sentences(), account.to_json()
    if args.format == "json":
        print_json({"set": found.id, "title": found.title, "added": new, "report": report})
        return 0
    print(f"{'Added' if new else 'Already here, nothing changed'}: {found.title}")
    for line in lines:
        print(f"  {line}")
    return 0
