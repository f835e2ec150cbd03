"""``python -m benchmarks.checks``: the checks on a large district, whole and after one edit, and how they grow.

Whole checks stand beside one walk over every field in the same run. An edit changes a text of an indicator, a
criterion or a course, or the rationale of an alignment. The first check of a process is that of a project file, with
what was read in texts kept there and without; modules are imported before.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.district import DATA, large_district, standards
from benchmarks.measure import HEAD, compare
from workbench.checks import RULES, CheckInput, Memo, check
from workbench.model import Framework, StandardSet, add_many, apply, set_field, to_json
from workbench.project import open_project
from workbench.store import Store

EDITS = 60
GROWS = "PTH001"
"""A rule whose findings name all that a pathway cannot reach: in a district with twenty times the competencies each
of them is nearly seven times as long, so what it costs for each thing is told apart."""
SIZES = (1, 4, 20)
FIELDS = {"indicators": "statement", "criteria": "element", "experiences": "description", "alignments": "rationale"}

FIRST = """
import sys, time
from workbench.checks import RULES
from workbench.project import open_project
import workbench.store.shelves
for rule in RULES.values():
    rule.load()
with open_project(sys.argv[1]) as project:
    began = time.process_time()
    project.report(drafts=True)
    print((time.process_time() - began) * 1000)
"""
"""Prints the milliseconds of the processor for the first check of a new process."""


def first_checks(found: StandardSet) -> str:
    """Return how long the first check of a process takes, with nothing kept of earlier readings and with all."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.workbench"
        Store.create(path).close()
        with open_project(path) as project:
            project.add_set(found)
            project.edit(add_many(Framework(), large_district(1, found).things()))
        fresh, *kept = (_first_check(path) for _ in range(4))
    best = min(kept)
    times = f"{fresh / best:.1f} times as long where not"
    return f"first check of a process: {best:,.0f} ms of the processor where texts were read before, {times}"


def _first_check(path: Path) -> float:
    ran = subprocess.run([sys.executable, "-c", FIRST, path], capture_output=True, text=True, check=True)  # ours
    return float(ran.stdout)


def after_edits(framework: Framework, sets: dict[str, StandardSet]) -> Iterator[float]:
    """Yield the milliseconds of the check after each of ``EDITS`` edits."""
    chance, memo = random.Random(11), Memo()  # noqa: S311  # the same edits each time
    check(CheckInput(framework, sets=sets, drafts=True), memo=memo)
    for number in range(EDITS):
        table = chance.choice(list(FIELDS))
        thing = chance.choice(list(getattr(framework, table)))
        framework = apply(framework, set_field(framework, thing, FIELDS[table], f"Changed {number}."))
        began = time.perf_counter()
        check(CheckInput(framework, sets=sets, drafts=True), memo=memo)
        yield (time.perf_counter() - began) * 1000


def measured(size: float, found: StandardSet) -> Iterator[str]:
    """Yield the lines of one size: the first check, which reads every text, a later one, and one after an edit."""
    framework, sets = large_district(size, found), {found.id: found}
    given = CheckInput(framework, sets=sets, drafts=True)
    things = sum(1 for _ in framework.things())
    began = time.perf_counter()
    findings = len(check(given))
    first = time.perf_counter() - began
    yield f"size {size}: first check {first * 1000:,.0f} ms, {first / things * 1e6:.0f} µs a thing"
    walk = "one walk over it all"
    row = compare(f"size {size}: full check", lambda: check(given), lambda: to_json(framework), walk)
    yield f"{row} ({things:,} things, {findings:,} findings, {row.ours / things * 1e6:.0f} µs a thing)"
    rest = compare(
        f"size {size}: but {GROWS}", lambda: check(given, ignore=[GROWS]), lambda: to_json(framework), "same"
    )
    yield f"{rest} ({rest.ours / things * 1e6:.1f} µs a thing)"
    edits = sorted(after_edits(framework, sets))
    p95 = edits[round(0.95 * EDITS) - 1]
    yield f"size {size}: after one edit, median {statistics.median(edits):.1f} ms, p95 {p95:.1f} ms"


def main() -> None:
    """Print the table."""
    if not DATA.is_dir():
        print("left out: the real files are not here")
        return
    found = standards()
    # ``by_id`` is made once for a set, whatever is checked.
    print(f"{len(RULES)} rules, {len(found.by_id):,} standards\n{HEAD}")
    print(first_checks(found))
    for size in SIZES:
        for line in measured(size, found):
            print(line)


main()
