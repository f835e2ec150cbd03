"""Half a character in a message harms nobody."""

from __future__ import annotations

import pytest
from starlette.websockets import WebSocket, WebSocketDisconnect

from tests.serve.served import Served, outcome
from workbench.model import Role
from workbench.serve.halves import read, whole
from workbench.serve.hub import Guest
from workbench.serve.live import _send


@pytest.mark.parametrize(
    ("spelled", "found"),
    [
        (r'"a \ud83d"', "a �"),
        (r'"\uDE00b"', "�b"),
        (r'"\ud83d\ud83d"', "��"),
        (r'"\ud83d\ude00"', "😀"),
        (r'"\\ud83d"', r"\ud83d"),
        (r'{"\ud800": ["\udfff", 1]}', {"�": ["�", 1]}),
        ('"\N{ZERO WIDTH NO-BREAK SPACE}é"', "\N{ZERO WIDTH NO-BREAK SPACE}é"),
    ],
)
def test_each_half_is_replaced(spelled: str, found: object) -> None:
    """In names and values; a pair is a whole character, and nothing else changes."""
    assert read(spelled) == found
    assert whole(str(found)) == str(found)


def test_half_a_character_closes_nobodys_page(served: Served) -> None:
    """Neither in what is being written nor in where somebody goes, whoever says it."""
    ben, rea = served.peer("Ben").line().shown(), served.peer("Rea", Role.READER).line().shown()
    eve = served.peer("Eve").line().shown()
    ben.send({"writing": {"key": "b1/title", "text": "half \ud83d"}})
    eve.until(lambda: [one["text"] for one in eve.presence.get("leases", ())] == ["half �"])
    rea.say("outline", select="\ud800")
    ben.edit("b2", "title", "Saved", old="Belief 2")
    assert "revision" in ben.settled()
    assert eve.shows("Saved")
    assert rea.shows("Saved")


def test_half_a_character_is_saved_as_a_sign_for_it(served: Served) -> None:
    """What was typed around it is kept."""
    ben = served.peer("Ben").line().shown()
    ben.edit("b1", "title", "Half \ud83d of it", old="Belief 1")
    assert "revision" in ben.settled()
    assert served.project.framework.get("b1").name == "Half � of it"


class Strict:
    """The end of a line that takes two texts in UTF-8, then goes."""

    def __init__(self) -> None:
        self.sent: list[str] = []

    async def send_text(self, told: str) -> None:
        """Take a text, as a real line does."""
        told.encode()
        if len(self.sent) == 2:
            raise WebSocketDisconnect(1001)
        self.sent.append(told)


def test_what_cannot_be_sent_as_it_is_ends_no_line() -> None:
    """Wherever half a character came from: the next message arrives too."""
    line: WebSocket = Strict()  # type: ignore[assignment]  # as much of one as is needed

    async def sending() -> int:
        guest = Guest("ben", "secret")
        for told in ("half \ud83d", "whole", "gone"):
            guest.outbox.put(told)
        return await _send(line, guest)

    assert outcome(sending()) == 1001
    assert line.sent == ["half �", "whole"]  # type: ignore[attr-defined]
