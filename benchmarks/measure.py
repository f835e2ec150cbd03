"""Run two things in turn, several times, and say how their medians compare."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

RUNS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Medians of ours and of the floor in seconds, and what the floor is."""

    name: str
    ours: float
    floor: float
    against: str

    def __str__(self) -> str:
        """Return one line of the table."""
        ratio = f"{self.ours / self.floor:6.1f}x"
        return f"{self.name:<44} {self.ours * 1000:9.1f} ms {self.floor * 1000:9.1f} ms {ratio}  {self.against}"


HEAD = f"{'what':<44} {'ours':>12} {'floor':>12} {'ratio':>7}  floor is"


def compare(name: str, ours: Callable[[], object], floor: Callable[[], object], against: str) -> Row:
    """Return medians over ``RUNS`` runs, one warm-up each, in turn, so that a drifting machine hits both."""
    times: tuple[list[float], list[float]] = ([], [])
    for run in range(RUNS + 1):
        for side, action in zip(times, (ours, floor), strict=True):
            began = time.perf_counter()
            action()
            if run:
                side.append(time.perf_counter() - began)
    return Row(name=name, ours=statistics.median(times[0]), floor=statistics.median(times[1]), against=against)


def python(code: str, *arguments: str) -> Callable[[], object]:
    """Return what runs ``code`` in a new Python and waits for it, start-up included.

    Python may keep what it compiled, as on a person's machine: the warm-up pays for it, not each run.
    """
    command = [sys.executable, "-c", code, *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
