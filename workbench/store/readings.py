"""What the checks read in texts, kept beside the record so that the next process need not read them again.

A cache and no part of the record: it may be lost at any time, and where it cannot be read or written nothing is said.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any, TypeAlias

from workbench.store.reading import Ask

Readings: TypeAlias = Mapping[tuple[str, str], Any]
"""What was read, by its kind and the text."""


def load(ask: Ask, reader: str) -> Readings:
    """Return what the same ``reader`` kept; nothing where that is no longer readable."""
    rows = [
        (kind, text, data)
        for by, kind, text, data in ask("SELECT reader, kind, text, data FROM reading")
        if by == reader
    ]
    # One text for all is read several times faster than one a row.
    read = json.loads(f"[{','.join(data for _, _, data in rows)}]")
    return {(kind, text): one for (kind, text, _), one in zip(rows, read, strict=True)}


def keep(raw: sqlite3.Connection, reader: str, learned: Readings, unused: Iterable[tuple[str, str]]) -> None:
    """Keep what was ``learned``; let go of what is ``unused``, and of what another reader kept."""
    rows = ((kind, text, reader, _json(data)) for (kind, text), data in learned.items())
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("DELETE FROM reading WHERE reader <> ?", (reader,))
    raw.executemany("DELETE FROM reading WHERE kind = ? AND text = ?", unused)
    raw.executemany("INSERT OR REPLACE INTO reading (kind, text, reader, data) VALUES (?, ?, ?, ?)", rows)
    raw.execute("COMMIT")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
