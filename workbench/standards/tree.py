"""The tree that parents make: cycles found, standards put in the order in which they are read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def find_cycle(parents: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return the ids of a cycle, the first repeated at the end; empty where there is none.

    No recursion: a hostile file may be ten thousand levels deep.

    >>> find_cycle({"a": ["b"], "b": ["c"], "c": ["b"]})
    ('b', 'c', 'b')
    """
    done: set[str] = set()
    for start in parents:
        path: dict[str, None] = {}
        stack = [(start, iter(parents[start]))] if start not in done else []
        path.update((one, None) for one, _ in stack)
        while stack:
            here, above = stack[-1]
            parent = next(above, None)
            if parent is None:
                stack.pop()
                del path[here]
                done.add(here)
            elif parent in path:
                ids = list(path)
                return (*ids[ids.index(parent) :], parent)
            elif parent not in done:
                stack.append((parent, iter(parents.get(parent, ()))))
                path[parent] = None
    return ()


def reading_order(roots: Iterable[str], children: Mapping[str, Sequence[str]]) -> list[str]:
    """Return ids from the top down, each before its children, siblings in the order given."""
    found: list[str] = []
    stack = list(roots)[::-1]
    while stack:
        here = stack.pop()
        found.append(here)
        stack.extend(reversed(children.get(here, ())))
    return found
