"""Readings that outlast a process: what was once read of a text need not be read again by the next.

What is kept is plain JSON, by the kind of reading and the text. Whoever runs checks may hand in where it is kept;
without that everything is read anew, and the findings are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property, lru_cache
from typing import Any, ParamSpec, TypeAlias, TypeVar

KEPT = 262_144
"""Texts whose reading is kept while the process lasts. More than a large district has: where the texts of one check
are more than are kept, the oldest goes out just before it is asked for again, and nothing is found."""

SPARE = 4096
"""Readings that may be added to those of the first check before all are forgotten: half an hour of one writer, or two
minutes of a workshop, in which each pause in somebody's typing is a text that nobody will ever read again."""

Key: TypeAlias = tuple[str, str]
"""What is kept, and of which text."""

P = ParamSpec("P")
R = TypeVar("R")

_using: ContextVar[Readings | None] = ContextVar("readings", default=None)
_asked: set[Key] = set()
"""Every key asked for since all were forgotten last."""
_needed: set[Key] = set()
"""What of the files was asked for before that."""
_forgetting: list[Callable[[], None]] = []
"""How to empty each cache of readings."""


def remembered(make: Callable[P, R], most: int = KEPT) -> Callable[P, R]:
    """Keep what a function makes of a text until all readings are forgotten; of ``most`` texts at once."""
    cached = lru_cache(most)(make)
    _forgetting.append(cached.cache_clear)
    return cached  # type: ignore[return-value]  # it is called as the function is


class Readings:
    """The kept readings of one project's texts, and those that were learned since.

    Args:
        load: Returns what is kept. Called once, when the first text is met that this process has not read.
    """

    def __init__(self, load: Callable[[], Mapping[Key, Any]]) -> None:
        self._load = load
        self._settled = 0
        self.learned: dict[Key, Any] = {}

    @cached_property
    def known(self) -> Mapping[Key, Any]:
        """What was kept."""
        return self._load()

    @contextmanager
    def used(self) -> Iterator[None]:
        """Let a check look here first, and note here what it had to read itself."""
        before = _using.set(self)
        try:
            yield
        finally:
            _using.reset(before)
            self._settled = self._settled or len(_asked)
            if len(_asked) > self._settled + max(SPARE, self._settled // 4):
                self._forget()

    def _forget(self) -> None:
        """Let go of every reading, or a long workshop would hold all that was ever written in it."""
        _needed.update(key for key in self.known if key in _asked)
        # What was kept meanwhile is known from now on, and what nobody kept is read again.
        vars(self).pop("known", None)
        self.learned = {}
        self._settled = 0
        _asked.clear()
        for forget in _forgetting:
            forget()

    def save(self, keep: Callable[[Mapping[Key, Any], list[Key]], bool]) -> None:
        """Give ``keep`` what was learned and the keys that no check asked for; what it did not keep stays learned."""
        learned, self.learned = self.learned, {}
        needed = _asked | _needed
        if learned and not keep(learned, [key for key in self.known if key not in needed]):
            self.learned = {**learned, **self.learned}


def kept(kind: str) -> Callable[[Callable[[str], R]], Callable[[str], R]]:
    """Keep what a function returns for a text; it is to be what JSON holds: lists, texts and numbers."""

    def keeping(make: Callable[[str], R]) -> Callable[[str], R]:
        @remembered
        def found(text: str) -> R:
            key, readings = (kind, text), _using.get()
            _asked.add(key)
            if readings is None:
                return make(text)
            if key in readings.known:
                known: R = readings.known[key]
                return known
            made = readings.learned[key] = make(text)
            return made

        return found

    return keeping
