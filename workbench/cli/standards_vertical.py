"""Show one strand of a standard set from grade to grade, with what must come before what; or list its strands."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, print_json, takes_format, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument("set", metavar="SET", help="a set of the project by identifier, key or title, or a file")
    parser.add_argument(
        "strand", metavar="STRAND", nargs="?", help="key or part of the title of a strand (default: list them)"
    )
    parser.add_argument(
        "--prerequisites",
        metavar="CSV",
        type=Path,
        help="prerequisites of your own: a header row, then two codes a row, what comes before and what after",
    )
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print the strands of a set, or one of them."""
    from workbench.standards.vertical import strand_json
    from workbench.standards.vertical_text import strand_lines, vertical_lines

    with open_named(args) as project:
        if args.strand is None:
            known = project.standards.strands(args.set)
            value = {"strands": [strand_json(one) for one in known]}
            lines = list(strand_lines(known)) or ["This set has no strands that can be followed from grade to grade."]
        else:
            found = project.standards.vertical(args.set, args.strand, prerequisites=args.prerequisites)
            value, lines = found.to_json(), list(vertical_lines(found))
    if args.format == "json":
        print_json(value)
    else:
        print("\n".join(lines))
    return 0
