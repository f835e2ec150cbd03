"""What items, associations and documents of a CASE package share: identifiers, texts, positions."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.standards.report import Account, Fate


def entries_of(name: str, entries: list[Any], account: Account) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (position, copy of the entry) for each object of a list; what is no object is left out."""
    for place, entry in enumerate(entries):
        where = f"{name}[{place}]"
        if isinstance(entry, dict):
            yield where, dict(entry)
        else:
            account.add(Fate.LEFT_OUT, "entries that are no objects with fields", f"{where} is {entry!r:.60}")


def take_texts(entry: dict[str, Any], names: Mapping[str, str], where: str, account: Account) -> dict[str, str]:
    """Move the texts named by ``names`` out of ``entry``, and return them by our names.

    What is null, empty or no text stays in ``entry``, so that it goes out as it came in; a number is
    read as text besides.
    """
    found: dict[str, str] = {}
    for theirs, ours in names.items():
        value = entry.get(theirs)
        if isinstance(value, str):
            if value:
                found[ours] = entry.pop(theirs)
        elif isinstance(value, int | float) and not isinstance(value, bool):
            found[ours] = str(value)
            account.add(Fate.REPAIRED, "numbers that are read as text", f"{where}.{theirs}")
        elif value is not None:
            account.add(Fate.NOTED, "fields that should be text and are kept unread", f"{where}.{theirs}")
    return found


def identify(entry: dict[str, Any], where: str, account: Account, *, base: str = "") -> str:
    """Move the identifier out of ``entry`` and return it verbatim; make one where it is missing.

    The made one is a UUID (version 5) of what else identifies the entry, so that the same file gives the
    same one again: its address, code, or wording, or the ends of an association.
    """
    value = entry.get("identifier")
    if isinstance(value, str) and value.strip():
        return str(entry.pop("identifier"))
    names = ("uri", "humanCodingScheme", "fullStatement", "title", "associationType")
    known = "|".join(str(entry.get(name) or "") for name in names)
    ends = "|".join(node_id(entry.get(name)) for name in ("originNodeURI", "destinationNodeURI"))
    account.add(Fate.REPAIRED, "entries without an identifier, which were given one", where)
    return derived_id(base, known, ends)


def derived_id(*parts: str) -> str:
    """Return an identifier that depends on ``parts`` alone (UUID version 5)."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, "urn:workbench:case:" + "|".join(parts)))


def node_id(node: Any) -> str:
    """Return the identifier that one end of an association names, or an empty text.

    Before CASE 1.0 an end was a plain address; its last part is the identifier.
    """
    if isinstance(node, str):
        return node.rstrip("/").rsplit("/", 1)[-1]
    if not isinstance(node, dict):
        return ""
    identifier = node.get("identifier")
    if isinstance(identifier, str) and identifier.strip():
        return identifier
    return node_id(node.get("uri")) if isinstance(node.get("uri"), str) else ""
