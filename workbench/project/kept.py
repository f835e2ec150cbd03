"""What was worked out last, kept for as long as it would come out the same."""

from __future__ import annotations

import operator
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

    def take_like(self, name: str, same: tuple[object, ...], make: Callable[[], R]) -> R:
        """Do as ``take``; parts of a new JSON value that are as they were are the very same objects.

        What compares it with an earlier one then need not look into them.
        """
        held = self._held.get(name)
        return self.take(name, same, None, lambda: reusing(held[2], make()) if held else make())


def reusing(old: Any, new: Any) -> Any:
    """Return a JSON value equal to ``new``, made of the parts of ``old`` that are the same.

    >>> old = {"a": [1, 2], "b": [3]}
    >>> made = reusing(old, {"a": [1, 2], "b": [4]})
    >>> made, made["a"] is old["a"]
    ({'a': [1, 2], 'b': [4]}, True)
    """
    if type(old) is not type(new):  # 1 and true are equal in Python only
        return new
    if isinstance(new, dict):
        made = {key: reusing(old.get(key), one) for key, one in new.items()}
        return old if len(old) == len(made) and all(old.get(key, made) is one for key, one in made.items()) else made
    if isinstance(new, list):
        parts = [*map(reusing, old, new), *new[len(old) :]]
        return old if len(old) == len(parts) and all(map(operator.is_, old, parts)) else parts
    return old if old == new else new
