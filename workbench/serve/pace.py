"""How fast one may ask."""

from __future__ import annotations

import asyncio
import time


class Pace:
    """Lets ``rate`` messages a second through, and a few seconds' worth at once; more have to wait."""

    BURST = 4

    def __init__(self, rate: int) -> None:
        """Begin with everything allowed."""
        self._rate = rate
        self._left = float(rate * self.BURST)
        self._at = time.monotonic()

    async def wait(self) -> None:
        """Wait for as long as the next message has to."""
        now = time.monotonic()
        self._left = min(self._left + (now - self._at) * self._rate, self._rate * self.BURST)
        self._at = now
        self._left -= 1
        if self._left < 0:
            await asyncio.sleep(-self._left / self._rate)
