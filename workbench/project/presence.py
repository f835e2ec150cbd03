"""Who is here and who writes where: known while it is so, and never kept.

A lease is soft: it tells the others who writes and lets them see the text grow, and stops nobody.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import replace

from workbench.model import Here, Lease

SECONDS = 8.0
"""How long after the last key a field still counts as being written in."""
MOST = 2
"""Fields of one page that count so: one saves the one while one begins the next. Each is told to everybody."""


class Presence:
    """The people who have the rooms open in this process. Safe to use from several threads."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """Begin with nobody; ``clock`` gives seconds."""
        self._clock = clock
        self._lock = threading.Lock()
        self._here: dict[str, Here] = {}
        self._leases: dict[str, tuple[Lease, float]] = {}

    def enter(self, seat: str, person: str, name: str) -> None:
        """Let someone in, on one page of theirs."""
        with self._lock:
            self._here[seat] = Here(seat=seat, person=person, name=name)

    def stand(self, seat: str, room: str, at: str) -> bool:
        """Note where someone looks; tell whether that is new."""
        with self._lock:
            before = self._here.get(seat)
            if before is None or (before.room, before.at) == (room, at):
                return False
            self._here[seat] = replace(before, room=room, at=at)
            return True

    def leave(self, seat: str) -> None:
        """Let someone go, with what they wrote and did not save."""
        with self._lock:
            self._here.pop(seat, None)
            self._leases = {key: one for key, one in self._leases.items() if one[0].seat != seat or one[0].saved}

    def write(self, seat: str, key: str, text: str) -> bool:
        """Note that someone writes in a field; false where another person does, whose field it then stays."""
        with self._lock:
            here = self._here.get(seat)
            held = self._leases.get(key)
            if here is None or (held and held[0].seat != seat and not held[0].saved and held[1] > self._clock()):
                return False
            own = [one for one, (lease, _) in self._leases.items() if lease.seat == seat and one != key]
            for one in (key, *own[: 1 - MOST]):  # the newest stay, and stand last
                self._leases.pop(one, None)
            self._leases[key] = (Lease(key=key, seat=seat, name=here.name, text=text), self._clock() + SECONDS)
            return True

    def rest(self, seat: str, key: str, saved: int = 0) -> bool:
        """Note that someone no longer writes in a field; tell whether they did.

        What they wrote stays known where it was ``saved``, in the revision of this number, for those who are not
        shown that one yet: to them the text would fall back for a moment.
        """
        with self._lock:
            held = self._leases.get(key)
            if held is None or held[0].seat != seat:
                return False
            if saved > 0:
                self._leases[key] = (replace(held[0], saved=saved), self._clock() + SECONDS)
            else:
                del self._leases[key]
            return True

    @property
    def here(self) -> tuple[Here, ...]:
        """Everyone who is here, one entry for each page, by name."""
        with self._lock:
            return tuple(sorted(self._here.values(), key=lambda one: (one.name.casefold(), one.seat)))

    @property
    def leases(self) -> tuple[Lease, ...]:
        """The fields that are being written in, or were until just now."""
        with self._lock:
            now = self._clock()
            self._leases = {key: one for key, one in self._leases.items() if one[1] > now}
            return tuple(one for one, _ in self._leases.values())
