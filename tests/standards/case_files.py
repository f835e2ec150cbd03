"""Writing small CASE packages for tests, and writing a set as the package it came from."""

import json
from pathlib import Path
from typing import Any

from workbench.model import Standard, StandardSet
from workbench.standards.case import DOCUMENT_TEXTS
from workbench.standards.case_items import ITEM_TEXTS

DOCUMENT = {"identifier": "doc", "title": "A set", "creator": "Someone", "uri": "urn:doc"}


def item(identifier: str, **fields: Any) -> dict[str, Any]:
    """Return an item with its wording."""
    return {"identifier": identifier, "fullStatement": f"Wording of {identifier}", **fields}


def link(kind: str, origin: str, destination: str, **fields: Any) -> dict[str, Any]:
    """Return an association between two identifiers."""
    ends = {"originNodeURI": {"identifier": origin}, "destinationNodeURI": {"identifier": destination}}
    return {"identifier": f"{kind}:{origin}:{destination}", "associationType": kind, **ends, **fields}


def package(items: list[Any], associations: list[Any], **rest: Any) -> dict[str, Any]:
    """Return a package."""
    return {"CFDocument": DOCUMENT, "CFItems": items, "CFAssociations": associations, **rest}


def write(folder: Path, value: Any, name: str = "package.json") -> Path:
    """Write ``value`` as JSON and return the file."""
    path = folder / name
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def package_of(read: StandardSet) -> dict[str, Any]:
    """Return the package that ``read`` came from, as far as it still knows; lists in an order of their own."""
    document = {theirs: getattr(read, ours) for theirs, ours in DOCUMENT_TEXTS.items() if getattr(read, ours)}
    tree = [
        {"associationType": "isChildOf", **one.extra["isChildOf"]} for one in read.standards if "isChildOf" in one.extra
    ]
    links = [
        {
            "identifier": one.id,
            "associationType": one.type,
            **({"sequenceNumber": one.sequence} if one.sequence and "sequenceNumber" not in one.extra else {}),
            **one.extra,
        }
        for one in read.links
    ]
    return {
        **read.extra,
        "CFDocument": {"identifier": read.id, **document, **read.extra["CFDocument"]},
        "CFItems": in_order([_item_of(one) for one in read.standards]),
        "CFAssociations": in_order(tree + links),
    }


def _item_of(standard: Standard) -> dict[str, Any]:
    rest = standard.extra.get("CFItem", {})
    texts = {theirs: getattr(standard, ours) for theirs, ours in ITEM_TEXTS.items() if getattr(standard, ours)}
    said = "educationLevel" in rest or "educationalLevel" in rest or not standard.grades
    grades = {} if said else {"educationLevel": list(standard.grades)}
    return {"identifier": standard.id, **texts, **grades, **rest}


def in_order(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return ``entries`` sorted by their content."""
    return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
