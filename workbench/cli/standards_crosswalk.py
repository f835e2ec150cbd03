"""Write which of your indicators, courses, pathways and assessments meet which standards, as a workbook or CSV."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, takes_output, takes_project, write_output
from workbench.model.values import Strength


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    from workbench.measures.crosswalk import KINDS

    takes_project(parser)
    takes_output(parser, "the file to write, .xlsx or .csv")
    parser.add_argument("--set", action="append", default=[], metavar="SET", help="only this set; its id, key or title")
    parser.add_argument("--kind", action="append", default=[], choices=KINDS, help="only this kind of yours")
    parser.add_argument("--strength", action="append", default=[], choices=[*Strength], help="only this strength")
    parser.add_argument("--area", action="append", default=[], metavar="AREA", help="only this content area of yours")
    parser.add_argument(
        "--unaligned", choices=["ours", "theirs"], help="instead of alignments, what has none of those chosen"
    )


def run(args: argparse.Namespace) -> int:
    """Write the table, and print its name."""
    from workbench.measures.crosswalk import Only

    out = Path(args.out)
    with open_named(args) as project:
        only = Only(
            sets=tuple(project.standards.info(name).id for name in args.set),
            kinds=tuple(args.kind),
            strengths=tuple(args.strength),
            areas=tuple(args.area),
            unaligned=args.unaligned or "",
        )
        content = project.standards.crosswalk(out.suffix.lstrip(".").lower(), only)
    print(write_output(out, content, replace=args.replace))
    return 0
