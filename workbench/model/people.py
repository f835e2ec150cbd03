"""Who may do what in a project. Roles are in order: each may do what the one below it may."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    """Someone writes in the field ``key`` ("thing/field") at this moment: their ``text`` as far as it has grown.

    Once it is saved, ``saved`` is the revision that holds it: whoever is shown that one sees the text without a lease.
    """

    key: str
    seat: str
    name: str
    text: str
    saved: int = 0
