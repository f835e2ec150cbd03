"""Comments, suggestions and what became of them: rows are added and none is ever changed or deleted."""

from __future__ import annotations

import dataclasses
import json
from typing import Any

from sqlalchemy import Connection, Table, func, insert, select

from workbench.errors import BadEdit
from workbench.localize import _
from workbench.model.discussion import Comment, Disposition, Fate, Said, Suggestion
from workbench.store import schema


def add(connection: Connection, said: Comment | Suggestion) -> None:
    """Note what a person says, once: who got no answer says the same again under the same id."""
    table = schema.comment if isinstance(said, Comment) else schema.suggestion
    # What becomes of something is told by its id alone, so a comment and a suggestion never share one.
    persons = {
        one: connection.scalar(select(one.c.person).where(one.c.id == said.id))
        for one in (schema.comment, schema.suggestion)
    }
    if set(persons.values()) == {None}:
        values = dataclasses.asdict(said)
        if "mentions" in values:
            values["mentions"] = json.dumps(values["mentions"])
        _append(connection, table, values)
    elif persons[table] != said.person:
        raise BadEdit("The identifier of this comment is already in use.")


def settle(connection: Connection, decided: Disposition) -> None:
    """Note what became of a thread or a suggestion; raise BadEdit where somebody settled or reopened it before."""
    table = schema.disposition
    query = select(table.c.fate).where(table.c.about == decided.about).order_by(table.c.number.desc()).limit(1)
    before = Fate(connection.scalar(query) or Fate.OPEN)
    if (before is Fate.OPEN) is (decided.fate is Fate.OPEN):
        if before is Fate.OPEN:
            raise BadEdit(_("This is open already. Look at it again."))
        raise BadEdit(_("This was settled already: {fate}. Look at it again.", fate=_(str(before))))
    _append(connection, table, dataclasses.asdict(decided))


def _append(connection: Connection, table: Table, values: dict[str, object]) -> None:
    number = (connection.scalar(select(func.max(table.c.number))) or 0) + 1
    connection.execute(insert(table).values(number=number, **values))


def read(connection: Connection) -> Said:
    """Return everything that was said."""
    comments = _rows(connection, schema.comment)
    decided = _rows(connection, schema.disposition)
    return Said(
        comments=tuple(Comment(**{**row, "mentions": tuple(json.loads(row["mentions"]))}) for row in comments),
        suggestions=tuple(Suggestion(**row) for row in _rows(connection, schema.suggestion)),
        dispositions=tuple(Disposition(**{**row, "fate": Fate(row["fate"])}) for row in decided),
    )


def _rows(connection: Connection, table: Table) -> list[dict[str, Any]]:
    columns = [column for column in table.c if column.name != "number"]
    return [dict(row) for row in connection.execute(select(*columns).order_by(table.c.number)).mappings()]
