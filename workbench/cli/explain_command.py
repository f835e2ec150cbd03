"""Explain a rule: what it checks, why it matters, an example of the fault and of what to do instead."""

from __future__ import annotations

import argparse


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument("code", metavar="CODE", help="a rule's code, such as STR001")


def run(args: argparse.Namespace) -> int:
    """Print the rule's page."""
    from workbench.checks import explain

    print(explain(args.code.upper()))
    return 0
