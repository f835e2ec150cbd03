"""Write the framework for people and machines: workbook, accessible PDF, web page, CASE, and the report."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    from workbench.publish import FORMATS
    from workbench.publish.report_run import REPORTS

    names = ", ".join([*FORMATS, *REPORTS])

    takes_project(parser)
    parser.add_argument("--out", metavar="DIR", default="exports", help="the folder to write to (default: exports)")
    parser.add_argument("--format", metavar="NAMES", help=f"parted by commas, of: {names}")
    parser.add_argument("--as-of", default="", metavar="DATE", help="the day to print and check for (default: today)")


def run(args: argparse.Namespace) -> int:
    """Publish, and print the name of each file."""
    names = [name.strip() for name in args.format.split(",")] if args.format else None
    with open_named(args) as project:
        files = project.publish(Path(args.out), names, as_of=args.as_of)
        publication = project.publication(as_of=args.as_of)
    print(f"{publication.title}: {publication.status_line}")
    for path in files:
        print(f"  {path}")
    return 0
