"""All open pages of one project: what one of them changes is shown on the others, and who is where."""

from __future__ import annotations

import asyncio
import contextlib
import itertools
import json
import logging
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from workbench.errors import WorkbenchError
from workbench.model import Role
from workbench.project import Project
from workbench.serve.left import Cloakroom
from workbench.serve.outbox import Outbox
from workbench.serve.room import Room
from workbench.ui.desk import Desk

R = TypeVar("R")
_LOG = logging.getLogger("workbench.serve")

LOOK = 0.5
"""Seconds between two looks at what other programs wrote into the project."""
PRESENCE = 0.1
"""Seconds for which news of who is where is gathered before it is sent."""
WRITERS = 8


class Guest:
    """One page's line: what goes to it waits in ``outbox``.

    ``stale`` is set while it does not show the latest, ``urgent`` where that is about what the person looks at.
    ``left`` is the desk that the page had on an earlier line.
    ``over`` is set when it is to be closed, at once: who is no longer invited may not even take what waits.
    """

    def __init__(self, invitation: str, session: str) -> None:
        """Begin for a page of somebody let in by ``invitation``, with the secret of their session."""
        self.invitation = invitation
        self.session = session
        self.over = asyncio.Event()
        self.outbox = Outbox()
        self.stale = asyncio.Event()
        self.urgent = asyncio.Event()
        self.room: Room | None = None
        self.left: Desk | None = None

    def post(self, loop: asyncio.AbstractEventLoop) -> Callable[[str | bytes], None]:
        """Return what puts something into the outbox from any thread."""

        def post(told: str | bytes) -> None:
            loop.call_soon_threadsafe(self.outbox.put, told)

        return post

    @property
    def desk(self) -> Desk | None:
        """The desk of the page, or the one that it left, as long as it has no other."""
        return self.room.desk if self.room else self.left

    def become(self, role: Role) -> None:
        """Let the page's person do from now on what ``role`` may."""
        if self.room:
            self.room.become(role)
            self.stale.set()


class Hub:
    """Every page of one project. Runs in one event loop; what takes long runs in threads of its own.

    Edits have threads that drawing cannot fill, so that saving never waits for what the others are shown.
    """

    def __init__(self, project: Project) -> None:
        """Serve ``project``, as its facilitator has it."""
        self.project = project
        self.guests: dict[str, Guest] = {}
        self._left = Cloakroom()
        self._writers = ThreadPoolExecutor(WRITERS, "edit")
        self._drawer = ThreadPoolExecutor(1, "draw")
        self._turns: asyncio.PriorityQueue[tuple[bool, int, Callable[[], Any], asyncio.Future[Any]]]
        self._turns = asyncio.PriorityQueue()
        self._numbers = itertools.count()
        self._told_presence = ""
        self._told_here: list[dict[str, str]] = []
        self._presence_due = asyncio.Event()

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Watch the project for as long as the context lasts."""
        loop = asyncio.get_running_loop()

        def changed() -> None:
            loop.call_soon_threadsafe(self._changed)

        leave = self.project.subscribe(changed)
        tasks = [asyncio.create_task(one) for one in (self._look(), self._tell_presence(), self._take_turns())]
        try:
            yield
        finally:
            leave()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            for guest in self.guests.values():
                guest.over.set()
            self._left.let_go()
            self._writers.shutdown(cancel_futures=True)
            self._drawer.shutdown(cancel_futures=True)

    async def write(self, deed: Callable[[], R]) -> R:
        """Run what somebody asks for."""
        return await asyncio.get_running_loop().run_in_executor(self._writers, deed)

    async def draw(self, deed: Callable[[], R], *, first: bool = False) -> R:
        """Run what shows somebody what others did, one after the other; ``first`` before all that is not.

        Several threads would not draw more, and writing would have to wait for each of them.
        """
        done: asyncio.Future[R] = asyncio.get_running_loop().create_future()
        self._turns.put_nowait((not first, next(self._numbers), deed, done))
        return await done

    async def _take_turns(self) -> None:
        while True:
            _, _, deed, done = await self._turns.get()
            made = asyncio.get_running_loop().run_in_executor(self._drawer, deed)
            await asyncio.wait([made])
            if done.cancelled():  # the page has gone meanwhile
                continue
            if error := made.exception():
                done.set_exception(error)
            else:
                done.set_result(made.result())

    def _changed(self) -> None:
        for guest in self.guests.values():
            guest.stale.set()
            if guest.room and guest.room.concerned:
                guest.urgent.set()

    async def _look(self) -> None:
        while True:
            await asyncio.sleep(LOOK)
            self._left.tidy()
            try:
                await self.draw(self.project.refresh)
                await self._check_invitations()
            except WorkbenchError:
                pass  # A project that cannot be read now says so to who writes.
            except Exception:  # noqa: BLE001  # whatever fails, the next look is half a second away
                _LOG.exception("Looking for what others wrote failed.")
            self.presence_changed()

    async def _check_invitations(self) -> None:
        """Close pages whose invitation ran out, or ended while they were opening; give them the role it now has."""
        held = await self.draw(self.project.members.holding)
        for guest in tuple(self.guests.values()):
            role = held.get(guest.invitation)
            if role is None:
                guest.over.set()
            elif guest.room and guest.room.project.role is not role:
                guest.become(role)

    def owner(self, page: str) -> str:
        """Return the invitation of whose person a page is, or was until its line ended; empty where it is nobody's."""
        guest = self.guests.get(page)
        return guest.invitation if guest else self._left.owner(page)

    def enter(self, page: str, guest: Guest) -> None:
        """Count a page in, with what it left; an older line of the same page ends."""
        before = self.guests.get(page)
        if before is not None:
            before.over.set()
        guest.left = before.desk if before else self._left.take(page, guest.invitation)
        self.guests[page] = guest
        self._told_presence = ""  # Whoever comes is told, even where nothing is new to the others.

    def leave(self, page: str, guest: Guest) -> None:
        """Count a page out; what it leaves is kept until it comes back, unless its person is out."""
        if self.guests.get(page) is guest:
            del self.guests[page]
            if guest.desk and not guest.over.is_set():
                self._left.keep(page, guest.desk, guest.invitation, guest.session)
            elif guest.desk:
                guest.desk.close()
            self.project.presence.leave(page)
            self.presence_changed()

    def end_invitation(self, invitation: str) -> None:
        """Close every page that an invitation let in."""
        self._left.let_go(invitation=invitation)
        for guest in self.guests.values():
            if guest.invitation == invitation:
                guest.over.set()

    def end_session(self, session: str) -> None:
        """Close every page of a session."""
        self._left.let_go(session=session)
        for guest in self.guests.values():
            if guest.session == session:
                guest.over.set()

    def change_role(self, invitation: str, role: Role) -> None:
        """Let everybody who is in by an invitation do from now on what ``role`` may."""
        for guest in self.guests.values():
            if guest.invitation == invitation:
                guest.become(role)

    def presence_changed(self) -> None:
        """Tell everybody soon who is where and who writes."""
        self._presence_due.set()

    async def _tell_presence(self) -> None:
        while True:
            await self._presence_due.wait()
            self._presence_due.clear()
            presence = self.presence()
            told = json.dumps({"presence": presence}, ensure_ascii=False)
            if told != self._told_presence:
                self._told_presence = told
                for guest in self.guests.values():
                    guest.outbox.put_news(told)
            if presence["here"] != self._told_here:
                self._told_here = presence["here"]
                self._outdate("start")  # which says who is here
            await asyncio.sleep(PRESENCE)

    def _outdate(self, key: str) -> None:
        """Draw the pages that show a room, though nothing was recorded."""
        for guest in self.guests.values():
            if guest.room and guest.room.standing[0] == key:
                guest.room.outdate()
                guest.stale.set()

    def presence(self) -> dict[str, Any]:
        """Return who is where, and who writes what in which field, as pages are told."""
        presence = self.project.presence
        return {
            "here": [{"seat": one.seat, "name": one.name, "room": one.room, "at": one.at} for one in presence.here],
            "leases": [
                {"key": one.key, "seat": one.seat, "name": one.name, "text": one.text, "saved": one.saved}
                for one in presence.leases
            ],
        }
