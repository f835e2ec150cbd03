"""The process that reads a workbook whose spread cannot be told beforehand: file in, JSON out, memory bounded."""

from __future__ import annotations

import io
import json
import sys

from workbench.errors import BadFile
from workbench.standards.report import Account
from workbench.standards.table_limits import Cleaner
from workbench.standards.workbook import sheets_of

MEMORY = 2 * 1024 * 1024 * 1024
"""Bytes of addresses, of which the libraries alone take half a gigabyte."""


def bound_memory() -> None:
    """Let this process take no more than ``MEMORY``, where the system can do that (Windows cannot)."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Read the workbook on standard input; its name for sentences is the only argument."""
    bound_memory()
    cleaner = Cleaner(sys.argv[1], Account())
    try:
        sheets = sheets_of(sys.argv[1], io.BytesIO(sys.stdin.buffer.read()))
        answer = {"sheets": [(name, [cleaner.row(row, f"sheet {name}") for row in rows]) for name, rows in sheets]}
    except BadFile as error:
        answer = {"refused": str(error)}  # type: ignore[dict-item]  # the one answer or the other
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
