"""What a page says over its line: read, and done."""

from __future__ import annotations

from starlette.websockets import WebSocket, WebSocketDisconnect

from workbench.model import Form, Framework, Role, kind_of
from workbench.serve.halves import read
from workbench.serve.hub import Hub
from workbench.serve.room import Room
from workbench.ui.panes.bundles import PANES
from workbench.ui.view import State

REFUSED = 4400
"""Why a line is closed that said what cannot be."""
MOST = 20_000
"""Letters of a text that others see growing."""
LONGEST = 200
"""Letters of the name of a field, with the id of its thing: each is told to everybody."""
TYPED = (Form.TEXT, Form.LINE, Form.NUMBER, Form.DECIMAL, Form.WORDS)


async def heard(websocket: WebSocket) -> State:
    """Return the next message, with the bytes that follow it; what is none ends the line."""
    try:
        said: State = read(await websocket.receive_text())
        if said.get("bytes"):
            ((name, wish),) = said["message"].items()
            said["message"] = {name: {**wish, "content": await websocket.receive_bytes()}}
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        raise WebSocketDisconnect(REFUSED) from None
    return said


async def take(hub: Hub, room: Room, said: State) -> None:
    """Do what a page says; what no page of ours says ends the line."""
    presence = hub.project.presence
    match said:
        case {"writing": {"key": str(key), "text": str(text)}}:
            # A reader may begin to type; what becomes of it is told when it is to be saved.
            may = room.project.role.may(Role.DRAFTER) and typed(room.project.framework, key)
            if may and presence.write(room.page, key, text[:MOST]):
                hub.presence_changed()
        case {"rest": {"key": str(key), "saved": int(saved)}}:
            if presence.rest(room.page, key, saved):
                hub.presence_changed()
        case {"pane": str(pane), "message": dict(message)} if pane in PANES and len(message) == 1:
            await hub.write(lambda: room.take(pane, message))
            if presence.stand(room.page, *room.standing):
                hub.presence_changed()
        case _:
            raise WebSocketDisconnect(REFUSED)


def typed(framework: Framework, key: str) -> bool:
    """Tell whether a key ("b1/title", "c1/descriptors.3") names a field in which one types, of a thing there is."""
    if len(key) > LONGEST:
        return False
    parts = ((key[:place], key[place + 1 :]) for place, sign in enumerate(key) if sign == "/")  # an id may hold one
    return any(_takes_typing(thing.kind, field) for one, field in parts if (thing := framework.find(one)))


def _takes_typing(kind: str, field: str) -> bool:
    name, _, inner = field.partition(".")
    spec = kind_of(kind).specs().get(name)
    return spec is not None and (spec.form is Form.TEXTS if inner else spec.form in TYPED)
