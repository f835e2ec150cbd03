"""A small CASE server on this computer, with the faults that servers have."""

from __future__ import annotations

import gzip
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

import trustme

PACKAGE = {
    "CFDocument": {"identifier": "doc-1", "title": "Weather", "creator": "A state"},
    "CFItems": [{"identifier": "w1", "humanCodingScheme": "W.1", "fullStatement": "Watch clouds."}],
    "CFAssociations": [],
}
Reply = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """A running server: its address, what it answers by path (without the query), and what it was asked."""

    url: str
    replies: dict[str, Reply]
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)


def sends(value: Any, status: int = 200, **headers: str) -> Reply:
    """Return an answer: JSON of a value, or bytes as they are."""
    content = value if isinstance(value, bytes) else json.dumps(value).encode()

    def reply(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(content)))
        for name, text in headers.items():
            handler.send_header(name.replace("_", "-"), text)
        handler.end_headers()
        handler.wfile.write(content)

    return reply


def breaks_off(handler: BaseHTTPRequestHandler) -> None:
    """Announce more than is sent, and close."""
    handler.send_response(200)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    handler.wfile.write(b'{"CFDocument":')
    handler.wfile.flush()
    handler.connection.shutdown(socket.SHUT_RDWR)


def drips(handler: BaseHTTPRequestHandler) -> None:
    """Send a byte every tenth of a second, for as long as anybody listens."""
    handler.send_response(200)
    handler.end_headers()
    never = Event()
    try:
        while not never.wait(0.1):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        return


def bomb(megabytes: int) -> Reply:
    """Return an answer of a few kilobytes that unpacks to many megabytes."""
    return sends(gzip.compress(b" " * megabytes * 1024 * 1024), Content_Encoding="gzip")


@contextmanager
def running(replies: dict[str, Reply], *, certificate: trustme.LeafCert | None = None) -> Iterator[Server]:
    """Run a server on this computer until the end; encrypted where it has a ``certificate``."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            path = self.path.partition("?")[0]
            found.asked.append((self.path, dict(self.headers)))
            found.replies.get(path, sends(b"nothing", status=404))(self)

        def log_message(self, *_: Any) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    scheme, host = ("https", "localhost") if certificate else ("http", "127.0.0.1")
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        certificate.configure_cert(context)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    found = Server(f"{scheme}://{host}:{server.server_address[1]}", replies)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        server.server_close()
