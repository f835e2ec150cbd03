"""Who is behind the opaque ids of the log. A name can go without touching history."""

from __future__ import annotations

import uuid

from sqlalchemy import Connection, insert, select, update

from workbench.store.schema import person


def admit(connection: Connection, name: str) -> str:
    """Return the id of the person whom ``name`` reaches, with a new one where there is none yet."""
    query = select(person.c.id).where(person.c.name == name, person.c.by_name)
    found = connection.scalar(query.order_by(person.c.id).limit(1))
    return found or add(connection, name, by_name=True)


def add(connection: Connection, name: str, *, by_name: bool) -> str:
    """Return the id of somebody new, whatever others are called; without ``by_name`` no name reaches them."""
    made = str(uuid.uuid4())
    connection.execute(insert(person).values(id=made, name=name, by_name=by_name))
    return made


def forget(connection: Connection, identifier: str) -> None:
    """Remove a person's name. What they did stays, under an id that tells nothing."""
    connection.execute(update(person).where(person.c.id == identifier).values(name=None))
