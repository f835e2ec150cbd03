"""Who may do what in a project. Roles are in order: each may do what the one below it may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.localize import N_


class Role(StrEnum):
    """What a person was invited for."""

    READER = "reader"
    COMMENTER = "commenter"
    DRAFTER = "drafter"
    FACILITATOR = "facilitator"

    def may(self, role: Role) -> bool:
        """Tell whether this role may do what ``role`` may."""
        order = list(Role)
        return order.index(self) >= order.index(role)

    @property
    def noun(self) -> str:
        """Return the role with its article, as sentences say it; in English, for ``_`` to say in another language."""
        return {
            Role.READER: N_("a reader"),
            Role.COMMENTER: N_("a commenter"),
            Role.DRAFTER: N_("a drafter"),
            Role.FACILITATOR: N_("a facilitator"),
        }[self]

    @property
    def says(self) -> str:
        """Return in words what the role may do; in English, for ``_`` to say in another language."""
        return {
            Role.READER: N_("reads everything"),
            Role.COMMENTER: N_("reads everything, comments and proposes wordings"),
            Role.DRAFTER: N_("writes, brings in standards and rows, and does what a commenter does"),
            Role.FACILITATOR: N_("invites people, publishes and adopts, and does what a drafter does"),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One link for one person in one role. The link's secret is not kept, only what tells that it is the right one.

    ``at``, ``expires``, ``revoked`` and ``used`` are moments (ISO, UTC), empty where there is none.
    """

    id: str
    person: str
    name: str
    role: Role
    at: str
    expires: str
    revoked: str = ""
    used: str = ""

    def holds(self, now: str) -> bool:
        """Tell whether the invitation lets someone in at the moment ``now`` (ISO, UTC)."""
        return not self.revoked and now < self.expires


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """Someone who has the rooms open: in which ``room``, at which thing, in which of their pages (``seat``)."""

    seat: str
    person: str
    name: str
    room: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lease:
    """Someone writes in the field ``key`` ("thing/field") at this moment: their ``text`` as far as it has grown."""

    key: str
    seat: str
    name: str
    text: str
