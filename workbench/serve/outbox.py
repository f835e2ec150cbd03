"""What waits to be sent over one line, in order."""

from __future__ import annotations

import asyncio
from collections import deque


class Outbox:
    """Messages that wait, in order; of news of who is where only the latest. Used from one event loop."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._waiting: deque[str | bytes] = deque()
        self._news: str | None = None
        self._some = asyncio.Event()

    def __len__(self) -> int:
        """Return how many wait."""
        return len(self._waiting)

    def put(self, told: str | bytes) -> None:
        """Have something wait behind all that does."""
        self._waiting.append(told)
        self._some.set()

    def put_news(self, told: str) -> None:
        """Do so with news that holds the whole: what was news before and waits still is not sent any more."""
        if self._news is not None:
            self._waiting.remove(self._news)
        self._news = told
        self.put(told)

    async def get(self) -> str | bytes:
        """Return what waited longest, once there is something."""
        while not self._waiting:
            self._some.clear()
            await self._some.wait()
        told = self._waiting.popleft()
        if told is self._news:
            self._news = None
        return told
