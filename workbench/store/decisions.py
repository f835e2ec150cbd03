"""Decisions on new versions of standard sets: what a committee did with each alignment. None is ever changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from sqlalchemy import Connection, func, insert, select

from workbench.model import Choice, VersionDecision
from workbench.store.schema import version_decision


def add(connection: Connection, decided: Iterable[VersionDecision]) -> None:
    """Note decisions at the end of the record."""
    first = (connection.scalar(select(func.max(version_decision.c.number))) or 0) + 1
    rows = [
        {"number": number, **dataclasses.asdict(one), "choice": one.choice.value}
        for number, one in enumerate(decided, start=first)
    ]
    if rows:
        connection.execute(insert(version_decision), rows)


def read(connection: Connection) -> tuple[VersionDecision, ...]:
    """Return all decisions, oldest first."""
    found = connection.execute(select(version_decision).order_by(version_decision.c.number)).mappings()
    values = ({name: value for name, value in row.items() if name != "number"} for row in found)
    return tuple(VersionDecision(**{**one, "choice": Choice(one["choice"])}) for one in values)
