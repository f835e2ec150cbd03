"""Adopt: refuse while errors stand in the way; otherwise freeze, hash and archive an edition with its files."""

from __future__ import annotations

import argparse
from pathlib import Path

from workbench.cli.common import open_named, takes_person, takes_project


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser)
    parser.add_argument("--title", required=True, help="the edition's title, such as “Adopted framework 2027”")
    parser.add_argument("--vote", required=True, help="the board's vote, such as “7 yes, 1 no, 1 abstained”")
    parser.add_argument("--effective", required=True, help="the school year from which it holds, such as 2027-28")
    parser.add_argument("--adopted-on", default="", metavar="DATE", help="the day of the vote (default: today)")
    parser.add_argument("--out", metavar="DIR", help="also write the edition's files into this folder")
    takes_person(parser)


def run(args: argparse.Namespace) -> int:
    """Adopt, and print the edition's number and hash."""
    from workbench.publish import write_files

    with open_named(args) as project:
        edition = project.adopt(title=args.title, vote=args.vote, effective=args.effective, adopted_on=args.adopted_on)
    print(f"Edition {edition.number} is adopted and kept in {args.file}.")
    print(f"SHA-256 of its content: {edition.sha256}")
    if args.out:
        for path in write_files(Path(args.out), dict(edition.files)):
            print(f"  {path}")
    return 0
