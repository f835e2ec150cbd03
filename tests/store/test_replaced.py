"""A project file that another program takes away while it is open: nothing is told to be saved that is lost."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.made import AT, put, seen_by_another
from workbench.errors import CannotWrite
from workbench.model import Change
from workbench.store import Store


def move(path: Path) -> None:
    """Give the file another name."""
    path.rename(path.with_name("moved.workbench"))


def replace(path: Path) -> None:
    """Put another file in its place, as a program does that keeps folders the same."""
    other = path.with_name("other")
    with Store.open(path) as store:
        store.backup(other)
    other.replace(path)  # as such programs do


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
@pytest.mark.parametrize("take_away", [Path.unlink, move, replace])
def test_what_would_be_lost_is_not_saved(store: Store, path: Path, take_away: Callable[[Path], None]) -> None:
    """Writing and looking for what others wrote both tell it, in a sentence that says what to do."""
    put(store, "b1", "title", "Before")
    now = store.load()
    take_away(path)

    for deed in (lambda: put_again(store), store.stamp, lambda: store.set_meta("a", "b")):
        with pytest.raises(CannotWrite, match=r"north.workbench was moved, deleted or replaced .* copy your text"):
            deed()

    assert store.load() == now
    store.close()


def put_again(store: Store) -> None:
    """Write without reading first."""
    store.commit([Change("belief", "b1", "title", "Before", "After")], person="ana", at=AT, base=2)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_what_was_saved_before_goes_with_a_file_that_was_moved(store: Store, path: Path) -> None:
    """Its log is folded into it on closing, wherever it is."""
    put(store, "b1", "title", "Before")
    move(path)
    store.close()

    assert seen_by_another(path.with_name("moved.workbench")).beliefs["b1"].title == "Before"


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps an open file where it is")
def test_a_write_during_which_the_file_goes_is_not_saved(store: Store, path: Path) -> None:
    """Looked at once more at the end of the write."""
    with pytest.raises(CannotWrite, match="replaced"), store._writing():  # noqa: SLF001  # the moment between
        path.unlink()
