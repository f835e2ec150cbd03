"""What changed between two states of a pane, so that a browser is sent no more than that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

SHARED = ("nodes", "options", "sections", "many")
"""What panes of all people are given as the very same value, so that its steps need to be found only once."""
REMEMBERED = 64
Step: TypeAlias = list[Any]
"""A path of keys and places, and what stands there now; a path alone where nothing stands there any more."""


class Differ:
    """Finds the steps; those of what is shared once for all pages. The states that it is given must never change."""

    def __init__(self) -> None:
        """Begin with nothing remembered."""
        self._known: dict[tuple[str, int, int], tuple[Any, Any, list[Step]]] = {}

    def steps(self, old: Any, new: Any, path: tuple[str | int, ...] = ()) -> Iterator[Step]:
        """Yield the steps that make ``new`` out of ``old``: JSON values both."""
        if old is new:
            return
        if isinstance(old, dict) and isinstance(new, dict):
            yield from ([[*path, key]] for key in old.keys() - new.keys())
            for key, value in new.items():
                if not path and key in SHARED and key in old:
                    yield from self._shared(old[key], value, key)
                elif key in old:
                    yield from self.steps(old[key], value, (*path, key))
                else:
                    yield [[*path, key], value]
        elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
            for place, (before, after) in enumerate(zip(old, new, strict=True)):
                yield from self.steps(before, after, (*path, place))
        elif type(old) is not type(new) or old != new:  # 1 and true are equal in Python only
            yield [[*path], new]

    def _shared(self, old: Any, new: Any, name: str) -> Iterator[Step]:
        pair = (name, id(old), id(new))
        # The values are kept as long as their ids are known, so that no other ones can get these ids.
        known = self._known.get(pair) or (old, new, list(self.steps(old, new, (name,))))
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        self._known[pair] = known
        yield from known[2]
