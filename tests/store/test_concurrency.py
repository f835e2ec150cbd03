"""Many hands on one file: no error, no loss, one order of things."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise
from pathlib import Path

from tests.store.made import AT, begin
from workbench.model import Belief, Change, apply, changes_of, from_json
from workbench.store import Store, restore

HANDS, EDITS = 8, 100


def work(path: Path, hand: int) -> list[int]:
    """Add a belief and write into it, again and again, on a store of one's own; return the revisions."""
    with Store.open(path) as store:
        changes = [changes_of(Belief(id=f"hand-{hand}", order="i"))]
        titles = [None, *(f"{hand} {number}" for number in range(EDITS - 1))]
        changes += ((Change("belief", f"hand-{hand}", "title", old, new),) for old, new in pairwise(titles))
        return [store.commit(some, person=f"hand {hand}", at=AT, base=0).revision for some in changes]


def check(path: Path, revisions: list[list[int]]) -> None:
    """Assert that each hand's edits are all there, each under a revision of its own."""
    every = sorted(revision for some in revisions for revision in some)
    with Store.open(path) as store:
        snapshot = store.load()
        assert every == list(range(2, HANDS * EDITS + 2))
        assert snapshot.revision == every[-1]
        assert {thing.id: thing.title for thing in snapshot.framework.beliefs.values()} == {
            f"hand-{hand}": f"{hand} {EDITS - 2}" for hand in range(HANDS)
        }
        assert store.as_of(snapshot.revision) == snapshot.framework
        assert [
            entry.change.new for entry in reversed(store.history(things=["hand-3"], field="title", limit=1000))
        ] == [f"3 {number}" for number in range(EDITS - 1)]


def test_eight_threads_write_into_one_file(path: Path) -> None:
    """Each on a store of its own, opened and closed while the others write."""
    begin(path, from_json({"scales": [{"id": "s"}]})).close()

    with ThreadPoolExecutor(HANDS) as pool:
        revisions = list(pool.map(lambda hand: work(path, hand), range(HANDS)))

    check(path, revisions)


def test_eight_threads_share_one_store(path: Path) -> None:
    """A store is safe to use from several threads; each commit counts once."""
    with begin(path, from_json({"beliefs": [{"id": f"b{hand}"} for hand in range(HANDS)]})) as store:

        def write(hand: int) -> None:
            for number in range(20):
                old = f"{number - 1}" if number else None
                store.commit([Change("belief", f"b{hand}", "title", old, f"{number}")], person="x", at=AT, base=1)
                assert store.load().framework.beliefs[f"b{hand}"].title == f"{number}"

        with ThreadPoolExecutor(HANDS) as pool:
            list(pool.map(write, range(HANDS)))
        assert store.load().revision == 1 + HANDS * 20


PROCESS = """
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tests.store.test_concurrency import work
with ThreadPoolExecutor(4) as pool:
    print(json.dumps(list(pool.map(lambda hand: work(Path(sys.argv[1]), hand), map(int, sys.argv[2:])))))
"""


def test_two_processes_write_into_one_file(path: Path) -> None:
    """With four threads each."""
    begin(path, from_json({"scales": [{"id": "s"}]})).close()
    halves = [range(HANDS // 2), range(HANDS // 2, HANDS)]

    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROCESS, str(path), *map(str, half)],
            cwd=Path(__file__).parents[2],
            stdout=subprocess.PIPE,
            text=True,
        )
        for half in halves
    ]
    printed = [process.communicate()[0] for process in running]

    assert [process.returncode for process in running] == [0, 0]
    check(
        path,
        [[int(number) for number in one.strip("[] \n").split(",")] for text in printed for one in text.split("], [")],
    )


def test_a_reader_keeps_up_with_a_writer_by_changes_alone(path: Path) -> None:
    """changes_since never tells half a change set, nor one twice."""
    begin(path, from_json({"scales": [{"id": "s"}]})).close()
    with Store.open(path) as reader, ThreadPoolExecutor(1) as pool:
        snapshot = reader.load()
        framework, revision = snapshot.framework, snapshot.revision
        writing = pool.submit(work, path, 0)
        while not writing.done() or revision < EDITS + 1:
            revision, changes = reader.changes_since(revision)
            framework = apply(framework, changes)
            assert framework == reader.as_of(revision)

        assert framework == reader.load().framework


def test_several_open_a_restored_file_at_once(path: Path, tmp_path: Path) -> None:
    """It has no log yet, and each tries to begin one."""
    with begin(path) as store:
        made = restore(store.backup(tmp_path / "copy.workbench"), tmp_path / "again.workbench")

    def look(_: int) -> int:
        with Store.open(made) as again:
            return again.load().revision

    with ThreadPoolExecutor(HANDS) as pool:
        assert list(pool.map(look, range(40))) == [1] * 40
