"""Compare two versions of a standard set, and say what the new one means for the framework."""

from __future__ import annotations

import argparse

from workbench.cli.common import open_named, print_json, takes_format, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    for name in ("old", "new"):
        parser.add_argument(
            name,
            metavar=name.upper(),
            help=f"the {name} version: a set of the project by identifier, key or part of its title, or a file",
        )
    parser.add_argument("--impact", action="store_true", help="also tell every alignment that the new version touches")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print what changed, and with ``--impact`` what that touches."""
    from workbench.standards.difference_text import difference_lines, impact_lines
    from workbench.standards.impact import impact

    with open_named(args) as project:
        found = project.standards.compare(args.old, args.new)
        framework = project.framework
    touched = impact(framework, found) if args.impact else None
    if args.format == "json":
        print_json({**found.to_json(), **({"impact": touched.to_json()} if touched else {})})
        return 0
    for line in difference_lines(found):
        print(line)
    if touched is not None:
        print()
        for line in impact_lines(touched, framework):
            print(line)
    return 0
