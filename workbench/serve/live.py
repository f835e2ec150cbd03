"""The line between a page and its room: a websocket with JSON both ways, and files as bytes."""

from __future__ import annotations

import asyncio
import contextlib
import re

from starlette.websockets import WebSocket, WebSocketDisconnect

from workbench.localize import ENGLISH
from workbench.model import Invitation
from workbench.serve.halves import whole
from workbench.serve.hearing import REFUSED, heard, take
from workbench.serve.hub import Guest, Hub
from workbench.serve.pace import Pace
from workbench.serve.room import Room
from workbench.ui.panes.states import opening
from workbench.ui.rooms import ROOMS

PAGE = re.compile(r"[0-9a-f]{12,32}")
REST = 0.12
"""Seconds for which a page rests whose person saw what was changed: what many write meanwhile is drawn at once."""
LATER = 0.5
"""Seconds for which a page may wait that shows what was changed in its outline only."""
LAG = 500
"""Messages that may wait for a page; one that takes none of them is let go and comes back by itself."""
BROKEN, SLOW, GONE, OTHER = 1011, 4408, 4401, 4409
"""Why a line is closed: something failed here; it took nothing any more; its person is out; it is another's page."""


async def live(websocket: WebSocket) -> None:
    """Serve one page until it goes. The gate has let its person in already and says who it is."""
    hub: Hub = websocket.app.state.hub
    member: Invitation = websocket.scope["member"]
    page = websocket.query_params.get("page", "")
    await websocket.accept()
    if refused := _refused(websocket, hub, member, page):
        await websocket.close(refused)
        return
    guest = Guest(member.id, websocket.scope["session_secret"])
    hub.enter(page, guest)
    hub.project.presence.enter(page, member.person, member.name)
    try:
        await _serve(websocket, hub, guest, member, page)
    finally:
        hub.leave(page, guest)


def _refused(websocket: WebSocket, hub: Hub, member: Invitation, page: str) -> int:
    """Return why a page is let have no line; 0 where it is."""
    if not PAGE.fullmatch(page):
        return REFUSED
    # A page that was opened by somebody else, or with another project: each has ids of its own for its people.
    whose = websocket.query_params.get("whose", member.person)
    # Nor is somebody else's page taken over by its id.
    return 0 if whose == member.person and hub.owner(page) in ("", member.id) else OTHER


async def _serve(websocket: WebSocket, hub: Hub, guest: Guest, member: Invitation, page: str) -> None:
    loop = asyncio.get_running_loop()
    seat = hub.project.beside(member.person, member.role)
    asked = websocket.query_params
    room = asked.get("room", "")
    # The start room where an address names none that there is.
    key = room if room in ROOMS else "start"
    view = opening(key, asked.get("at", ""), seat.framework, language=asked.get("language", ENGLISH))
    guest.room = Room(seat, view, page, guest.post(loop), guest.left)
    guest.left = None
    hub.project.presence.stand(page, *guest.room.standing)
    guest.stale.set()
    tasks = [
        asyncio.create_task(one)
        for one in (
            _over(guest),
            _send(websocket, guest),
            _redraw(hub, guest),
            _receive(websocket, hub, guest, guest.room),
        )
    ]
    hub.presence_changed()
    code = BROKEN
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        code = max(task.result() for task in done)
    finally:
        # Who is gone is not shown as here until a line is closed of which the other end may hear nothing.
        hub.leave(page, guest)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        with contextlib.suppress(RuntimeError, WebSocketDisconnect):  # closed by the other side already
            await websocket.close(code)


async def _over(guest: Guest) -> int:
    await guest.over.wait()
    return GONE


async def _send(websocket: WebSocket, guest: Guest) -> int:
    while len(guest.outbox) <= LAG:
        told = await guest.outbox.get()
        try:
            await _tell(websocket, told)
        except WebSocketDisconnect as error:  # gone without a word: it comes back by itself
            return error.code
    return SLOW


async def _tell(websocket: WebSocket, told: str | bytes) -> None:
    if isinstance(told, bytes):
        await websocket.send_bytes(told)
        return
    try:
        await websocket.send_text(told)
    except UnicodeEncodeError:  # What all are told would end the line of each of them.
        await websocket.send_text(whole(told))


async def _redraw(hub: Hub, guest: Guest) -> int:
    drawn = False
    while True:
        await guest.stale.wait()
        if drawn:
            with contextlib.suppress(TimeoutError):
                # Not wait_for, which in Python 3.11 forgets that it was cancelled where the event comes just then.
                async with asyncio.timeout(LATER):
                    await guest.urgent.wait()
        first = guest.urgent.is_set() or not drawn
        guest.stale.clear()
        guest.urgent.clear()
        drawn = True
        if guest.room:
            await hub.draw(guest.room.catch_up, first=first)
            if first:
                await asyncio.sleep(REST)


async def _receive(websocket: WebSocket, hub: Hub, guest: Guest, room: Room) -> int:
    pace = Pace(websocket.app.state.settings.messages)
    try:
        while True:
            said = await heard(websocket)
            await pace.wait()
            await take(hub, room, said)
            guest.stale.set()  # What others changed meanwhile was not drawn.
    except WebSocketDisconnect as error:
        return error.code
