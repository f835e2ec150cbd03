"""What pages leave behind when their lines break, kept for some minutes: until they come back, or for nobody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from workbench.ui.desk import Desk

KEPT = 600.0
"""Seconds for which it is kept: a line comes back within seconds, a computer that slept a little later."""
MOST, MOST_OF_ONE = 100, 5
"""Pages of which it is kept, and of those that one invitation let in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The desk of a page, of somebody let in by ``invitation``, with the secret of their session."""

    desk: Desk
    invitation: str
    session: str
    until: float


class Cloakroom:
    """The desks of pages whose lines have ended, by page. Used from one thread."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nothing; ``clock`` gives seconds."""
        self._clock = clock
        self._held: dict[str, Left] = {}

    def owner(self, page: str) -> str:
        """Return the invitation of which something is kept for a page, or an empty text."""
        return self._held[page].invitation if page in self._held else ""

    def keep(self, page: str, desk: Desk, invitation: str, session: str) -> None:
        """Keep what a page left; what was left first goes where there is too much."""
        self._drop([page])
        until = self._clock() + KEPT
        self._held[page] = Left(desk=desk, invitation=invitation, session=session, until=until)
        own = [key for key, one in self._held.items() if one.invitation == invitation]
        self._drop(own[:-MOST_OF_ONE])
        self._drop([*self._held][:-MOST])

    def take(self, page: str, invitation: str) -> Desk | None:
        """Hand out what a page of somebody left, once."""
        self.tidy()
        if self.owner(page) != invitation:
            return None
        return self._held.pop(page).desk

    def tidy(self) -> None:
        """Let go of what nobody came back for."""
        self._drop([page for page, one in self._held.items() if one.until <= self._clock()])

    def let_go(self, *, invitation: str = "", session: str = "") -> None:
        """Let go of all that is kept for an invitation or a session; without one, of everything."""
        every = not (invitation or session)
        self._drop([
            page
            for page, one in self._held.items()
            if every or one.invitation == invitation or one.session == session
        ])  # fmt: skip

    def _drop(self, pages: Iterable[str]) -> None:
        for page in pages:
            if page in self._held:
                self._held.pop(page).desk.close()
