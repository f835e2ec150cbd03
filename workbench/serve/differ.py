"""What changed between two states of a pane, so that a browser is sent no more than that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

Step: TypeAlias = list[Any]
"""A path of keys and places, and what stands there now; a path alone where nothing stands there any more."""


def steps(old: Any, new: Any, path: tuple[str | int, ...] = ()) -> Iterator[Step]:
    """Yield the steps that make ``new`` out of ``old``: JSON values both."""
    if old is new:
        return
    if isinstance(old, dict) and isinstance(new, dict):
        yield from ([[*path, key]] for key in old.keys() - new.keys())
        for key, value in new.items():
            if key in old:
                yield from steps(old[key], value, (*path, key))
            else:
                yield [[*path, key], value]
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            yield from steps(before, after, (*path, place))
    elif old != new:
        yield [[*path], new]
