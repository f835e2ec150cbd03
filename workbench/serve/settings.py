"""How a server is set up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where a server is reached and how much it takes.

    ``root`` is the path under which a reverse proxy hands on to it ("/workbench"), or empty. ``addresses`` are those
    under which others in the same network reach it. The limits count what one address or one page may ask for:
    ``joins`` wrong codes a minute, ``requests`` pages and files a minute, ``messages`` a second.
    """

    root: str = ""
    addresses: tuple[str, ...] = ()
    joins: int = 20
    requests: int = 1200
    messages: int = 60
