"""The command `workbench serve` as a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer


@contextmanager
def started(file: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Run the command until the end; yield it and the facilitator's link."""
    command = [sys.executable, "-m", "workbench.cli", "serve", str(file), "--person", "Ana Ruiz", *options]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": "."}
    ) as process:
        timer = Timer(60, process.kill)
        timer.start()
        try:
            assert process.stdout
            said = ""
            while not (found := re.search(r"https?://\S+/join#\S+", said)):
                line = process.stdout.readline()
                assert line, process.stderr.read() if process.stderr else ""
                said += line
            yield process, found.group()
        finally:
            timer.cancel()
            process.kill()
