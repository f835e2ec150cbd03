"""Find standards by their code, its beginning, or words; the last word may be unfinished."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from textwrap import shorten
from typing import Any

from workbench.cli.common import open_named, print_json, takes_format, takes_project
from workbench.errors import UnknownName
from workbench.model import Found, Hit, SetInfo

WIDTH = 60
"""Characters that are shown of a heading."""


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the action's arguments."""
    takes_project(parser)
    parser.add_argument("query", metavar="QUERY", help="a code, the beginning of one, or words")
    parser.add_argument(
        "--set", action="append", default=[], metavar="SET", help="only in this set, by its key or id; may be repeated"
    )
    parser.add_argument("--grade", action="append", default=[], help="only of this grade or span; may be repeated")
    parser.add_argument("--subject", default="", help="only in sets whose subject has these words")
    parser.add_argument("--limit", type=int, default=40, help="how many to show (default: 40)")
    takes_format(parser)


def run(args: argparse.Namespace) -> int:
    """Print what was found, under its place in the tree."""
    with open_named(args) as project:
        infos = project.standards.infos()
        found = project.standards.find(
            args.query,
            set_ids=[key for name in args.set for key in _ids(infos, name)],
            grades=args.grade,
            subject=args.subject,
            limit=max(0, args.limit),
        )
    if args.format == "json":
        print_json({"total": found.total, "more": found.more, "found": [_json(hit) for hit in found.hits]})
        return 0
    for line in _lines(found, {one.id: one for one in infos}):
        print(line)
    return 0


def _ids(infos: tuple[SetInfo, ...], name: str) -> list[str]:
    """Return the ids of the sets, all versions, that a key or id names; raise UnknownName."""
    found = [one.id for one in infos if name in (one.key, one.id, one.identifier)]
    if not found:
        raise UnknownName.of("standard set", name, [one.key or one.id for one in infos])
    return found


def _json(hit: Hit) -> dict[str, Any]:
    one = hit.branch.standard
    return {
        "set": hit.branch.set_id,
        "id": one.id,
        "code": one.code,
        "label": one.label,
        "statement": one.statement,
        "grades": list(one.grades),
        "match": hit.match.value,
        "path": [{"id": above.id, "code": above.code, "name": above.name} for above in hit.path],
    }


def _lines(found: Found, infos: dict[str, SetInfo]) -> Iterator[str]:
    for (set_id, _), hits in found.groups.items():
        info = infos[set_id]
        title = f"{info.title} {info.version}".rstrip()
        yield " > ".join([title, *(shorten(one.name, WIDTH, placeholder=" …") for one in hits[0].path)])
        for hit in hits:
            one = hit.branch.standard
            name = " ".join(one.name.split())
            yield f"  {one.code:16} {name}" if one.code else f"  {name}"
    first = f", {len(found.hits):,} shown" if found.more or found.total > len(found.hits) else ""
    yield f"{found.count_words} found{first}."
