"""What single people say of alignments: one judgement a person, thing and standard, the latest."""

from __future__ import annotations

import dataclasses

from sqlalchemy import Connection, delete, insert, select

from workbench.errors import BadEdit
from workbench.model import Judgement
from workbench.store.schema import judgement

STRENGTHS = ("full", "partial", "none")


def add(connection: Connection, said: Judgement) -> None:
    """Note what a person says, in place of what they said before; raise BadEdit for no known strength."""
    if said.strength not in STRENGTHS:
        raise BadEdit(f"A judgement cannot be “{said.strength}”. Choose from: {', '.join(STRENGTHS)}.")
    take_back(connection, said)
    connection.execute(insert(judgement).values(dataclasses.asdict(said)))


def take_back(connection: Connection, said: Judgement) -> None:
    """Forget what the person said of this thing and standard."""
    same = [judgement.c[name] == getattr(said, name) for name in ("person", "subject_id", "set_id", "standard_id")]
    connection.execute(delete(judgement).where(*same))


def of_subject(connection: Connection, subject_id: str) -> tuple[Judgement, ...]:
    """Return what was said of one of our things, by standard, earliest first."""
    query = select(judgement).where(judgement.c.subject_id == subject_id)
    order = (judgement.c.set_id, judgement.c.standard_id, judgement.c.at, judgement.c.person)
    return tuple(Judgement(**row) for row in connection.execute(query.order_by(*order)).mappings())
