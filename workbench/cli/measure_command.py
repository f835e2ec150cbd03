"""Say in numbers how far assessments are aligned to the competencies: Webb's four criteria or Porter's index."""

from __future__ import annotations

import argparse

from workbench.cli.common import open_named, print_json, takes_format, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument(
        "measure",
        choices=["webb", "porter"],
        help="webb: four criteria a competency; porter: what is intended against what is assessed, in one index",
    )
    takes_format(parser)
    parser.add_argument(
        "--by",
        choices=["competency", "indicator"],
        default="competency",
        help="what porter sets against depth of knowledge (default: competency)",
    )
    parser.add_argument(
        "--formative", action="store_true", help="count the items of every assessment, not summative alone"
    )


def run(args: argparse.Namespace) -> int:
    """Print the numbers of one measure; what is not known is said and is no failure."""
    with open_named(args) as project:
        framework, revision = project.framework, project.revision
    if args.measure == "webb":
        from workbench.cli.measure_webb import webb_json, webb_lines
        from workbench.measures.webb import webb

        criteria = webb(framework, formative=args.formative)
        value = webb_json(framework, criteria)
        lines = webb_lines(framework, criteria, formative=args.formative)
    else:
        from workbench.cli.measure_porter import chance_of, porter_json, porter_lines
        from workbench.measures.demand import demand

        found = demand(framework, args.by, formative=args.formative)
        chance = chance_of(found)
        value = porter_json(framework, found, chance, args.by)
        lines = porter_lines(framework, found, chance, args.by)
    if args.format == "json":
        print_json({"measure": args.measure, "revision": revision, "formative": args.formative, **value})
    else:
        print("\n".join(lines))
    return 0
