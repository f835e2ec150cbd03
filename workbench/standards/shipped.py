"""The code lists that come with the workbench: ``standards_data/sets/<key>.json``.

The format is one object for the set and one line for each standard; a parent is named by its code, and
grades are inherited from it. A list holds no identifiers of standards: they are derived from set and code.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from workbench.errors import BadFile, UnknownName
from workbench.model import Standard, StandardSet, standard_id
from workbench.resources import resource_folder

INHERITED = {"parent", "grades", "aliases"}
"""What an entry says of a standard in another way than the field of the same name."""


def shipped_keys() -> tuple[str, ...]:
    """Return the keys of the standard sets that come with the workbench, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob("*.json")))


@cache
def load_shipped(key: str) -> StandardSet:
    """Return the standard set that comes with the workbench under ``key``; raise UnknownName.

    A set is frozen, so every caller gets the same one.
    """
    if key not in shipped_keys():
        raise UnknownName.of("standard set", key, shipped_keys())
    data = json.loads((_folder() / f"{key}.json").read_text(encoding="utf-8"))
    return StandardSet(**{**data, "standards": tuple(_standards(data))})


def _folder() -> Path:
    return resource_folder("standards_data") / "sets"


def _standards(data: Mapping[str, Any]) -> Iterator[Standard]:
    """Yield the standards of a list; raise BadFile where a parent does not stand above its child."""
    grades: dict[str, tuple[str, ...]] = {"": ()}
    for place, entry in enumerate(data["standards"], start=1):
        code, parent = entry["code"], entry.get("parent", "")
        if code in grades or parent not in grades:
            fault = "stands in it twice" if code in grades else f"stands before its parent “{parent}”"
            raise BadFile(f"The standard “{code}” of the list “{data['key']}” {fault}.")
        grades[code] = tuple(entry.get("grades", grades[parent]))
        yield Standard(
            id=standard_id(data["id"], code),
            parent_id=standard_id(data["id"], parent) if parent else "",
            sequence=place,
            grades=grades[code],
            aliases=tuple(entry.get("aliases", ())),
            **{name: value for name, value in entry.items() if name not in INHERITED},
        )
