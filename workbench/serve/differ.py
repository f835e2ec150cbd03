"""What changed between two states of a pane, so that a browser is sent no more than that."""

from __future__ import annotations

from typing import Any, TypeAlias

Step: TypeAlias = list[Any]
"""A path of keys and places, and what stands there now; a path alone where nothing stands there any more."""


def steps(old: Any, new: Any) -> list[Step]:
    """Return the steps that make ``new`` out of ``old``: JSON values both.

    A part that is the very same object in both is not looked into, so neither may be changed afterwards.
    """
    found: list[Step] = []
    _collect(old, new, (), found)
    return found


def _collect(old: Any, new: Any, path: tuple[str | int, ...], found: list[Step]) -> None:
    if isinstance(old, dict) and isinstance(new, dict):
        found += ([[*path, key]] for key in old.keys() - new.keys())
        for key, value in new.items():
            if key not in old:
                found.append([[*path, key], value])
            elif old[key] is not value:
                _collect(old[key], value, (*path, key), found)
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for place, (before, after) in enumerate(zip(old, new, strict=True)):
            if before is not after:
                _collect(before, after, (*path, place), found)
    elif type(old) is not type(new) or old != new:  # 1 and true are equal in Python only
        found.append([[*path], new])
