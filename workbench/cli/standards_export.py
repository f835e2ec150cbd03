"""Write a standard set as a CASE package, as OpenSALT's workbook or as CSV, and say what the format cannot hold."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, takes_output, takes_project, write_output


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    from workbench.standards.export import FORMATS

    takes_project(parser)
    parser.add_argument("set", metavar="SET", help="the set: its id, its key, its title or a part of the title")
    parser.add_argument("--format", choices=[*FORMATS], required=True, help="the format to write")
    takes_output(parser, "the file to write")


def run(args: argparse.Namespace) -> int:
    """Write the set, and print what its new form lacks."""
    with open_named(args) as project:
        found = project.standards.info(args.set)
        made = project.standards.export(found.id, args.format)
    place = write_output(Path(args.out), made.content, replace=args.replace)
    print(f"{found.title}: {found.count:,} standards in {place}")
    for note in made.notes:
        print(f"  {note}")
    return 0
