"""How far long work has come: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

WIDTH = 30
MEGABYTE = 1024 * 1024


@contextmanager
def progress_bar(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """Hand out what is to be told (bytes done, bytes in all, 0 for unknown), or None where nobody looks.

    The bar is on stderr, so that what a command prints can be kept in a file meanwhile; it is wiped at the end.
    """
    if not sys.stderr.isatty():
        yield None
        return
    shown = ""

    def tell(done: int, total: int) -> None:
        nonlocal shown
        line = _line(what, done, total)
        if line != shown:
            shown = line
            sys.stderr.write(f"\r{line}\x1b[K")
            sys.stderr.flush()

    try:
        yield tell
    finally:
        if shown:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()


def _line(what: str, done: int, total: int) -> str:
    """Return the line for so many bytes.

    >>> _line("Fetching", 8 * MEGABYTE, 16 * MEGABYTE)
    'Fetching [###############               ]  50 %, 8.0 of 16.0 MB'
    >>> _line("Fetching", 8 * MEGABYTE, 0)
    'Fetching 8.0 MB'
    """
    if not total:
        return f"{what} {done / MEGABYTE:.1f} MB"
    part = min(done / total, 1)
    bar = "#" * int(part * WIDTH)
    return f"{what} [{bar:<{WIDTH}}] {part * 100:3.0f} %, {done / MEGABYTE:.1f} of {total / MEGABYTE:.1f} MB"
