"""Common standards: add a file of them to a project, list the sets it holds, or those that come with the workbench."""

from __future__ import annotations

import argparse
from importlib import import_module

ACTIONS = {
    "add": "add standards from a file or an address, or a shipped set by its key",
    "map": "propose how to read a table that has no known format, and show its first rows",
    "list": "list the sets of a project, or the shipped ones",
    "search": "find standards by code or by words",
    "export": "write a set as CASE, as OpenSALT's workbook or as CSV",
    "crosswalk": "write what of yours meets which standard as a workbook or CSV",
    "diff": "compare two versions of a set, and tell what the new one touches",
    "vertical": "show one strand of a set from grade to grade, with prerequisites",
}
"""One module an action: ``workbench.cli.standards_<action>`` with ``describe(parser)`` and ``run(args)``."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's actions, each described by its own module."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    for name, summary in ACTIONS.items():
        module = import_module(f"workbench.cli.standards_{name}")
        own = actions.add_parser(name, help=summary, description=module.__doc__)
        module.describe(own)
        own.set_defaults(act=module.run)


def run(args: argparse.Namespace) -> int:
    """Run the action."""
    code: int = args.act(args)
    return code
