"""A line that says how far something is: on a terminal only, and gone when it is done."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

WIDTH = 30
"""Characters of the bar."""
MEGA = 1024 * 1024


@contextmanager
def bytes_shown(what: str, stream: TextIO | None = None) -> Iterator[Callable[[int, int], None] | None]:
    """Give what is to be told how many bytes came, of how many (0: not known); None where nobody looks on.

    The line goes to ``stream``, standard error unless told, so that what a command prints stays as it is in a pipe.
    """
    out = stream or sys.stderr
    if not out.isatty():
        yield None
        return
    try:
        yield lambda done, total: _show(out, line(what, done, total))
    finally:
        out.write("\r\x1b[K")
        out.flush()


def _show(out: TextIO, text: str) -> None:
    out.write(f"\r\x1b[K{text}")
    out.flush()


def line(what: str, done: int, total: int) -> str:
    """Return how far something is, as one line.

    >>> line("Fetching", 3 * MEGA, 12 * MEGA)
    'Fetching [#######                       ] 3.0 of 12.0 MB'
    >>> line("Fetching", 3 * MEGA, 0)
    'Fetching: 3.0 MB'
    """
    if not total:
        return f"{what}: {done / MEGA:.1f} MB"
    full = min(WIDTH, done * WIDTH // total)
    return f"{what} [{'#' * full:<{WIDTH}}] {done / MEGA:.1f} of {total / MEGA:.1f} MB"
