"""Which standard set a person means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TypeVar

from workbench.errors import UnknownName
from workbench.model import SetInfo, StandardSet

T = TypeVar("T", SetInfo, StandardSet)


def find_set(sets: Iterable[T], name: str) -> T:
    """Return the set whose id, key, identifier or title is ``name``, else the only one with it in title and version.

    Raises UnknownName, with the sets that come near.
    """
    held = sorted(sets, key=lambda one: (one.title, one.version))
    wanted = name.strip().casefold()
    own = [one for one in held if wanted in {one.id.casefold(), one.key.casefold()}] if wanted else []
    exact = own or [one for one in held if wanted in {one.identifier.casefold(), one.title.casefold()}]
    found = exact if wanted and exact else [one for one in held if wanted in f"{one.title} {one.version}".casefold()]
    if len(found) == 1:
        return found[0]
    if found and wanted:
        raise UnknownName(f"{len(found)} standard sets answer to “{name}”. Choose one by its id: {_listed(found)}.")
    if not held:
        raise UnknownName("The project holds no standard sets. Add one with “workbench standards add”.")
    titles = {one.title.casefold(): one for one in held}
    near = [titles[title] for title in difflib.get_close_matches(wanted, titles, n=3)] or held
    raise UnknownName(f"There is no standard set “{name}”. Choose from: {_listed(near)}.")


def _listed(sets: Iterable[SetInfo | StandardSet]) -> str:
    return ", ".join(f"{one.key or one.id} ({' '.join(filter(None, (one.title, one.version)))})" for one in sets)
