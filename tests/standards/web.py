"""A real web server on this computer that does what a test tells it, well or badly."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import TypeAlias


class Asked(BaseHTTPRequestHandler):
    """One request; the server's ``told`` answers it."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:  # the library's name
        """Answer as the test says."""
        self.server.asked.append(self.path)
        self.server.headers.append(dict(self.headers))
        try:
            self.server.told(self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def answer(self, content: bytes | str, status: int = 200, **headers: str) -> None:
        """Send a whole answer."""
        body = content.encode() if isinstance(content, str) else content
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the library's name
        """Say nothing."""


Told: TypeAlias = Callable[[Asked], None]


class Server(ThreadingHTTPServer):
    """A server that remembers what it was asked."""

    daemon_threads = True
    told: Told

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Asked)
        self.asked: list[str] = []
        self.headers: list[dict[str, str]] = []
        self.stopped = threading.Event()
        self.scheme = "http"

    def at(self, path: str, *, host: str = "127.0.0.1", user: str = "") -> str:
        """Return the address of a path."""
        return f"{self.scheme}://{user}{host}:{self.server_port}{path}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a client that went away."""


@contextmanager
def serving(told: Told, *, tls: SSLContext | None = None) -> Iterator[Server]:
    """Run a server that answers by ``told``."""
    with Server() as server:
        server.told = told
        if tls:
            server.socket = tls.wrap_socket(server.socket, server_side=True)
            server.scheme = "https"
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.stopped.set()
            server.shutdown()
            thread.join()
