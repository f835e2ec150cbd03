"""Who was invited, and who is in: links and sessions, of which only fingerprints are kept, never the secrets."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from typing import Any

from sqlalchemy import Connection, Select, delete, insert, select, update

from workbench.model import Invitation, Role
from workbench.store.schema import invitation, member_session, person

Opens = Callable[[], AbstractContextManager[Connection]]


class Invitations:
    """The invitations of a project. Every method may raise what the store's methods may."""

    def __init__(self, reading: Opens, writing: Opens) -> None:
        """Read in transactions of ``reading``, write in those of ``writing``."""
        self._reading = reading
        self._writing = writing

    def add(self, made: Mapping[str, Invitation]) -> None:
        """Keep new invitations, by the fingerprints of their secrets: all of them, or none."""
        rows = [
            {
                "id": one.id,
                "person": one.person,
                "role": one.role.value,
                "at": one.at,
                "expires": one.expires,
                "revoked": "",
                "used": "",
                "fingerprint": fingerprint,
            }
            for fingerprint, one in made.items()
        ]
        with self._writing() as connection:
            connection.execute(insert(invitation), rows)

    def all(self) -> tuple[Invitation, ...]:
        """Return all invitations, revoked and run-out ones too, oldest first."""
        with self._reading() as connection:
            return tuple(_read(row) for row in connection.execute(_QUERY.order_by(invitation.c.at, person.c.name)))

    def by_link(self, fingerprint: str) -> Invitation | None:
        """Return the invitation whose secret has this fingerprint."""
        return self._one(_QUERY.where(invitation.c.fingerprint == fingerprint))

    def by_session(self, fingerprint: str) -> Invitation | None:
        """Return the invitation that let in the session with this fingerprint."""
        joined = _QUERY.join(member_session, member_session.c.invitation == invitation.c.id)
        return self._one(joined.where(member_session.c.fingerprint == fingerprint))

    def _one(self, query: Select[Any]) -> Invitation | None:
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
            return _read(row) if row else None

    def revoke(self, identifier: str, at: str) -> None:
        """End an invitation, and every session that it let in."""
        with self._writing() as connection:
            connection.execute(update(invitation).where(invitation.c.id == identifier).values(revoked=at))
            connection.execute(delete(member_session).where(member_session.c.invitation == identifier))

    def relink(self, identifier: str, fingerprint: str, expires: str) -> None:
        """Give an invitation another secret and another end; who is in by it stays in."""
        values = {"fingerprint": fingerprint, "expires": expires}
        with self._writing() as connection:
            connection.execute(update(invitation).where(invitation.c.id == identifier).values(values))

    def change_role(self, identifier: str, role: Role) -> None:
        """Give an invitation another role, which holds at once for who is in by it."""
        with self._writing() as connection:
            connection.execute(update(invitation).where(invitation.c.id == identifier).values(role=role.value))

    def open_session(self, identifier: str, fingerprint: str, at: str) -> None:
        """Let someone in by an invitation, and note that it was used."""
        with self._writing() as connection:
            connection.execute(update(invitation).where(invitation.c.id == identifier).values(used=at))
            connection.execute(
                insert(member_session).values(fingerprint=fingerprint, invitation=identifier, at=at),
            )

    def close_session(self, fingerprint: str) -> None:
        """Let someone out."""
        with self._writing() as connection:
            connection.execute(delete(member_session).where(member_session.c.fingerprint == fingerprint))


_QUERY = select(
    invitation.c.id,
    invitation.c.person,
    person.c.name,
    invitation.c.role,
    invitation.c.at,
    invitation.c.expires,
    invitation.c.revoked,
    invitation.c.used,
).join(person, person.c.id == invitation.c.person)


def _read(row: Any) -> Invitation:
    values = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public name for it begins with an underscore
    return Invitation(**values | {"role": Role(row.role), "name": row.name or ""})
