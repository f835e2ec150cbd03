"""Say in numbers how far a framework covers, teaches and assesses what it intends."""

from __future__ import annotations

import argparse
from importlib import import_module

from workbench.cli.common import takes_project

MEASURES = {
    "coverage": "which standard or competency is claimed, taught and assessed where",
    "webb": "four criteria a competency",
    "porter": "what is intended against what is assessed, in one index",
    "balance": "how class time, credits and assessments are spread over the priority standards",
    "agreement": "how far raters agree, from a table of ratings",
}
"""One module a measure: ``workbench.cli.measure_<measure>`` with ``describe(parser)`` and ``run(args)``."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measures, each described by its own module."""
    takes_project(parser)
    measures = parser.add_subparsers(dest="measure", required=True, metavar="MEASURE")
    for name, summary in MEASURES.items():
        module = import_module(f"workbench.cli.measure_{name}")
        own = measures.add_parser(name, help=summary, description=module.__doc__)
        module.describe(own)
        own.set_defaults(act=module.run)


def run(args: argparse.Namespace) -> int:
    """Print the numbers of one measure; what is not known is said and is no failure."""
    code: int = args.act(args)
    return code
