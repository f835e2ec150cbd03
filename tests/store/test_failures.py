"""Whatever goes wrong is told in one sentence, and the project stays as it was."""

import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.store.made import all_sets, begin, put, seen_by_another
from workbench.errors import CannotWrite, MissingFile, NewerProject, NotAProject, WorkbenchError
from workbench.store import Store

NOBODY = 65534


def one_sentence(error: pytest.ExceptionInfo[WorkbenchError], *words: str) -> None:
    """Assert that the error is one sentence without jargon, with these words in it."""
    text = str(error.value)
    assert text.endswith(".")
    assert "\n" not in text
    assert not any(word in text.lower() for word in ("sqlite", "traceback", "errno", "exception", "pragma"))
    assert [word for word in words if word not in text] == []


def make_bad(kind: str, place: Path) -> None:
    """Put something at ``place`` that is no project."""
    match kind:
        case "a folder":
            place.mkdir()
        case "an empty file":
            place.touch()
        case "a text":
            place.write_text("Minutes of the meeting, 23 November")
        case "another program's database":
            with closing(sqlite3.connect(place)) as raw:
                raw.execute("CREATE TABLE bookmarks (url TEXT)")
        case "a database in its log only":
            with closing(sqlite3.connect(place)) as raw:
                raw.execute("PRAGMA journal_mode = WAL")
                raw.execute("CREATE TABLE bookmarks (url TEXT)")
        case "the first bytes of a project":
            begin(place).close()
            place.write_bytes(place.read_bytes()[:50])


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("a folder", "is a folder"),
        ("an empty file", "is empty"),
        ("a text", "is not a workbench project"),
        ("another program's database", "a database of another program"),
        ("a database in its log only", "a database of another program"),
        ("the first bytes of a project", "is damaged"),
    ],
)
def test_what_is_no_project_is_told_and_left_alone(tmp_path: Path, kind: str, words: str) -> None:
    """The file keeps every byte, and nothing appears beside it."""
    place = tmp_path / "thing.workbench"
    make_bad(kind, place)
    before = None if place.is_dir() else place.read_bytes()

    with pytest.raises(NotAProject) as caught:
        Store.open(place)

    one_sentence(caught, "thing.workbench", words)
    assert [one.name for one in tmp_path.iterdir()] == ["thing.workbench"]
    assert (None if place.is_dir() else place.read_bytes()) == before


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    """Opening makes nothing."""
    with pytest.raises(MissingFile) as caught:
        Store.open(tmp_path / "north.workbench")

    one_sentence(caught, "There is no file", "north.workbench", "workbench new")
    assert list(tmp_path.iterdir()) == []


def test_a_server_address_is_told_apart_from_a_file() -> None:
    """This version has no database server; its address is not shown, since it may hold a password."""
    with pytest.raises(NotAProject) as caught:
        Store.open("postgresql://ana:secret@server/north")

    one_sentence(caught, "postgresql", "name a project file")
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "error", "words"),
    [
        ("taken.txt", CannotWrite, "exists already and was left as it is"),
        ("nowhere/north.workbench", MissingFile, "There is no folder"),
        ("taken.txt/north.workbench", CannotWrite, "cannot be written to"),
    ],
)
def test_a_project_is_made_under_a_free_name_only(
    tmp_path: Path, name: str, error: type[WorkbenchError], words: str
) -> None:
    """What is there stays."""
    (tmp_path / "taken.txt").write_text("minutes")

    with pytest.raises(error) as caught:
        Store.create(tmp_path / name)

    one_sentence(caught, words)
    assert (tmp_path / "taken.txt").read_text() == "minutes"
    assert [one.name for one in tmp_path.iterdir()] == ["taken.txt"]


@pytest.mark.parametrize("page", [1, 2, 5, 10])
def test_a_damaged_file_is_told_when_it_is_read(path: Path, store: Store, page: int) -> None:
    """Pages overwritten inside: reading everything ends in a sentence, or in what was kept, never in nonsense."""
    expected = store.load()
    store.close()
    content = bytearray(path.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = b"\xa5" * 4096
    path.write_bytes(content)

    try:
        with Store.open(path) as again:
            actual = again.load() if again.history() and all_sets(again) == () else None
    except NotAProject as error:
        told = str(error)
    else:
        told = "is damaged and was left as it is" if actual == expected else ""

    assert "is damaged and was left as it is" in told


def test_content_that_is_no_json_is_damage(path: Path, store: Store) -> None:
    """A file that another program wrote into is told as damaged."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE thing SET data = '{\"id\": ' WHERE id = 'b1'")

    with pytest.raises(NotAProject) as caught:
        store.load()

    one_sentence(caught, "is damaged")


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE thing SET data = \'{"id": "b1", "mood": "glad"}\' WHERE id = \'b1\'',
        "UPDATE thing SET kind = 'mood' WHERE id = 'b1'",
    ],
)
def test_parts_of_a_later_version_are_not_taken_for_nothing(path: Path, store: Store, statement: str) -> None:
    """A field or kind that this version does not know is told, not dropped."""
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute(statement)

    with pytest.raises(NewerProject) as caught:
        store.load()

    one_sentence(caught, "does not know", "install the latest version")


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Be somebody whom file permissions bind."""
    if os.geteuid():
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """Return a folder that every user of this machine may enter."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


@pytest.mark.parametrize("what", ["file", "folder", "both"])
def test_what_is_read_only_is_told_when_it_is_opened(shared_folder: Path, what: str) -> None:
    """Not at the first edit, which would be lost."""
    place = shared_folder / "north.workbench"
    begin(place).close()
    before = place.read_bytes()
    place.chmod(0o444 if what in ("file", "both") else 0o666)
    shared_folder.chmod(0o555 if what in ("folder", "both") else 0o777)

    with as_ordinary_user(), pytest.raises(CannotWrite) as caught:
        Store.open(place)

    one_sentence(caught, "north.workbench", "cannot be written to", "into a folder of your own")
    assert place.read_bytes() == before


def test_what_may_not_be_read_is_told(shared_folder: Path) -> None:
    """Somebody else's private file."""
    place = shared_folder / "north.workbench"
    begin(place).close()
    place.chmod(0o000)

    with as_ordinary_user(), pytest.raises(CannotWrite) as caught:
        Store.open(place)

    one_sentence(caught, "north.workbench", "cannot be read")


def test_a_project_is_not_made_in_a_read_only_folder(shared_folder: Path) -> None:
    """Nothing is left there."""
    shared_folder.chmod(0o555)

    with as_ordinary_user(), pytest.raises(CannotWrite) as caught:
        Store.create(shared_folder / "north.workbench")

    one_sentence(caught, "north.workbench", "cannot be written to")
    assert list(shared_folder.iterdir()) == []


HOLD = """
import sqlite3, sys
raw = sqlite3.connect(sys.argv[1], isolation_level=None)
raw.execute("BEGIN IMMEDIATE")
raw.execute("DELETE FROM thing")
print("held", flush=True)
sys.stdin.read()
"""


def test_a_file_held_by_another_program_is_told(path: Path, store: Store) -> None:
    """Reading goes on, an edit waits for its patience and is then refused; once free, it goes through."""
    store.close()
    with Store.open(path, patience=0.3) as impatient:
        before = impatient.load()
        with subprocess.Popen(
            [sys.executable, "-c", HOLD, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as holder:
            assert holder.stdout is not None
            assert holder.stdout.readline() == "held\n"
            with pytest.raises(CannotWrite) as caught:
                put(impatient, "b1", "title", "Making")
            assert impatient.load() == before
            holder.communicate()

        put(impatient, "b1", "title", "Making")

    one_sentence(caught, "north.workbench", "is held by another program")
    assert seen_by_another(path).beliefs["b1"].title == "Making"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a folder on a real disk of 800 kB, which takes leave to mount one."""
    folder = tmp_path / "small"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=800k", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, check=False)
    if mounted.returncode:
        pytest.skip("this user may not mount a small disk; the limit on file sizes is tested below")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(folder: Path) -> None:
    """Leave no room in a folder."""
    with (folder / "filling").open("wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError:
            pass


def test_an_edit_on_a_full_disk_is_told_and_nothing_is_lost(small_disk: Path) -> None:
    """The edit is refused, what was there is there, and with room made the same edit goes through."""
    place = small_disk / "north.workbench"
    with begin(place) as store:
        fill(small_disk)
        before = store.load()
        with pytest.raises(CannotWrite) as caught:
            put(store, "b1", "statement", "long words " * 50_000)
        assert store.load() == before
        (small_disk / "filling").unlink()
        put(store, "b1", "title", "With room")

    one_sentence(caught, "north.workbench", "is full", "make room")
    assert seen_by_another(place).beliefs["b1"].title == "With room"


def test_a_full_disk_takes_no_new_project_and_no_backup(small_disk: Path, store: Store) -> None:
    """Half a file is not left behind."""
    fill(small_disk)
    with pytest.raises(CannotWrite) as making:
        Store.create(small_disk / "new.workbench")
    with pytest.raises(CannotWrite) as copying:
        store.backup(small_disk / "copy.workbench")

    one_sentence(making, "new.workbench", "is full")
    one_sentence(copying, "copy.workbench", "is full")
    assert [one.name for one in small_disk.iterdir()] == ["filling"]


LIMITED = """
import resource, sys
from tests.store.made import put
from workbench.errors import CannotWrite
from workbench.store import Store
store = Store.open(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
done = 0
try:
    for number in range(1000):
        put(store, "b1", "statement", f"{number} " * 500)
        done = number
except CannotWrite as error:
    print(done)
    print(error)
"""


def test_a_disk_that_refuses_is_told_and_nothing_is_lost(path: Path, store: Store) -> None:
    """With a limit on the size of files: the last edit that was accepted is there."""
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
    assert seen_by_another(path).beliefs["b1"].statement == f"{number} " * 500
