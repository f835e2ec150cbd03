"""What checks read in texts is kept beside the record, and never stands in anybody's way."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Thread

from tests.store.made import put
from workbench.store import Store

CLAIM = ("tagged", "States a “claim”.\n")
OTHER = ("tagged", "Weighs sources.")
LEARNED = {CLAIM: [[["state", "VVZ"], ["a", "AT0"]]], ("alone", "claim"): ["claim", "NN1"]}


def test_the_next_process_finds_what_was_read(store: Store, path: Path) -> None:
    """Word for word, from the same reader only."""
    assert store.keep_readings("2", LEARNED, ())

    with Store.open(path) as other:
        assert other.kept_readings("2") == LEARNED
        assert other.kept_readings("3") == {}


def test_what_is_unused_and_what_another_reader_kept_goes(store: Store) -> None:
    """So that it does not grow without end."""
    store.keep_readings("1", {OTHER: []}, ())
    store.keep_readings("2", LEARNED, ())
    store.keep_readings("2", {OTHER: [[]]}, [CLAIM])

    assert store.kept_readings("1") == {}
    assert store.kept_readings("2") == {OTHER: [[]], ("alone", "claim"): ["claim", "NN1"]}


def test_nobody_waits_and_nothing_fails_while_another_program_writes(store: Store, path: Path) -> None:
    """It is kept another time; what can be read is read."""
    store.keep_readings("2", LEARNED, ())
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        assert not store.keep_readings("2", {OTHER: []}, ())
        assert store.kept_readings("2") == LEARNED
        other.execute("ROLLBACK")
    assert store.keep_readings("2", {OTHER: []}, ())


def test_it_may_be_lost_or_spoilt_at_any_time(store: Store, path: Path) -> None:
    """The project opens and is edited as before; nothing is found, and nothing wrong."""
    store.keep_readings("2", LEARNED, ())
    with closing(sqlite3.connect(path)) as other:
        other.execute("UPDATE reading SET data = '[[' WHERE kind = 'tagged'")
        other.commit()
    assert store.kept_readings("2") == {}

    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE reading")
    with Store.open(path) as opened:
        assert opened.kept_readings("2") == {}
        assert not opened.keep_readings("2", LEARNED, ())
        assert put(opened, "i1", "statement", "Weigh two sources.").revision == 2


def test_several_write_at_once(store: Store, path: Path) -> None:
    """Threads and connections: whoever comes too late keeps nothing, and what is there is whole."""

    def keep(number: int) -> None:
        with Store.open(path) as other:
            for place in range(20):
                other.keep_readings("2", {("alone", f"{number}.{place}"): [str(number), str(place)]}, ())

    threads = [Thread(target=keep, args=(number,)) for number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    found = store.kept_readings("2")
    assert found
    assert all(text == ".".join(data) for (_, text), data in found.items())
