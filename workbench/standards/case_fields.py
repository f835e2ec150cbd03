"""What items, associations and documents of a CASE package share: identifiers, texts, positions."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator, Mapping
from typing import Any

from workbench.standards.report import Account, Fate

SPELLED = re.compile(r"(?:urn:uuid:)?\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?")
"""The ways in which people write a UUID, in lowercase."""


def entries_of(name: str, entries: list[Any], account: Account) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield (position, entry) for each object of a list; what is no object is left out."""
    for place, entry in enumerate(entries):
        where = f"{name}[{place}]"
        if isinstance(entry, dict):
            yield where, entry
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
        del entry["identifier"]
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        account.add(Fate.REPAIRED, "numbers that are read as text", f"{where}.identifier")
        return str(value)
    names = ("uri", "humanCodingScheme", "fullStatement", "title", "associationType")
    known = "|".join(str(entry.get(name) or "") for name in names)
    ends = "|".join(node_id(entry.get(name)) for name in ("originNodeURI", "destinationNodeURI"))
    account.add(Fate.REPAIRED, "entries without an identifier, which were given one", where)
    return derived_id(base, known, ends)


def derived_id(*parts: str) -> str:
    """Return an identifier that depends on ``parts`` alone (UUID version 5)."""
    name = "urn:workbench:case:" + "|".join(parts)
    # Half a character, which a text may hold and UTF-8 may not, counts by its code.
    return str(uuid.uuid5(uuid.NAMESPACE_URL, name.encode("utf-8", "backslashreplace").decode()))


def plain_id(identifier: str) -> str:
    """Return an identifier as CASE writes it, where it is a UUID written in another way; others as they are.

    >>> plain_id("urn:uuid:9FD1B0A2-0C2B-4A0E-8D55-0B7D4BB51D1E"), plain_id("X.1")
    ('9fd1b0a2-0c2b-4a0e-8d55-0b7d4bb51d1e', 'X.1')
    """
    found = SPELLED.fullmatch(identifier.strip().lower())
    return "-".join(found.groups()) if found else identifier


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
    if isinstance(identifier, int) and not isinstance(identifier, bool):
        return str(identifier)
    return node_id(node.get("uri")) if isinstance(node.get("uri"), str) else ""
