"""Say which standard, competency or indicator is claimed, taught and assessed where, and which is not."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any, get_args

from workbench.cli.common import open_named, takes_format
from workbench.cli.measure_words import district_of, tell
from workbench.measures.coverage import By, Head, Line, Matrix, Rows, Scope, coverage
from workbench.measures.coverage_ways import REQUIRED
from workbench.measures.coverage_words import MEANINGS, subject_of
from workbench.measures.marks import Status
from workbench.model import Framework, term

SHOWN = 12
"""How many rows of one status the text names."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the measure's arguments."""
    parser.add_argument(
        "--rows", choices=get_args(Rows), default="standards", help="what is looked for (default: standards)"
    )
    parser.add_argument("--by", choices=get_args(By), default="courses", help="where (default: courses)")
    parser.add_argument("--set", action="append", default=[], metavar="SET", help="only this set; its id, key or title")
    parser.add_argument("--grade", action="append", default=[], metavar="GRADE", help="only this grade, or span")
    parser.add_argument(
        "--department", action="append", default=[], metavar="NAME", help="only the courses of this department"
    )
    parser.add_argument("--area", action="append", default=[], metavar="AREA", help="only this content area of yours")
    takes_format(parser, "html")


def run(args: argparse.Namespace) -> int:
    """Print what is covered."""
    with open_named(args) as project:
        framework, revision = project.framework, project.revision
        scope = Scope(
            sets=tuple(project.standards.info(name).id for name in args.set),
            grades=tuple(args.grade),
            departments=tuple(args.department),
            areas=tuple(args.area),
        )
        found = coverage(framework, project.sets, rows=args.rows, by=args.by, scope=scope)
    if args.format == "html":
        from workbench.publish.coverage_page import coverage_page

        sys.stdout.buffer.write(coverage_page(framework, found, revision=revision))
        return 0
    return tell(args, revision, coverage_json(found), coverage_lines(framework, found))


def coverage_json(found: Matrix) -> dict[str, Any]:
    """Return the matrix: columns, and rows with the cells that are not empty by the id of their column."""
    return {
        "rows": found.rows,
        "by": found.by,
        "counts": {status.value: len(found.having(status)) for status in Status},
        "columns": [_head_json(head) for head in found.columns],
        "lines": [_line_json(line) for line in found.lines],
    }


def _head_json(head: Head) -> dict[str, Any]:
    return {name: value for name, value in asdict(head).items() if value or name in ("id", "code", "name", "group")}


def _line_json(line: Line) -> dict[str, Any]:
    cells = {
        column: {"mark": cell.mark.word, "through": list(cell.through), **({"way": cell.way} if cell.way else {})}
        for column, cell in line.cells.items()
    }
    return {**_head_json(line.head), "status": line.status, "assessments": list(line.assessments), "cells": cells}


def _ways(framework: Framework, found: Matrix) -> Iterator[str]:
    """Yield, for each pathway, how many rows every student comes to, how many by choice, and how many not at all."""
    yield ""
    yield f"Through each {term(framework, 'pathway')}, at the furthest mark:"
    for head in found.columns:
        ways = [line.cells[head.id].way for line in found.lines if head.id in line.cells]
        required = ways.count(REQUIRED)
        yield (
            f"    {head.label}: {required:,} required, {len(ways) - required:,} by choice, "
            f"{len(found.lines) - len(ways):,} not at all"
        )


def coverage_lines(framework: Framework, found: Matrix) -> Iterator[str]:
    """Yield the text: of each set or area how many rows have which status, and which, then what the words mean."""
    yield f"{subject_of(framework, found)}{district_of(framework)}."
    if not found.lines:
        yield "There is nothing to look for yet: no row is left with what was chosen. Align something, or choose less."
        return
    for title, lines in found.groups().items():
        yield ""
        yield f"{title or 'Without a content area'} ({len(lines):,})"
        yield from _counts(lines)
    if found.by == "pathways":
        yield from _ways(framework, found)
    yield ""
    yield "What the words mean:"
    yield from (f"    {status}: {MEANINGS[status]}" for status in Status if found.having(status))
    if found.rows == "competencies":
        yield "Each is as far as the furthest of its indicators. To see them one by one: --rows indicators"


def _counts(lines: Sequence[Line]) -> Iterator[str]:
    from workbench.checks.wording import listed

    for status in Status:
        labels = [line.head.label for line in lines if line.status is status]
        if labels:
            # What is as it should be need not be read one by one.
            which = "" if status is Status.ASSESSED else f": {listed(labels, SHOWN)}"
            yield f"    {len(labels):>5,}  {status}{which}"
