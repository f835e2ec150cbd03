"""The project's record beside the framework: editions with their files, waivers, small notes by key."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select

from workbench.errors import BadEdit
from workbench.model import Edition, Waiver
from workbench.store.schema import edition, edition_file, meta, waiver


def add_edition(connection: Connection, adopted: Edition) -> None:
    """Archive an edition with its files; raise BadEdit where its number is taken: an edition never changes."""
    if connection.scalar(select(edition.c.number).where(edition.c.number == adopted.number)) is not None:
        raise BadEdit(f"Edition {adopted.number} is archived already and stays as it is; adopt under the next number.")
    values = _values(adopted)
    files = values.pop("files")
    connection.execute(insert(edition).values(values))
    rows = [
        {"edition": adopted.number, "place": place, "name": name, "content": content}
        for place, (name, content) in enumerate(files)
    ]
    if rows:
        connection.execute(insert(edition_file), rows)


def editions(connection: Connection) -> tuple[Edition, ...]:
    """Return the archived editions with their files, oldest first."""
    files: dict[int, list[tuple[str, bytes]]] = defaultdict(list)
    for row in connection.execute(select(edition_file).order_by(edition_file.c.edition, edition_file.c.place)):
        files[row.edition].append((row.name, row.content))
    found = connection.execute(select(edition).order_by(edition.c.number)).mappings()
    return tuple(Edition(**row, files=tuple(files[row["number"]])) for row in found)


def add_waiver(connection: Connection, decided: Waiver) -> None:
    """Note a decision to live with a finding; it takes the place of an earlier one of the same finding."""
    number = (connection.scalar(select(func.max(waiver.c.number))) or 0) + 1
    connection.execute(insert(waiver).values(number=number, **_values(decided) | {"about": json.dumps(decided.about)}))


def _values(record: Any) -> dict[str, Any]:
    return {declared.name: getattr(record, declared.name) for declared in dataclasses.fields(record)}


def note(connection: Connection, key: str) -> str:
    """Return what is noted under ``key``, or an empty text."""
    return connection.scalar(select(meta.c.value).where(meta.c.key == key)) or ""


def set_note(connection: Connection, key: str, value: str) -> None:
    """Note ``value`` under ``key``."""
    connection.execute(delete(meta).where(meta.c.key == key))
    connection.execute(insert(meta).values(key=key, value=value))
