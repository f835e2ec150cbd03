"""What everything in a CASE package has: an identifier, an address, a time; and links to it.

CASE takes lowercase UUIDs of versions 1 to 5 only. A thing keeps the identifier that it brought from another
file, or has its own; where neither is such a UUID, and for what only the package has (associations,
levels of a criterion), one is derived from our identifier, the same each time.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from workbench.model import Thing

JsonObject: TypeAlias = dict[str, Any]

LEGAL = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""CASE 1.1's pattern of an identifier."""
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:mastery-workbench:case")


def derived(*parts: str) -> str:
    """Return an identifier that depends on ``parts`` alone (UUID version 5)."""
    # Half a character, which a text may hold and UTF-8 may not, counts by its code.
    name = "\x1f".join(parts).encode("utf-8", "backslashreplace").decode()
    return str(uuid.uuid5(NAMESPACE, name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Identifiers by our identifier, the one time of everything, and how addresses begin.

    ``base`` is the address of a CASE service ("https://host/ims/case/v1p1"); without one addresses are
    ``urn:uuid:``, which name things and lead nowhere.
    """

    by_id: Mapping[str, str]
    moment: str
    base: str = ""

    def head(self, part: str, identifier: str) -> JsonObject:
        """Return the fields that every object of the list ``part`` ("CFItems") begins with."""
        return {"identifier": identifier, "uri": self.uri(part, identifier), "lastChangeDateTime": self.moment}

    def uri(self, part: str, identifier: str) -> str:
        """Return the address of an object."""
        return f"{self.base.rstrip('/')}/{part}/{identifier}" if self.base else f"urn:uuid:{identifier}"

    def link(self, part: str, identifier: str, title: str) -> JsonObject:
        """Return a link to an object."""
        return {"title": title, "identifier": identifier, "uri": self.uri(part, identifier)}

    def item(self, thing: Thing) -> JsonObject:
        """Return a link to a thing's item."""
        return self.link("CFItems", self.by_id[thing.id], thing.code or thing.name)


def identifiers(things: Iterable[Thing], *, reserved: Iterable[str] = ()) -> dict[str, str]:
    """Return a legal identifier for each thing, by our identifier; no two the same.

    Of two things that brought the same identifier (one is a copy of the other) the first keeps it.
    """
    taken = set(reserved)
    found: dict[str, str] = {}
    for thing in things:
        wanted = [one for one in (thing.source_id, thing.id) if LEGAL.fullmatch(one)]
        free = next(one for one in (*wanted, derived(thing.id), derived(thing.id, thing.kind)) if one not in taken)
        taken.add(free)
        found[thing.id] = free
    return found


def filled(**fields: Any) -> JsonObject:
    """Return the fields that say something: CASE leaves out what is empty."""
    return {name: value for name, value in fields.items() if value not in (None, "", [], {}, ())}


def extension(thing: Thing, *said: str, identifier: str) -> JsonObject:
    """Return ``extensions`` with the fields of ``thing`` that CASE has no place for, under a name of ours.

    ``said`` are the fields that stand elsewhere in the package.
    """
    skip = {*said, "order", "id", thing.owner_field()}
    rest: JsonObject = {name: value for name, value in thing.to_json().items() if name not in skip}
    if thing.id != identifier:
        rest["id"] = thing.id
    if rest.get("source_id") == identifier:
        del rest["source_id"]
    return {"workbench": rest} if rest else {}
