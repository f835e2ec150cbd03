"""Running the server: on which addresses, with or without encryption, until it is stopped.

Behind a reverse proxy under a path, as in https://district.example/workbench/, start with ``--root /workbench``. The
proxy may hand the path on or take it away; it has to keep the ``Host`` header with its port, since forms and lines
count only from pages of the same host, to let websockets through, and to say how it was reached. nginx::

    location /workbench/ {
        proxy_pass http://127.0.0.1:8765;
        proxy_http_version 1.1;
        proxy_set_header Host $http_host;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection "upgrade";
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_read_timeout 1h;
    }

Caddy does all of that by itself: ``reverse_proxy /workbench/* 127.0.0.1:8765``. A proxy on another machine is believed
only where the variable FORWARDED_ALLOW_IPS names its address; without that, cookies are not marked for encrypted
lines only, and all people count as one address.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import os
import signal
import socket
import sys
from dataclasses import dataclass, replace
from errno import EADDRNOTAVAIL
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import CannotWrite
from workbench.serve.reach import own_addresses
from workbench.serve.settings import Settings

if TYPE_CHECKING:
    import uvicorn

    from workbench.project import Project

ANYBODY = ("0.0.0.0", "::")  # noqa: S104  # what people ask for by name
LOCAL = "127.0.0.1"
NEW = 10_000
"""New objects between two looks for garbage; a command that ends soon looks more seldom."""
M_ARENA_MAX = -8
"""What glibc calls the number of places that memory is taken from (``mallopt``, in its malloc.h)."""
TURN = 0.0005
"""Seconds after which a thread lets another one have its turn; Python's own are ten times as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listening:
    """Where to listen; ``root`` is the path under which a reverse proxy hands on to us."""

    host: str
    port: int
    tls: bool = False
    root: str = ""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses under which the server is reached, the likeliest first."""
        hosts = (own_addresses() or [LOCAL]) if self.host in ANYBODY else [self.host]
        scheme = "https" if self.tls else "http"
        usual = self.port == (443 if self.tls else 80)
        named = (f"[{one}]" if ":" in one else one for one in hosts)
        return tuple(f"{scheme}://{one}{'' if usual else f':{self.port}'}{self.root}" for one in named)


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens; port 0 takes a free one. Raises CannotWrite where that cannot be.

    From now on browsers wait, rather than being refused, until the server answers.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
        found.listen()
    except (OSError, OverflowError, ValueError) as error:
        found.close()
        raise CannotWrite(_why_not(host, port, error)) from error
    return found


def _why_not(host: str, port: int, error: Exception) -> str:
    if isinstance(error, OverflowError):
        return f"There is no port {port}. Choose one from 1 to 65535 with --port."
    if isinstance(error, socket.gaierror | ValueError) or (isinstance(error, OSError) and error.errno == EADDRNOTAVAIL):
        return f"This machine has no address “{host}”. Choose one of its own with --host, or leave --host out."
    why = error.strerror if isinstance(error, OSError) else error
    return f"The server cannot listen on {host}, port {port}: {why}. Choose another port with --port, such as 8766."


def configured(
    project: Project,
    listening: Listening,
    certificate: tuple[Path, Path] | None = None,
    settings: Settings | None = None,
) -> uvicorn.Config:
    """Return how the web server is set up to serve ``project``."""
    import uvicorn

    from workbench.serve.app import application

    chosen = replace(settings or Settings(), root=listening.root, addresses=listening.addresses)
    return uvicorn.Config(
        application(project, chosen),
        # Addresses and names of people are nobody's business but the room's: no log of who asked for what.
        access_log=False,
        log_level="warning",
        ws="websockets-sansio",
        # A room says little; packing it would cost more than it saves.
        ws_per_message_deflate=False,
        ws_max_size=4 * 1024 * 1024,
        ssl_certfile=str(certificate[0]) if certificate else None,
        ssl_keyfile=str(certificate[1]) if certificate else None,
        timeout_graceful_shutdown=3,
    )


def serve(
    project: Project, listening: Listening, listener: socket.socket, certificate: tuple[Path, Path] | None
) -> None:
    """Serve ``project`` on ``listener`` until the program is told to stop."""
    # Many threads take turns here, and the one that sends and hears must not wait long for its own.
    sys.setswitchinterval(TURN)
    config = configured(project, listening, certificate)
    # Told to stop by either signal, the project is closed as after Ctrl+C.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with contextlib.suppress(KeyboardInterrupt):
        _server(config).run(sockets=[listener])


def _server(config: uvicorn.Config) -> uvicorn.Server:
    """Return a server that looks for garbage, once all is ready, among what is new from then on.

    What is there then stays; to look through it again and again would stop everybody for a moment.
    """
    import uvicorn

    _share_memory()

    class Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            gc.collect()
            gc.freeze()
            gc.set_threshold(NEW)

    return Server(config)


def _share_memory() -> None:
    """Have all threads take memory from one place, where the C library (glibc) would give each of them its own.

    What one thread lets go of, no other could use: in a long workshop the server would take more and more. Threads of
    Python seldom take memory at the same moment, so none has to wait for another.
    """
    with contextlib.suppress(OSError, AttributeError, TypeError):  # another C library, another system
        ctypes.CDLL(None).mallopt(M_ARENA_MAX, 1)
