"""CASE packages of any size, made the same each time: ``python -m benchmarks.generated 17000 package.json``."""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

BASE = "https://example.org/ims/case/v1p1"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, BASE)
MOMENT = "2025-01-24T00:00:00Z"
BRANCHES = 8
"""Children of one standard; a tree of 17,000 is six levels deep."""

VERBS = ("Explain", "Compare", "Model", "Interpret", "Justify", "Construct", "Analyze", "Evaluate")
OBJECTS = (
    "ratios between two quantities",
    "the structure of an argument",
    "the energy that moves through a system",
    "the causes of a historical change",
    "functions given as tables, graphs and formulas",
    "the choices of an author",
    "data from a fair sample",
)
WAYS = (
    "with evidence from several sources",
    "in an unfamiliar situation",
    "using the terms of the field",
    "for a reader",
)
SUBJECTS = ("Mathematics", "English Language Arts", "Science", "Social Studies")


def write_package(path: Path, count: int) -> Path:
    """Write a package of ``count`` standards, each with its place in the tree, and return its path.

    About 980 bytes a standard: 17,000 make 18 MB. Never more than one entry is in memory.
    """
    with path.open("w", encoding="utf-8") as file:
        file.write(f'{{"CFDocument": {json.dumps(document(count))}')
        for name, entries in (("CFItems", items(count)), ("CFAssociations", associations(count))):
            file.write(f',\n"{name}": [')
            for place, entry in enumerate(entries):
                file.write(f"{',' if place else ''}\n{json.dumps(entry, ensure_ascii=False)}")
            file.write("\n]")
        file.write("}\n")
    return path


def document(count: int) -> dict[str, Any]:
    """Return the document of the package with ``count`` standards."""
    return {
        **_head("CFDocuments", f"document {count}"),
        "caseVersion": "1.1",
        "creator": "Benchmarks",
        "title": f"{count:,} generated standards",
        "subject": list(SUBJECTS),
        "language": "en",
    }


def items(count: int) -> Iterator[dict[str, Any]]:
    """Yield the items in the order of their numbers; a parent stands before its children."""
    for number in range(count):
        subject = SUBJECTS[_top(number) % len(SUBJECTS)]
        yield {
            **_head("CFItems", f"item {number}"),
            "humanCodingScheme": code(number),
            "fullStatement": statement(number),
            "CFItemType": "Standard" if number * BRANCHES + BRANCHES >= count else "Cluster",
            "subject": [subject],
            "educationLevel": [f"{number % 4 + 9:02d}"],
        }


def associations(count: int) -> Iterator[dict[str, Any]]:
    """Yield an isChildOf association for each item."""
    title = document(count)["title"]
    top = {"title": title, **_place("CFDocuments", f"document {count}")}
    for number in range(count):
        parent = _parent(number)
        above = top if parent < 0 else {"title": code(parent), **_place("CFItems", f"item {parent}")}
        yield {
            **_head("CFAssociations", f"child {number}"),
            "associationType": "isChildOf",
            "originNodeURI": {"title": code(number), **_place("CFItems", f"item {number}")},
            "destinationNodeURI": above,
            "sequenceNumber": number % BRANCHES + 1,
        }


def code(number: int) -> str:
    """Return the code of a standard: its place among its siblings, from the top down ("G.3.8.1")."""
    places: list[str] = []
    while number >= 0:
        places.append(str(number % BRANCHES + 1))
        number = _parent(number)
    return ".".join(["G", *reversed(places)])


def statement(number: int) -> str:
    """Return a wording; some repeat, as in real sets."""
    verb = VERBS[number % len(VERBS)]
    thing = OBJECTS[number // 3 % len(OBJECTS)]
    second = OBJECTS[number // 11 % len(OBJECTS)]
    return f"{verb} {thing} and {second}, {WAYS[number // 5 % len(WAYS)]}."


def _parent(number: int) -> int:
    return number // BRANCHES - 1


def _top(number: int) -> int:
    while (above := _parent(number)) >= 0:
        number = above
    return number


def _head(part: str, name: str) -> dict[str, Any]:
    return {**_place(part, name), "lastChangeDateTime": MOMENT}


def _place(part: str, name: str) -> dict[str, Any]:
    identifier = str(uuid.uuid5(NAMESPACE, name))
    return {"identifier": identifier, "uri": f"{BASE}/{part}/{identifier}"}


if __name__ == "__main__":
    print(write_package(Path(sys.argv[2]), int(sys.argv[1])))
