"""Writing small CASE packages for tests."""

import json
from pathlib import Path
from typing import Any

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


def in_order(entries: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return ``entries`` sorted by their content."""
    return sorted(entries, key=lambda entry: json.dumps(entry, sort_keys=True))
