"""A backup is a whole project; a restore overwrites nothing."""

import threading
from pathlib import Path

import pytest

from tests.store.made import AT, put, seen_by_another
from workbench.errors import CannotWrite, MissingFile, NotAProject, WorkbenchError
from workbench.store import Store, restore


def names(folder: Path) -> list[str]:
    """Return the names in a folder, sorted."""
    return sorted(one.name for one in folder.iterdir())


def test_a_backup_is_the_project_as_it_is_now(store: Store, path: Path, tmp_path: Path) -> None:
    """Made while the project is open, log not yet folded; one file; the original goes on."""
    put(store, "b1", "title", "Making")
    (tmp_path / "kept").mkdir()

    made = store.backup(tmp_path / "kept" / "copy.workbench")
    put(store, "b1", "title", "Later")

    assert names(tmp_path / "kept") == ["copy.workbench"]
    with Store.open(made) as copy:
        assert copy.load().framework.beliefs["b1"].title == "Making"
        assert [entry.revision for entry in copy.history(things=["b1"], field="title")] == [2, 1]
        assert copy.undo(person="ana", at=AT) is not None
    assert seen_by_another(path).beliefs["b1"].title == "Later"


def test_a_backup_is_sound_while_others_write(store: Store, path: Path, tmp_path: Path) -> None:
    """Whatever is being written, each copy opens and is one of the project's revisions."""
    stop = threading.Event()

    def write() -> None:
        with Store.open(path) as other:
            number = 0
            while not stop.is_set():
                number += 1
                put(other, "b1", "title", f"title {number}")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [store.backup(tmp_path / f"copy-{number}.workbench") for number in range(5)]
    finally:
        stop.set()
        writer.join()

    for copy in copies:
        with Store.open(copy) as made:
            snapshot = made.load()
            assert snapshot.framework == store.as_of(snapshot.revision)


def test_a_restored_project_is_the_backup(store: Store, tmp_path: Path) -> None:
    """Restoring makes a project that can be worked in, and leaves the backup as it was."""
    backup = store.backup(tmp_path / "copy.workbench")
    before = backup.read_bytes()

    made = restore(backup, tmp_path / "again.workbench")

    assert seen_by_another(made) == store.load().framework
    with Store.open(made) as again:
        put(again, "b1", "title", "Back")
    assert backup.read_bytes() == before
    assert names(tmp_path) == ["again.workbench", "copy.workbench", *names_of_open(store)]


def names_of_open(store: Store) -> list[str]:
    """Return the names of an open project's files."""
    return [f"{store.path.name}{suffix}" for suffix in ("", "-shm", "-wal")]


@pytest.mark.parametrize("what", ["backup", "restore"])
def test_nothing_is_overwritten(store: Store, tmp_path: Path, what: str) -> None:
    """A file that is there stays as it is, whatever it is."""
    taken = tmp_path / "taken.txt"
    taken.write_text("minutes of the meeting")
    backup = store.backup(tmp_path / "copy.workbench")
    before = names(tmp_path)

    with pytest.raises(CannotWrite, match=r"taken\.txt exists already and was left as it is"):
        store.backup(taken) if what == "backup" else restore(backup, taken)

    assert taken.read_text() == "minutes of the meeting"
    assert names(tmp_path) == before


def test_a_project_is_no_backup_of_itself(store: Store, path: Path) -> None:
    """Writing a backup over the project is refused."""
    with pytest.raises(CannotWrite):
        store.backup(path)

    assert seen_by_another(path) == store.load().framework


def test_a_backup_into_no_folder_is_refused(store: Store, tmp_path: Path) -> None:
    """The sentence names the folder."""
    with pytest.raises(MissingFile, match=r"There is no folder .*nowhere"):
        store.backup(tmp_path / "nowhere" / "copy.workbench")


@pytest.mark.parametrize("bad", ["missing", "text", "cut short", "overwritten inside"])
def test_what_is_no_sound_project_is_not_restored(store: Store, tmp_path: Path, bad: str) -> None:
    """A bad backup is told in a sentence, and no file is left behind."""
    backup = store.backup(tmp_path / "copy.workbench")
    content = backup.read_bytes()
    match bad:
        case "missing":
            backup.unlink()
        case "text":
            backup.write_text("not a project")
        case "cut short":
            backup.write_bytes(content[: len(content) // 2])
        case _:
            backup.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))
    before = names(tmp_path)

    with pytest.raises((MissingFile, NotAProject)) as caught:
        restore(backup, tmp_path / "again.workbench")

    assert isinstance(caught.value, WorkbenchError)
    assert "copy.workbench" in str(caught.value)
    assert names(tmp_path) == before


def test_a_closed_project_is_one_file_that_can_be_mailed(store: Store, path: Path, tmp_path: Path) -> None:
    """After a clean close a plain copy of the one file has everything."""
    put(store, "b1", "title", "Making")
    store.close()
    assert names(tmp_path) == ["north.workbench"]

    (tmp_path / "mailed.workbench").write_bytes(path.read_bytes())

    assert seen_by_another(tmp_path / "mailed.workbench").beliefs["b1"].title == "Making"
