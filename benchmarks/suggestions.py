"""``python -m benchmarks.suggestions``: how good and how fast suggestions are.

Quality by the protocol beside the real files, on both halves: ours was tuned on the tuning half alone
(``benchmarks/suggestions_fit.py``). The baselines are the protocol's own and need scikit-learn and rank-bm25, which
nothing else here does; without them that part is left out. What was tried is told in ``benchmarks/suggestions.md``.
"""

from __future__ import annotations

import importlib.util
import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from benchmarks.suggestions_data import FOLDER, Objectives, load
from workbench.measures.suggestions import Candidate, Decision, Index, Memory, load_weights

SIZES = (900, 10_000, 100_000)
SHOWN = 60
QUESTIONS = 200
STEPS = (0, 100, 200, 400, 600, 10_000)
SEED = 7


def ranked(data: Objectives, index: Index, text: str, *, graded: bool, memory: Memory | None = None) -> list[str]:
    """Return the codes suggested for an objective; as the protocol asks, of its own grades alone where ``graded``."""
    grades = data.grades(text)
    found = index.ranking(index.query(text), grades=grades if graded else (), memory=memory)
    codes = [index.candidates[place].id for place, _ in found[:SHOWN]]
    # Anchor standards of all grades are suggested too, and the protocol leaves them out.
    return [code for code in codes if data.protocol.grade(code) in grades] if graded else codes


def quality(data: Objectives, index: Index, name: str) -> None:
    """Print one line a half and task."""
    measure, family = data.protocol.score, data.protocol.family
    for half in ("tune", "test"):
        texts = data.half(half)
        free = {text: ranked(data, index, text, graded=False) for text in texts}
        graded = {text: ranked(data, index, text, graded=True) for text in texts}
        exact = measure(free, data.relevant, texts)
        kin = measure(free, data.relevant, texts, family)
        print(f"{name:20} no grade     {half}: exact {exact} family {kin}")
        print(f"{name:20} grade known  {half}: exact {measure(graded, data.relevant, texts)}")


def baselines(data: Objectives) -> None:
    """Print the protocol's own lines."""
    needed = ("sklearn", "rank_bm25")
    if missing := [one for one in needed if importlib.util.find_spec(one) is None]:
        print(f"left out: the baselines, which need {' and '.join(missing)}")
        return
    data.protocol.main(FOLDER)


def committee(data: Objectives, index: Index, name: str, *, learns: bool) -> None:
    """Print recall over a committee that meets the test half in a seeded order and accepts the true codes."""
    order = data.half("test")
    random.Random(SEED).shuffle(order)  # noqa: S311  # the same order in every run
    hits: list[tuple[bool, bool, bool, bool]] = []
    decided: list[Decision] = []
    for text in order:
        memory = index.remember(decided) if learns else None
        right = data.relevant[text]
        kin = {data.protocol.family(code) for code in right}
        graded = ranked(data, index, text, graded=True, memory=memory)
        free = ranked(data, index, text, graded=False, memory=memory)
        families = list(dict.fromkeys(map(data.protocol.family, free)))
        hits.append(
            (graded[0] in right, bool(right & set(graded[:5])), families[0] in kin, bool(kin & set(families[:5])))
        )
        decided += [Decision(subject_id=text, text=text, standard_id=code) for code in sorted(right)]
    for low, high in pairwise(STEPS):
        if part := hits[low:high]:
            print(f"{name:34} after {low:3} to {low + len(part) - 1:3} decisions: {_shares(part)}")
    print(f"{name:34} all {len(hits)}: {_shares(hits)}")


def _shares(hits: Sequence[tuple[bool, ...]]) -> str:
    shares = [sum(column) / len(hits) for column in zip(*hits, strict=True)]
    return "grade known @1 {:.3f} @5 {:.3f}, family @1 {:.3f} @5 {:.3f}".format(*shares)


def enlarged(candidates: Sequence[Candidate], size: int) -> list[Candidate]:
    """Return ``size`` candidates, the same ones again under other codes; so each word is as common as it really is."""
    return [
        replace(one, id=f"{turn} {one.id}", code=f"S{turn}.{one.code}")
        for turn in range(size // len(candidates) + 1)
        for one in candidates
    ][:size]


def speed(size: int) -> None:
    """Print what an index of ``size`` standards costs; run in a process of its own, so that memory is its own."""
    data = load()
    candidates = enlarged(data.candidates, size)
    before = peak_megabytes()
    began = time.perf_counter()
    index = Index.build(candidates)
    built = time.perf_counter() - began
    grown = peak_megabytes() - before
    texts = data.half("tune")
    memory = index.remember(
        Decision(subject_id=text, text=text, standard_id=f"0 {code}") for text in texts for code in data.relevant[text]
    )
    times = []
    for text in texts[:QUESTIONS]:
        began = time.perf_counter()
        index.suggest(text, grades=[data.band[text]], memory=memory)
        times.append(1000 * (time.perf_counter() - began))
    p95 = statistics.quantiles(times, n=20)[-1]
    print(
        f"{size:>7,} standards: built in {built:.2f} s, {grown:.0f} MB at the peak of building; a suggestion with "
        f"{len(memory.decisions)} earlier decisions p50 {statistics.median(times):.1f} ms, p95 {p95:.1f} ms"
    )


def peak_megabytes() -> float:
    """Return this process's own peak in megabytes; zero where the system does not tell it (only Linux does).

    ``getrusage`` would tell the parent's, which a new program inherits.
    """
    path = Path("/proc/self/status")
    told = re.search(r"VmHWM:\s+(\d+) kB", path.read_text()) if path.exists() else None
    return int(told[1]) / 1024 if told else 0.0


def main() -> None:
    """Print everything, or the speed at one size."""
    if len(sys.argv) > 1:
        speed(int(sys.argv[1]))
        return
    if not FOLDER.is_dir():
        print("left out: suggestions, since the real files in ../shared are not here")
        return
    data = load()
    shipped = Index.build(data.candidates)
    plain = Index.build(data.candidates, weights=replace(load_weights(), vocabulary={}))
    baselines(data)
    quality(data, plain, "without vocabulary")
    quality(data, shipped, "as shipped")
    for index, name in ((plain, "without vocabulary"), (shipped, "as shipped")):
        for learns in (False, True):
            committee(data, index, f"{name}, {'learning' if learns else 'not learning'}", learns=learns)
    for size in SIZES:
        subprocess.run([sys.executable, "-m", "benchmarks.suggestions", str(size)], check=True)


if __name__ == "__main__":
    main()
