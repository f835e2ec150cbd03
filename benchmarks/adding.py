"""Adding standards to a project, whole command with start-up: seconds and memory beside a bare read of the file."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generated import write_package
from benchmarks.measure import RUNS
from workbench.project import create_project

DATA = Path(__file__).resolve().parents[1].parent / "shared" / "data"
TELL_PEAK = (
    "import atexit, sys\n"
    "def peak():\n"
    "    lines = open('/proc/self/status', encoding='ascii')\n"
    "    sys.stderr.write(next(line for line in lines if line.startswith('VmHWM')).split()[1])\n"
    "atexit.register(peak)\n"
)
"""What the kernel counts for a child begins with the memory of its parent, so each process looks at itself."""
COMMAND = "import sys; from workbench.cli import main; sys.exit(main(sys.argv[1:]))"
JSON_FLOOR = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"
CALAMINE_FLOOR = (
    "import sys; from python_calamine import CalamineWorkbook\n"
    "book = CalamineWorkbook.from_path(sys.argv[1])\n"
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)
REAL = (("case/sb_math_content_spec.json", 585, JSON_FLOOR), ("opensalt/ccsso_ela.xlsx", 1_189, CALAMINE_FLOOR))
"""Real files, how many standards they hold, and the bare read that is their floor."""
GENERATED = (17_000, 34_000, 68_000)
"""Standards of generated CASE packages; 17,000 make 18 MB."""
HEAD = f"{'standards add':<32}{'ours':>9}{'peak':>9}{'floor':>9}{'peak':>9}{'ratio':>8}"


@dataclass(frozen=True, slots=True)
class Cost:
    """Median seconds and median peak memory in megabytes of a process."""

    seconds: float
    megabytes: float


def once(arguments: Sequence[str]) -> Cost:
    """Run one Python process to its end and return what it took; it tells its own peak as it ends (Linux)."""
    began = time.perf_counter()
    command = [sys.executable, "-c", TELL_PEAK + arguments[0], *arguments[1:]]
    done = subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    return Cost(time.perf_counter() - began, int(done.stderr) / 1024)


def rows(folder: Path) -> Iterator[str]:
    """Yield a line for each file: ours and its floor, run in turn."""
    blank = folder / "blank.workbench"
    create_project(blank, starter="blank").close()
    real = [(DATA / name, count, floor) for name, count, floor in REAL if (DATA / name).exists()]
    made = [(write_package(folder / f"{count}.json", count), count, JSON_FLOOR) for count in GENERATED]
    for file, count, floor in [*real, *made]:
        yield _line(f"{count:,} standards, {file.suffix}", _compared(blank, file, floor))


def _compared(blank: Path, file: Path, floor: str) -> tuple[Cost, Cost]:
    costs: tuple[list[Cost], list[Cost]] = ([], [])
    fresh = blank.with_name("fresh.workbench")
    for _ in range(RUNS):
        shutil.copyfile(blank, fresh)
        costs[0].append(once([COMMAND, "standards", "add", str(fresh), str(file)]))
        costs[1].append(once([floor, str(file)]))
    return _median(costs[0]), _median(costs[1])


def _median(costs: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(one.seconds for one in costs), statistics.median(one.megabytes for one in costs))


def _line(name: str, costs: tuple[Cost, Cost]) -> str:
    ours, floor = costs
    parts = f"{ours.seconds:>7.2f} s{ours.megabytes:>6.0f} MB{floor.seconds:>7.2f} s{floor.megabytes:>6.0f} MB"
    return f"{name:<32}{parts}{ours.seconds / floor.seconds:>7.1f}x"
