"""Add standards to a project, and say what happened to each part of the file."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.cli.progress import bytes_shown
from workbench.errors import BadFile
from workbench.model import Addition

if TYPE_CHECKING:
    from workbench.model import StandardSet
    from workbench.project.shelf import Shelf
    from workbench.standards import ImportReport
    from workbench.standards.mapping import ColumnMapping

SAID = {
    Addition.NEW: "Added",
    Addition.VERSION: "Added as a new version, beside the one that was here",
    Addition.HERE: "Already here, nothing changed",
}
SOURCE = (
    "a CASE package (.json), or the address (https://) of one, of a document or of a CASE server; OpenSALT's workbook "
    "(.xlsx) or CSV; OpenCASE's template (.xlsx, .csv); compeito's CSV, also indented or of rubrics; Moodle's "
    "competency framework (.csv); the key of a shipped set; or any other table, with --map or --as-proposed"
)


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument("source", metavar="SOURCE", help=SOURCE)
    parser.add_argument("--rubrics", metavar="CSV", type=Path, help="compeito's CSV of rubrics about these standards")
    parser.add_argument(
        "--map", metavar="MAPPING", help="read a table by this file of “standards map”, and remember it"
    )
    parser.add_argument(
        "--as-proposed", action="store_true", help="read a table as “standards map” proposes, and remember it"
    )
    parser.add_argument(
        "--document", default="", metavar="NAME", help="with a table that names several: this one alone"
    )
    parser.add_argument(
        "--allow-http", action="store_true", help="fetch from an address without encryption, in a network you trust"
    )
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Add a set and say what happened to each part of the file."""
    from workbench.standards import load_shipped, shipped_keys

    with open_named(args) as project:
        if args.source in shipped_keys():
            found = load_shipped(args.source)
            new, report = project.standards.add(found), {}
            lines: tuple[str, ...] = (f"{len(found.standards)} standards",)
        else:
            found, account = _read(args, project.standards)
            new = project.standards.add(found)
            lines, report = account.sentences(), account.to_json()
    if args.format == "json":
        print_json({"set": new.id, "title": found.title, "added": bool(new), "follows": new.follows, "report": report})
        return 0
    print(f"{SAID[new.what]}: {found.title}")
    for line in lines:
        print(f"  {line}")
    return 0


def _read(args: argparse.Namespace, shelf: Shelf) -> tuple[StandardSet, ImportReport]:
    """Read the source, by the mapping where one is named; a mapping that could be used is remembered."""
    from workbench.standards.addresses import is_address
    from workbench.standards.mapping import ColumnMapping

    if is_address(args.source):
        with bytes_shown("Fetching") as progress:
            return shelf.fetch(args.source, allow_http=args.allow_http, progress=progress)
    source = Path(args.source)
    if not args.map and not args.as_proposed:
        return shelf.read(source, rubrics=args.rubrics, document=args.document)
    mapping = ColumnMapping.from_file(Path(args.map)) if args.map else _proposed(args, shelf)
    read = shelf.read(source, rubrics=args.rubrics, mapping=mapping, document=args.document)
    shelf.remember(mapping)
    return read


def _proposed(args: argparse.Namespace, shelf: Shelf) -> ColumnMapping:
    """Return the proposed mapping, said aloud on a terminal; raise BadFile where nothing could be told."""
    source = Path(args.source)
    proposal = shelf.propose(source)
    if not proposal.mapping.sheets:
        raise BadFile(
            f"“{source.name}” has no table that could be told to hold standards. {' '.join(proposal.questions)}"
        )
    if args.format == "text":
        for sentence in proposal.sentences():
            print(f"Read as proposed: {sentence}")
    return proposal.mapping
