"""Serve the rooms to a committee: a browser is all they need, and a link each."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.cli.common import find_project, takes_person, takes_project, warn
from workbench.errors import BadEdit
from workbench.project import open_project

if TYPE_CHECKING:
    from pathlib import Path

    from workbench.project import Project
    from workbench.serve.running import Listening

PORT = 8765


def describe(parser: argparse.ArgumentParser) -> None:
    """Add the command's arguments."""
    takes_project(parser, optional=True)
    takes_person(parser)
    parser.add_argument(
        "--port", type=int, default=PORT, help=f"the port to listen on (default: {PORT}; 0: a free one)"
    )
    parser.add_argument(
        "--host",
        default="0.0.0.0",  # noqa: S104  # a committee sits in the same network; nobody comes in without an invitation
        help="the address to listen on (default: all of this machine; 127.0.0.1: only for this machine)",
    )
    parser.add_argument("--tls", action="store_true", help="encrypt, with a certificate of this machine's own")
    parser.add_argument(
        "--root", default="", metavar="PATH", help="the path under which a reverse proxy hands on, such as /workbench"
    )


def run(args: argparse.Namespace) -> int:
    """Print the facilitator's link, then serve until stopped."""
    from workbench.serve.running import Listening, bound, serve

    root = args.root.rstrip("/")
    if root and not root.startswith("/"):
        raise BadEdit(f"The path of a reverse proxy begins with a slash: --root /{root}")
    path = find_project(args.file).resolve()
    with open_project(path, person=args.person) as project, bound(args.host, args.port) as listener:
        warn(project)
        port = listener.getsockname()[1]
        listening = Listening(host=args.host, port=port, tls=args.tls, root=root)
        certificate = _certificate(path, listening) if args.tls else None
        _greet(project, listening)
        serve(project, listening, listener, certificate)
    return 0


def _certificate(path: Path, listening: Listening) -> tuple[Path, Path]:
    from workbench.serve.running import LOCAL
    from workbench.serve.tls import own_certificate

    names = ["localhost", LOCAL, *(urlsplit(one).hostname or "" for one in listening.addresses)]
    certificate, key, fingerprint = own_certificate(path.with_name(f"{path.stem} certificate"), names)
    print(f"Browsers will ask whether to trust this certificate (SHA-256):\n  {fingerprint}")
    return certificate, key


def _greet(project: Project, listening: Listening) -> None:
    """Say where the rooms are. The link of who started the server is for this machine, and good only once shown."""
    from workbench.serve.reach import show_code
    from workbench.serve.running import ANYBODY, LOCAL

    here = replace(listening, host=LOCAL) if listening.host in ANYBODY else listening
    print(f"\nYour own link, {project.person}, to lead the committee:")
    print(f"  {here.addresses[0]}/join#{project.members.own_code()}\n")
    print(
        f"Others reach the rooms at {listening.addresses[0]}/join, each with a link that you make on the page “People”."
    )
    print("Stop the server with Ctrl+C; everything is saved.", flush=True)
    if sys.stdout.isatty():
        show_code(f"{listening.addresses[0]}/join")
