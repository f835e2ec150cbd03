"""Start processes that write into one project, kill each at a random moment, and read back what is left.

Run as ``python -m tests.store.kill_while_writing FILE ROUNDS SEED``. Each writer is a real process, forked from
this one, which imported everything once; it tells each acknowledged revision through a pipe. Prints one JSON
object: how many were killed, how many revisions were acknowledged, and every fault that was found.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sqlite3
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.store.made import AT
from workbench.model import Belief, Change, changes_of
from workbench.store import Store

LINE = 24
"""Bytes that tell one revision."""


def write(path: Path, pipe: int) -> None:
    """Write edits for ever; tell each one's revision once it is acknowledged."""
    chance = random.Random(os.getpid())  # noqa: S311  # no secret hangs on it
    while True:
        with Store.open(path) as store:
            for _ in range(chance.randint(1, 12)):
                number = store.load().revision + 1
                thing = Belief(id=f"b{number}", order="i", statement=f"Edit {number}. " * (number % 40))
                changes = (*changes_of(thing), Change("district", "d", "title", None, f"{number}"))
                if number > 1:
                    changes = (*changes[:-1], Change("district", "d", "title", f"{number - 1}", f"{number}"))
                else:
                    changes = (*changes, Change("district", "d", "exists", None, True))
                made = store.commit(changes, person="ana", at=AT, base=number - 1)
                os.write(pipe, str(made.revision).encode().rjust(LINE))


def one_round(path: Path, wait: float, *, at_work: bool) -> int:
    """Start a writer, kill it after ``wait`` seconds, and return the last revision that it acknowledged, or 0.

    With ``at_work`` the seconds count from its first acknowledged edit, else from its birth.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write(path, writing)
    os.close(writing)
    if at_work:
        select.select([reading], [], [])
    time.sleep(wait)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    told = b""
    while some := os.read(reading, 1 << 16):
        told += some
    os.close(reading)
    if not os.WIFSIGNALED(status) or os.WTERMSIG(status) != signal.SIGKILL:
        raise RuntimeError(f"the writer ended by itself: {status}")
    return int(told[-LINE:]) if told else 0


def faults(path: Path, acknowledged: int) -> tuple[int, list[str]]:
    """Return the revision that a new connection reads, and what is wrong with the project."""
    found = []
    with closing(sqlite3.connect(path)) as raw:
        sound = raw.execute("PRAGMA integrity_check").fetchall()
        keys = raw.execute("PRAGMA foreign_key_check").fetchall()
    if sound != [("ok",)] or keys:
        found.append(f"damaged: {sound} {keys}")
    with Store.open(path) as store:
        snapshot = store.load()
        if not acknowledged <= snapshot.revision <= acknowledged + 1:
            found.append(f"acknowledged {acknowledged}, read {snapshot.revision}")
        expected = {f"b{number}": f"Edit {number}. " * (number % 40) for number in range(1, snapshot.revision + 1)}
        if {one.id: one.statement for one in snapshot.framework.beliefs.values()} != expected:
            found.append(f"edits are missing at revision {snapshot.revision}")
        if snapshot.revision and snapshot.framework.district.title != str(snapshot.revision):
            found.append(f"half an edit at revision {snapshot.revision}")
        if store.as_of(snapshot.revision) != snapshot.framework:
            found.append(f"log and rows differ at revision {snapshot.revision}")
    return snapshot.revision, found


def main(path: Path, rounds: int, seed: int) -> None:
    """Kill ``rounds`` writers one after the other, all on the same file."""
    chance = random.Random(seed)  # noqa: S311  # no secret hangs on it
    Store.create(path).close()
    seen, acknowledged, busy, found = 0, 0, 0, []
    for turn in range(rounds):
        told = one_round(path, chance.uniform(0.0, 0.05), at_work=turn % 2 == 1)
        acknowledged += bool(told) * (told - seen)
        busy += bool(told)
        seen, faulty = faults(path, max(told, seen))
        found += faulty
    print(json.dumps({"killed": rounds, "busy": busy, "acknowledged": acknowledged, "read": seen, "faults": found}))  # noqa: T201  # its answer


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
