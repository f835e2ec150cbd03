"""``python -m benchmarks.checks``: the checks on a large district, whole and after one edit, and how they grow.

An edit changes a text of an indicator, a criterion or a course, or the rationale of an alignment. Whole checks stand
beside one walk over every field in the same run.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable

from benchmarks.district import DATA, large_district, standards
from workbench.checks import RULES, CheckInput, Memo, check
from workbench.model import Framework, StandardSet, apply, set_field, to_json

EDITS = 60
SIZES = (0.25, 1, 4)
FIELDS = {"indicators": "statement", "criteria": "element", "experiences": "description", "alignments": "rationale"}


def timed(action: Callable[[], object]) -> float:
    """Return the milliseconds that an action takes."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def after_edits(framework: Framework, found: StandardSet) -> list[float]:
    """Return the milliseconds of the check after each of ``EDITS`` edits, sorted."""
    chance, memo, sets = random.Random(11), Memo(), {found.id: found}  # noqa: S311  # the same edits each time
    check(CheckInput(framework, sets=sets, drafts=True), memo=memo)
    times = []
    for number in range(EDITS):
        table = chance.choice(list(FIELDS))
        thing = chance.choice(list(getattr(framework, table)))
        framework = apply(framework, set_field(framework, thing, FIELDS[table], f"Changed {number}."))
        times.append(timed(lambda: check(CheckInput(framework, sets=sets, drafts=True), memo=memo)))  # noqa: B023  # called at once
    return sorted(times)


def main() -> None:
    """Print the table."""
    if not DATA.is_dir():
        print("left out: the real files are not here")
        return
    found = standards()
    by_id = found.by_id  # looked up once for a set, whatever is checked
    print(f"{len(RULES)} rules, {len(by_id):,} standards")
    heads = ("size", "things", "findings", "whole", "one walk", "after an edit", "p95")
    print("".join(f"{head:>15}" for head in heads))
    for size in SIZES:
        framework = large_district(size, found)
        count = sum(1 for _ in framework.things())
        given = CheckInput(framework, sets={found.id: found}, drafts=True)
        findings = len(check(given))
        whole = statistics.median(timed(lambda: check(given)) for _ in range(5))  # noqa: B023  # called at once
        walk = statistics.median(timed(lambda: to_json(framework)) for _ in range(5))  # noqa: B023  # called at once
        edits = after_edits(framework, found)
        p95 = edits[round(0.95 * EDITS) - 1]
        told = (
            size,
            f"{count:,}",
            f"{findings:,}",
            *(f"{one:.1f} ms" for one in (whole, walk, statistics.median(edits), p95)),
        )
        print("".join(f"{one:>15}" for one in told))


main()
