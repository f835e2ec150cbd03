"""What waits for a page."""

from __future__ import annotations

import asyncio

from tests.serve.served import outcome
from workbench.serve.outbox import Outbox


async def _taken(box: Outbox) -> list[str | bytes]:
    return [await box.get() for _ in range(len(box))]


def test_of_news_only_the_latest_waits() -> None:
    """All else stays, in its order; news that was sent is followed by the next."""
    box = Outbox()
    box.put("drawn")
    box.put_news("Ben is here")
    box.put(b"file")
    box.put_news("nobody is here")
    assert outcome(_taken(box)) == ["drawn", b"file", "nobody is here"]
    box.put_news("Eve is here")
    box.put_news("Eve is here")
    assert outcome(_taken(box)) == ["Eve is here"]


def test_who_waits_is_given_what_comes() -> None:
    """Though nothing was there when it was asked for."""

    async def meet() -> list[str | bytes]:
        box = Outbox()
        waiting = asyncio.create_task(box.get())
        await asyncio.sleep(0)
        box.put("first")
        found = await waiting
        box.put("second")
        return [found, await box.get()]

    assert outcome(meet()) == ["first", "second"]
