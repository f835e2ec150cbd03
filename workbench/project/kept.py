"""What was worked out last, kept for as long as it would come out the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

R = TypeVar("R")


class Kept:
    """What was worked out last, by name, kept as long as it is worked out from the same."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._held: dict[str, tuple[tuple[object, ...], object, Any]] = {}

    def take(self, name: str, same: tuple[object, ...], equal: object, make: Callable[[], R]) -> R:
        """Return what ``make`` returned when it was given these very objects, and an ``equal`` like this."""
        held = self._held.get(name)
        if held is None or any(one is not other for one, other in zip(held[0], same, strict=True)) or held[1] != equal:
            held = self._held[name] = (same, equal, make())
        found: R = held[2]
        return found
