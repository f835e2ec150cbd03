"""Opening reads without the engine; what a program left behind is folded all the same."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.made import put
from workbench.errors import BadEdit
from workbench.store import Store


def test_a_project_that_was_only_opened_is_left_as_one_whole_file(store: Store, path: Path, tmp_path: Path) -> None:
    """The log that a killed program left is in the file after opening and closing, and not beside it."""
    put(store, "b1", "title", "Making")
    left = tmp_path / "left"
    left.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{path}{suffix}", left / f"{path.name}{suffix}")

    with Store.open(left / path.name) as again:
        belief = again.load().framework.beliefs["b1"]

    assert belief.title == "Making"
    assert [one.name for one in left.iterdir()] == [path.name]
    with closing(sqlite3.connect(left / path.name)) as raw:
        assert raw.execute("SELECT count(*) FROM change_set").fetchone() == (2,)


def test_what_others_write_is_read_while_a_project_was_only_opened(store: Store, path: Path) -> None:
    """Each reading sees the file as it then is."""
    with Store.open(path) as other:
        before = other.load().revision
        put(store, "b1", "title", "Making")
        after = other.load()

    assert (before, after.revision) == (1, 2)
    assert after.framework.beliefs["b1"].title == "Making"


def test_a_name_that_cannot_be_stored_is_refused_before_anybody_is_known(store: Store) -> None:
    """The sentence says what to do."""
    with pytest.raises(BadEdit, match="type it again"):
        store.person("\ud800")
