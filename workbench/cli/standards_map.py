"""Propose what the columns of a table mean, show its first rows so, and write the proposal as a file to correct."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.common import print_json, takes_format
from workbench.errors import CannotWrite

if TYPE_CHECKING:
    from workbench.standards.mapping import ColumnMapping
    from workbench.standards.mapping_preview import Preview
    from workbench.standards.mapping_proposal import Proposal


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    parser.add_argument("source", metavar="SOURCE", help="a workbook or a text file with a table of standards")
    parser.add_argument("--map", metavar="MAPPING", help="show the rows by this mapping instead of a proposed one")
    parser.add_argument(
        "--out", metavar="MAPPING", help="write the mapping to this file (.json), to look at and correct"
    )
    parser.add_argument("--rows", type=int, default=8, metavar="N", help="how many rows to show (default: 8)")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Propose a mapping, show what it brings, keep nothing but the file named by ``--out``."""
    from workbench.standards.mapping import ColumnMapping
    from workbench.standards.mapping_preview import preview
    from workbench.standards.mapping_proposal import propose
    from workbench.standards.report import Account
    from workbench.standards.tables import read_tables

    source = Path(args.source)
    account = Account()
    tables = read_tables(source, account)
    proposal = None if args.map else propose(tables)
    mapping = proposal.mapping if proposal else ColumnMapping.from_file(Path(args.map))
    shown = None
    if mapping.sheets:
        shown = preview(tables, mapping, rows=args.rows, source=source.name, account=account)
    if args.out and mapping.sheets:
        _write(Path(args.out), mapping)
    if args.format == "json":
        told = proposal.to_json() if proposal else {"mapping": mapping.to_json()}
        print_json({**told, "preview": shown.to_json() if shown else None})
    else:
        for line in _lines(proposal, shown):
            print(line)
    return 0 if shown else 1


def _write(path: Path, mapping: ColumnMapping) -> None:
    try:
        path.write_text(json.dumps(mapping.to_json(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise CannotWrite(f"“{path}” cannot be written ({error.strerror}). Choose another name or folder.") from error


def _lines(proposal: Proposal | None, shown: Preview | None) -> Iterator[str]:
    yield from proposal.sentences() if proposal else ()
    if shown is None:
        yield "Nothing of this file can be read as standards."
        return
    yield ""
    yield f"{shown.standards} standards in {shown.levels} levels. The first:"
    for row in shown.rows:
        name = " ".join((row.label or row.statement).split())
        grades = f"  [{', '.join(row.grades)}]" if row.grades else ""
        yield f"{'  ' * row.level}{row.code:12} {name[:70]}{grades}".rstrip()
    yield ""
    yield from shown.report.sentences()
