"""``python -m benchmarks.search``: finding, storing and opening standards, at 14,000 to 250,000 of them.

The first size is what lies in ``../shared/data/scale``; beyond it standards are made from halves of real statements,
the same ones on every run. Beside ours stands plain FTS5 with bm25 over the same words.
"""

from __future__ import annotations

import csv
import random
import sqlite3
import statistics
import sys
import tempfile
import time
import tracemalloc
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from workbench.model import Standard, StandardLink, StandardSet
from workbench.project import Project, create_project, open_project

SCALE = Path(__file__).resolve().parents[1].parent / "shared" / "data" / "scale"
SIZES = (50_000, 100_000, 250_000)
LENGTHS = range(1, 13)
QUERIES = 60
"""Different queries a length of prefix."""
STORED = 17_000


def real_sets() -> list[StandardSet]:
    """Return the 20 documents of state standards and England's curriculum as sets."""
    sets = []
    with (SCALE / "asn_state_standards_flat.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for name in dict.fromkeys(row["document"] for row in rows):
        own = [row for row in rows if row["document"] == name]
        sets.append(StandardSet(id=name, title=name, standards=tuple(map(_state_standard, own))))
    with (SCALE / "england_national_curriculum.csv").open(encoding="utf-8", newline="") as file:
        england = [
            Standard(id=row["identifier"], parent_id=row["parent"], kind=row["type"], statement=row["statement"])
            for row in csv.DictReader(file)
        ]
    return [*sets, StandardSet(id="england", title="England", standards=tuple(england))]


def _state_standard(row: dict[str, str]) -> Standard:
    return Standard(
        id=row["identifier"],
        parent_id=row["parent"],
        code=row["statementNotation"],
        statement=row["description"],
        grades=tuple(row["educationLevel"].split("|")),
    )


def made_set(real: list[StandardSet], size: int) -> StandardSet:
    """Return a set of ``size`` standards, as many links, codes like MA.4.17.123 and statements of two real halves."""
    chance = random.Random(size)  # noqa: S311  # the same set on every run
    halves = [one.statement.split() for held in real for one in held.standards]
    standards: list[Standard] = []
    for number in range(size):
        first, second = chance.choice(halves), chance.choice(halves)
        standards.append(
            Standard(
                id=str(uuid.UUID(int=chance.getrandbits(128))),
                code=f"{chance.choice(['MA', 'SC', 'ELA', 'SS'])}.{number % 13}.{number % 31}.{number}",
                statement=" ".join(first[: len(first) // 2 + 1] + second[len(second) // 2 :]),
                parent_id=standards[number // 12].id if number >= len("ten at top") else "",
                sequence=number,
                grades=(str(number % 13),),
            )
        )
    links = tuple(
        StandardLink(
            id=str(uuid.UUID(int=chance.getrandbits(128))),
            type="isRelatedTo",
            origin_id=one.id,
            destination_id=chance.choice(standards).id,
        )
        for one in standards
    )
    return StandardSet(id=f"made-{size}", title=f"Made of {size:,}", standards=tuple(standards), links=links)


def prefixes(sets: list[StandardSet], length: int) -> list[str]:
    """Return what somebody has typed after ``length`` letters: of words and codes, two words to one code."""
    chance = random.Random(length)  # noqa: S311  # the same queries on every run
    standards = [one for held in sets for one in held.standards]
    found: dict[str, None] = {}
    for turn in range(QUERIES * 40):
        one = chance.choice(standards)
        typed = one.code if turn % 3 == 0 else one.statement[one.statement.find(chance.choice(one.statement.split())) :]
        if len(typed) >= length:
            found[typed[:length]] = None
        if len(found) == QUERIES:
            break
    return list(found)


def milliseconds(ask: Callable[[str], object], queries: list[str]) -> tuple[float, float]:
    """Return median and 95th percentile of asking each query three times, in turn."""
    times = []
    for query in queries * 3:
        began = time.perf_counter()
        ask(query)
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times), statistics.quantiles(times, n=20)[-1]


def plain_fts5(sets: list[StandardSet], path: Path) -> sqlite3.Connection:
    """Return an index of the same words as one would make it first: FTS5, a prefix of the last word, bm25."""
    raw = sqlite3.connect(path)
    raw.execute("CREATE VIRTUAL TABLE words USING fts5(code, statement)")
    rows = ((one.code, one.statement) for held in sets for one in held.standards)
    raw.executemany("INSERT INTO words VALUES (?, ?)", rows)
    raw.commit()
    return raw


def by_bm25(raw: sqlite3.Connection, query: str) -> list[tuple[int]]:
    """Return the best 40 of plain FTS5."""
    words = "".join(sign if sign.isalnum() else " " for sign in query).split()
    if not words:
        return []
    match = " ".join(f'"{word}"' for word in words) + "*"
    return raw.execute("SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words) LIMIT 40", (match,)).fetchall()


def finding(project: Project, sets: list[StandardSet], folder: Path) -> Iterator[str]:
    """Yield a line for each length of prefix."""
    size = sum(len(one.standards) for one in sets)
    with closing(plain_fts5(sets, folder / f"plain-{size}.db")) as raw:
        for length in LENGTHS:
            queries = prefixes(sets, length)
            ours = milliseconds(project.standards.find, queries)
            plain = milliseconds(lambda query: by_bm25(raw, query), queries)
            yield f"{size:>9,} {length:>7} {ours[0]:>8.1f} {ours[1]:>8.1f} {plain[0]:>12.1f} {plain[1]:>8.1f}"


def storing(project: Project, found: StandardSet) -> str:
    """Return how long a set takes to be kept, and to be found to be here already."""
    began = time.perf_counter()
    project.standards.add(found)
    kept = time.perf_counter()
    project.standards.add(found)
    again = time.perf_counter()
    size = len(found.standards)
    return (
        f"kept {size:,} standards and {len(found.links):,} links in {kept - began:.2f} s "
        f"({(kept - began) / size * 1e6:.0f} µs each); found here again in {again - kept:.2f} s"
    )


def opening(path: Path, set_id: str) -> str:
    """Return how long it takes from the closed file to the first branches of the tree, imports done."""
    began = time.perf_counter()
    with open_project(path) as project:
        shelf = project.standards
        count = next(one.count for one in shelf.infos() if one.id == set_id)
        top = shelf.children(set_id)
        shelf.children(set_id, top[0].standard.id)
        project.findings()
        entered = time.perf_counter()
        whole = project.sets[set_id]
        read = time.perf_counter()
    return (
        f"opened, checked and first branches of {count:,} in {(entered - began) * 1000:.0f} ms; "
        f"read whole ({len(whole.standards):,}) in {read - entered:.2f} s"
    )


def memory(project: Project, found: StandardSet) -> str:
    """Return the most memory that keeping a set takes beside the set itself."""
    tracemalloc.start()
    project.standards.add(found)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return f"keeping {len(found.standards):,} takes {peak / 2**20:.0f} MB at most beside the set itself"


def main(sizes: tuple[int, ...]) -> None:
    """Print the tables."""
    if not SCALE.is_dir():
        print(f"left out: the search of standards, since {SCALE} is not here")
        return
    real = real_sets()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with create_project(folder / "small.workbench", starter="blank") as project:
            print(storing(project, made_set(real, STORED)))
        with create_project(folder / "memory.workbench", starter="blank") as project:
            print(memory(project, made_set(real, STORED)))
        print("standards letters  p50 ms   p95 ms   FTS5 bm25:  p50      p95")
        for size in (sum(len(one.standards) for one in real), *sizes):
            sets = [made_set(real, size)] if size in sizes else real
            path = folder / f"{size}.workbench"
            with create_project(path, starter="blank") as project:
                told = [storing(project, one) for one in sets][-1]
                for line in finding(project, sets, folder):
                    print(line, flush=True)
            print(told, opening(path, sets[-1].id), sep="\n", flush=True)


if __name__ == "__main__":
    main(tuple(map(int, sys.argv[1:])) or SIZES)
