"""Who takes part in a project over the network: invitations by link, and the sessions they let in."""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from workbench.errors import BadEdit, NotAllowed, UnknownName
from workbench.localize import N_, _, ngettext
from workbench.model import Invitation, Role

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.store.invitations import Invitations

DAYS = 30
INVITE = N_("invite people")
LONGEST = 120
"""Letters of a name; more is a text that was pasted into the wrong place."""


class Members:
    """The invitations of a project, in the hands of the person of ``project``."""

    def __init__(self, project: Project, kept: Invitations) -> None:
        """Stand in front of what the store keeps."""
        self._project = project
        self._kept = kept

    def invite(self, name: str, role: Role, *, days: int = DAYS) -> tuple[Invitation, str]:
        """Invite a person in a role; return the invitation and the secret of its link, which is told only now.

        Raises BadEdit for no name, or one who is invited already; NotAllowed for who is no facilitator.
        """
        return self.invite_all([name], role, days=days)[0]

    def invite_all(self, names: Sequence[str], role: Role, *, days: int = DAYS) -> list[tuple[Invitation, str]]:
        """Invite several people in one role, all or none. Raises as ``invite``.

        Each is somebody new, even where somebody of this name was here: ``renew`` is for who comes back.
        """
        self._project.require(Role.FACILITATOR, INVITE)
        wanted = [" ".join(name.split()) for name in names]
        if not wanted or not all(0 < len(one) <= LONGEST for one in wanted):
            raise BadEdit(
                ngettext(
                    "Write the name of each person to invite, in at most {n} letter.",
                    "Write the name of each person to invite, in at most {n} letters.",
                    LONGEST,
                )
            )
        now = _iso(_now())
        taken = {one.name.casefold() for one in self.all() if one.holds(now)}
        for one in wanted:
            if one.casefold() in taken:
                raise BadEdit(
                    _("“{name}” is invited already. Add the family name for another person of this name.", name=one)
                )
            taken.add(one.casefold())
        return self._add([(self._project.newcomer(one), one) for one in wanted], role, days)

    def _add(self, people: Iterable[tuple[str, str]], role: Role, days: int) -> list[tuple[Invitation, str]]:
        """Invite people, each an opaque id and a name."""
        now = _now()
        at, expires = _iso(now), _iso(now + dt.timedelta(days=days))
        made = [
            (Invitation(id=self._project.mint(), person=person, name=name, role=role, at=at, expires=expires), _code())
            for person, name in people
        ]
        self._kept.add({_fingerprint(secret): one for one, secret in made})
        return made

    def own_code(self) -> str:
        """Return a code for the person of this project themself; a former one no longer lets in, who is in stays in."""
        self._project.require(Role.FACILITATOR, INVITE)
        now = _now()
        mine = [
            one
            for one in self.all()
            if one.person == self._project.person_id and one.role is Role.FACILITATOR and not one.revoked
        ]
        if not mine:
            return self._add([(self._project.person_id, self._project.person)], Role.FACILITATOR, DAYS)[0][1]
        code = _code()
        self._kept.relink(mine[-1].id, _fingerprint(code), _iso(now + dt.timedelta(days=DAYS)))
        return code

    def renew(self, identifier: str, *, days: int = DAYS) -> tuple[Invitation, str]:
        """Give the person of an invitation a new link, and end the old one with all that it let in."""
        self._project.require(Role.FACILITATOR, INVITE)
        old = self.get(identifier)
        self._kept.revoke(identifier, _iso(_now()))
        return self._add([(old.person, old.name)], old.role, days)[0]

    def revoke(self, identifier: str) -> None:
        """End an invitation and every session that it let in."""
        self._project.require(Role.FACILITATOR, N_("take back an invitation"))
        self._kept.revoke(self.get(identifier).id, _iso(_now()))

    def change_role(self, identifier: str, role: Role) -> None:
        """Give an invitation another role, at once."""
        self._project.require(Role.FACILITATOR, N_("change what somebody may do"))
        self._kept.change_role(self.get(identifier).id, role)

    def all(self) -> tuple[Invitation, ...]:
        """Return all invitations, ended ones too, oldest first."""
        return self._kept.all()

    def holding(self) -> dict[str, Role]:
        """Return the role of each invitation that lets in now."""
        now = _iso(_now())
        return {one.id: one.role for one in self.all() if one.holds(now)}

    def get(self, identifier: str) -> Invitation:
        """Return an invitation; raise UnknownName."""
        found = {one.id: one for one in self.all()}
        if identifier not in found:
            raise UnknownName(
                _("There is no invitation “{name}”. It may have been made in another project.", name=identifier)
            )
        return found[identifier]

    def admit(self, secret: str) -> tuple[Invitation, str]:
        """Let in who has the secret of a link; return their invitation and the secret of their session.

        Raises NotAllowed, saying what to do, for a link that is unknown, taken back or run out.
        """
        found = self.invited(secret)
        session = secrets.token_urlsafe(32)
        self._kept.open_session(found.id, _fingerprint(session), _iso(_now()))
        return found, session

    def invited(self, secret: str) -> Invitation:
        """Return the invitation of a link that lets in now; raise NotAllowed, saying what to do, for any other."""
        found = self._kept.by_link(_fingerprint(plain_code(secret)))
        if found is None:
            raise NotAllowed(
                _("This link is not known here. Open the whole link of your invitation, or ask for a new one.")
            )
        if found.revoked:
            raise NotAllowed(_("This invitation was taken back. Ask whoever invited you for a new link."))
        if not found.holds(_iso(_now())):
            raise NotAllowed(
                _(
                    "This invitation ran out on {day}. Ask whoever invited you for a new link.",
                    day=found.expires[:10],
                )
            )
        return found

    def of_session(self, secret: str) -> Invitation | None:
        """Return whose session this is, as long as their invitation holds."""
        found = self._kept.by_session(_fingerprint(secret))
        return found if found and found.holds(_iso(_now())) else None

    def leave(self, secret: str) -> None:
        """End a session."""
        self._kept.close_session(_fingerprint(secret))


LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What codes are made of: nothing that is read as something else, and no U, so that they spell no words."""


def _code() -> str:
    """Return a code that a person can also type, such as 7KQ2-M9XD-PA4W: 59 bits, at twenty attempts a minute."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def plain_code(typed: str) -> str:
    """Return a code as it was made, however it was typed."""
    kept = [one for one in typed.upper() if one.isalnum()]
    return "-".join("".join(kept[place : place + 4]) for place in range(0, len(kept), 4))


def _fingerprint(secret: str) -> str:
    # Made by chance and not by people, so that no list of usual ones could be tried.
    return hashlib.sha256(secret.encode()).hexdigest()


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _iso(moment: dt.datetime) -> str:
    return moment.isoformat(timespec="milliseconds")
