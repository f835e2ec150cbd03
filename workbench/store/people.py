"""Who is behind the opaque ids of the log. A name can go without touching history."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, insert, select, update

from workbench.store.schema import person


def admit(connection: Connection, name: str) -> str:
    """Return the id of the person called ``name``, with a new one where there is none yet."""
    found = connection.scalar(select(person.c.id).where(person.c.name == name).order_by(person.c.id).limit(1))
    if found is None:
        found = str(uuid.uuid4())
        connection.execute(insert(person).values(id=found, name=name))
    return found


def forget(connection: Connection, identifier: str) -> None:
    """Remove a person's name. What they did stays, under an id that tells nothing."""
    connection.execute(update(person).where(person.c.id == identifier).values(name=None))
