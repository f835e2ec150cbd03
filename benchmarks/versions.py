"""``python -m benchmarks.versions``: a set of 13,947 standards against a copy with known changes.

How long the comparison takes beside one look at every word, how it grows, and for each kind of change how many of
the pairs found are right (precision) and how many of the true ones are found (recall). The copy keeps the publisher's
identifiers, or has lost them, or has lost them and its codes.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from tests.standards.changed_copies import Copy, changed_copy, judged, read
from workbench.standards.compare import compare_sets
from workbench.standards.set_change import SetDifference

SOURCE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale" / "asn_state_standards_flat.csv"


def timed(action: Callable[[], object]) -> float:
    """Return the seconds that an action takes, the best of three."""
    best = []
    for _ in range(3):
        began = time.perf_counter()
        action()
        best.append(time.perf_counter() - began)
    return min(best)


def main() -> None:
    """Print the tables."""
    if not SOURCE.exists():
        print(f"left out: {SOURCE.name} is not here")
        return
    whole = read(SOURCE)
    floor = timed(lambda: [one.statement.split() for one in (*whole.standards, *whole.standards)])
    for name, kept in (("identifiers kept", (True, True)), ("lost", (False, True)), ("and codes lost", (False, False))):
        copy = changed_copy(whole, ids=kept[0], codes=kept[1])
        took = timed(lambda copy=copy: compare_sets(copy.old, copy.new))  # type: ignore[misc]  # bound in this turn
        found = compare_sets(copy.old, copy.new)
        print(f"{name}: {len(copy.old.standards):,} against {len(copy.new.standards):,} standards in {took:.2f} s, ")
        print(f"  {took / floor:.0f} times one look at every word. Certainty: {certainties(copy, found)}")
        print(f"  {'kind':<24}{'pairs':>7}{'found':>7}{'precision':>11}{'recall':>8}")
        for kind, (true, got, right) in judged(copy, found).items():
            precision, recall = (f"{right / of:.3f}" if of and true else "-" for of in (got, true))
            print(f"  {kind:<24}{true:>7}{got:>7}{precision:>11}{recall:>8}")
    for most in (3_500, 7_000, 13_947):
        copy = changed_copy(read(SOURCE, most), ids=False, codes=False)
        print(f"{most:>7,} standards: {timed(lambda copy=copy: compare_sets(copy.old, copy.new)):.2f} s")  # type: ignore[misc]  # as above


def certainties(copy: Copy, found: SetDifference) -> str:
    """Return how many pairs of each certainty there are, and how many of them are right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for pair in found.pairs:
        counts[pair.match.certainty][0] += 1
        counts[pair.match.certainty][1] += (pair.old.id, pair.new.id) in copy.truth
    return ", ".join(f"{name} {right:,} of {all_:,} right" for name, (all_, right) in sorted(counts.items()))


if __name__ == "__main__":
    main()
