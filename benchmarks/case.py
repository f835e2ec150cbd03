"""How long CASE packages of growing size take to read, beside ``json.load`` of the same file; time and peak memory.

``python -m benchmarks.case [STANDARDS ...]``; every run is a fresh process.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generated import write_package

SIZES = (17_000, 50_000, 100_000)
RUN = """
import resource, sys, time
{imports}
began = time.perf_counter()
{work}
print(time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
"""
FLOOR = RUN.format(imports="import json", work="json.load(open(sys.argv[1], encoding='utf-8'))")
READING = RUN.format(
    imports="from pathlib import Path\nfrom workbench.standards import read_case", work="read_case(Path(sys.argv[1]))"
)
WRITING = RUN.format(
    imports="from pathlib import Path\nfrom workbench.standards import read_case, write_case\n"
    "found, _ = read_case(Path(sys.argv[1]))",
    work="write_case(found, at='2026-11-25', strict=True)",
)


def measure(code: str, path: Path) -> tuple[float, float]:
    """Return the best of three runs of ``code`` on ``path``: seconds, and megabytes at the peak."""
    runs = [subprocess.run([sys.executable, "-c", code, str(path)], check=True, capture_output=True) for _ in range(3)]
    seconds, megabytes = zip(*(map(float, run.stdout.split()) for run in runs), strict=True)
    return min(seconds), min(megabytes)


def main(sizes: Sequence[int]) -> None:
    """Print one line a size."""
    print(f"{'standards':>9} {'file':>7} {'json.load':>17} {'read_case':>17} {'a standard':>11} {'write_case':>18}")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            path = write_package(Path(folder) / f"{size}.json", size)
            floor, reading, writing = (measure(code, path) for code in (FLOOR, READING, WRITING))
            print(
                f"{size:>9,} {path.stat().st_size / 1e6:>4.0f} MB"
                f" {floor[0]:>7.2f} s {floor[1]:>4.0f} MB {reading[0]:>7.2f} s {reading[1]:>4.0f} MB"
                f" {reading[0] / size * 1e6:>8.1f} µs {writing[0]:>8.2f} s {writing[1]:>4.0f} MB"
            )


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
