"""Running the server: on which addresses, with or without encryption, until it is stopped."""

from __future__ import annotations

import contextlib
import os
import socket
from dataclasses import dataclass
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
        return tuple(f"{scheme}://{one}{'' if usual else f':{self.port}'}{self.root}" for one in hosts)


def bound(host: str, port: int) -> socket.socket:
    """Return a socket that is ready to listen; port 0 takes a free one. Raises CannotWrite where it is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    if os.name == "posix":
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        found.bind((host, port))
    except (OSError, OverflowError) as error:
        found.close()
        why = getattr(error, "strerror", None) or "there are ports from 0 to 65535"
        raise CannotWrite(
            f"The server cannot listen on {host}, port {port}: {why}. Choose another with --port, such as 8766."
        ) from error
    return found


def configured(
    project: Project,
    listening: Listening,
    certificate: tuple[Path, Path] | None = None,
    settings: Settings | None = None,
) -> uvicorn.Config:
    """Return how the web server is set up to serve ``project``."""
    import uvicorn

    from workbench.serve.app import application

    chosen = settings or Settings(root=listening.root, addresses=listening.addresses)
    return uvicorn.Config(
        application(project, chosen),
        root_path=listening.root,
        # Addresses and names of people are nobody's business but the room's: no log of who asked for what.
        access_log=False,
        log_level="warning",
        ws="websockets-sansio",
        ws_max_size=4 * 1024 * 1024,
        ssl_certfile=str(certificate[0]) if certificate else None,
        ssl_keyfile=str(certificate[1]) if certificate else None,
        timeout_graceful_shutdown=3,
    )


def serve(
    project: Project, listening: Listening, listener: socket.socket, certificate: tuple[Path, Path] | None
) -> None:
    """Serve ``project`` on ``listener`` until the program is told to stop."""
    import uvicorn

    config = configured(project, listening, certificate)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
