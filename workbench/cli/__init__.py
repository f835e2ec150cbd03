"""The command ``workbench``: one module a command, each with ``describe(parser)`` and ``run(args)``.

Exit codes: 0 done, 1 findings at or above ``--fail-on``, 2 could not run (one sentence says why).
"""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from workbench import __version__
from workbench.errors import WorkbenchError

COMMANDS = {
    "new": "make a project from a starter",
    "open": "open the rooms in JupyterLab",
    "serve": "serve the rooms to a committee, by links",
    "check": "say what would not hold up, and why",
    "waive": "record the decision to live with a finding",
    "comments": "list what people said and what became of it",
    "measure": "say in numbers how far it is aligned",
    "explain": "explain a rule by its code",
    "publish": "write the workbook, the PDF, the web page and CASE",
    "adopt": "freeze the framework as an edition",
    "standards": "add, list and read standard sets",
    "history": "show who changed what",
    "undo": "take back your latest change",
    "diff": "compare two moments",
    "backup": "copy a project while it is in use",
    "restore": "make a project from a backup",
    "demo": "make, check and publish the example district",
}
"""The commands in the order in which people meet them."""


START = 100_000
"""New objects between two looks for garbage while a command runs: start-up makes many and throws few away."""


def parser(only: str = "") -> argparse.ArgumentParser:
    """Return the parser of the whole command; with ``only``, of one command and of the others just their names."""
    top = argparse.ArgumentParser(
        prog="workbench", description="Draft, check, align and publish a district's graduation framework."
    )
    top.add_argument("--version", action="version", version=f"workbench {__version__}")
    commands = top.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, summary in COMMANDS.items():
        own = commands.add_parser(name, help=summary)
        if only in ("", name):
            module = import_module(f"workbench.cli.{name}_command")
            own.description = module.__doc__
            module.describe(own)
            own.set_defaults(run=module.run)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; what goes wrong is said in one sentence on stderr."""
    given = sys.argv[1:] if arguments is None else arguments
    named = next((one for one in given if not one.startswith("-")), "none")
    usual = gc.get_threshold()
    gc.set_threshold(START)
    # At the end of the process nothing is worth looking through once more.
    atexit.register(gc.freeze)
    try:
        args = parser(only=named).parse_args(given)
        code: int = args.run(args)
        sys.stdout.flush()
    except WorkbenchError as error:
        print(f"workbench: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # Whoever read our output has left; what is still buffered must not be written at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 2
    except KeyboardInterrupt:
        print("workbench: stopped. The project is as the last finished change left it.", file=sys.stderr)
        return 2
    finally:
        gc.set_threshold(*usual)
    return code
