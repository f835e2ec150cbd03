"""Whatever happens while a set is kept, it is here whole or not at all, tree and search included."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.made import all_sets
from workbench.errors import CannotWrite
from workbench.model import Standard, StandardSet
from workbench.store import Store, Wanted

SIZE = 3_000


def large(name: str) -> StandardSet:
    """Return a set of some thousand standards, each of which says its number and the set's name."""
    return StandardSet(
        id=name,
        title=name,
        standards=tuple(
            Standard(id=f"{name}-{one}", code=f"C.{one}", statement=f"{name} says {one} " * 5) for one in range(SIZE)
        ),
    )


def faults(path: Path) -> list[str]:
    """Return what is wrong with a project: damage, half a set, a search that knows more or less than is there."""
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO standard_words (standard_words) VALUES ('integrity-check')")
        found = [str(row) for row in raw.execute("PRAGMA integrity_check") if row != ("ok",)]
    with Store.open(path) as store:
        for one in all_sets(store):
            if one != large(one.id):
                found.append(f"{one.id} is not whole")
            hits = store.shelves.find(Wanted(query=f"{one.id} says {SIZE - 1}")).hits
            if [hit.branch.standard.id for hit in hits] != [f"{one.id}-{SIZE - 1}"]:
                found.append(f"{one.id} is not found")
        last = f"s{len(store.shelves.infos())}"
        if store.shelves.find(Wanted(query=f"{last} says")).hits:
            found.append(f"{last} is found and not there")
    return found


ADDING = """
import sys
from tests.store.test_sets_failing import large
from workbench.store import Store
with Store.open(sys.argv[1]) as store:
    for number in range(len(store.shelves.infos()), 1000):
        store.add_set(large(f"s{number}"))
        print(number, flush=True)
"""


@pytest.mark.slow
def test_a_process_killed_while_it_adds_leaves_whole_sets(store: Store, path: Path) -> None:
    """Killed at different moments after the first acknowledged set; no acknowledged one is missing."""
    store.close()
    for turn in range(6):
        with subprocess.Popen(
            [sys.executable, "-c", ADDING, str(path)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        ) as adding:
            assert adding.stdout is not None
            told = int(adding.stdout.readline())
            with pytest.raises(subprocess.TimeoutExpired):
                adding.wait(timeout=0.05 + 0.07 * turn)
            os.kill(adding.pid, signal.SIGKILL)
        assert faults(path) == []
        with Store.open(path) as again:
            assert len(again.shelves.infos()) > told


LIMITED = """
import resource, sys
from tests.store.test_sets_failing import large
from workbench.errors import CannotWrite
from workbench.store import Store
store = Store.open(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (2_500_000, 2_500_000))
try:
    for number in range(1000):
        store.add_set(large(f"s{number}"))
except CannotWrite as error:
    print(number)
    print(error)
"""


def test_a_set_that_does_not_fit_on_the_disk_is_not_there_at_all(store: Store, path: Path) -> None:
    """With a limit on the size of files: one sentence, and the sets before it are whole."""
    store.close()
    done = subprocess.run(
        [sys.executable, "-c", LIMITED, str(path)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    number, sentence = done.stdout.splitlines()
    assert "north.workbench" in sentence
    assert faults(path) == []
    with Store.open(path) as again:
        assert [one.id for one in again.shelves.infos()] == [f"s{one}" for one in range(int(number))]


def test_a_set_is_not_added_while_another_program_writes(store: Store, path: Path) -> None:
    """Reading goes on meanwhile; once free, the set is added."""
    store.add_set(large("s0"))
    store.close()
    with Store.open(path, patience=0.2) as impatient, closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(CannotWrite, match="is held by another program"):
            impatient.add_set(large("s1"))
        assert impatient.shelves.find(Wanted(query="C.7")).total > 0
        holder.execute("ROLLBACK")
        assert impatient.add_set(large("s1"))

    assert faults(path) == []
