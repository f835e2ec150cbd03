"""Writing publications: whole or not at all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.publish.small import small_publication
from workbench.errors import CannotWrite, UnknownName
from workbench.publish import publish, write_files

FULL = """
import resource, signal, sys
from pathlib import Path
from workbench.publish import write_files

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_files(Path(sys.argv[1]), {"a.txt": b"new", "b.txt": b"x" * 5000})
except Exception as error:
    print(type(error).__name__, error)
"""


def test_publish_writes_each_format_once(tmp_path: Path) -> None:
    """The files come back in the order asked for, in a folder that was not there."""
    files = publish(small_publication(), tmp_path / "new" / "folder", ["html", "pdf", "html"])

    assert [path.name for path in files] == ["framework.html", "framework.pdf"]
    assert sorted(path.name for path in (tmp_path / "new" / "folder").iterdir()) == ["framework.html", "framework.pdf"]


def test_unknown_format_lists_formats_and_writes_nothing(tmp_path: Path) -> None:
    """A wrong name gets the names there are; not even the folder is made."""
    with pytest.raises(UnknownName, match=r"There is no format “docx”\. Choose from: .*pdf"):
        publish(small_publication(), tmp_path / "out", ["html", "docx"])

    assert not (tmp_path / "out").exists()


def test_file_in_place_of_the_folder_is_said_in_a_sentence(tmp_path: Path) -> None:
    """Where the folder's name is taken by a file, the sentence says so and what to do."""
    (tmp_path / "taken").write_text("mine")

    with pytest.raises(CannotWrite, match=r"taken”: a file has its name\. Choose another folder\.$"):
        write_files(tmp_path / "taken", {"a.txt": b"a"})

    assert (tmp_path / "taken").read_text() == "mine"


def test_machine_that_takes_no_more_leaves_the_last_publication(tmp_path: Path) -> None:
    """Where the machine refuses to write on, old files stay, whole, and no half file is left."""
    (tmp_path / "a.txt").write_bytes(b"old")

    said = subprocess.run(
        [sys.executable, "-c", FULL, str(tmp_path)],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).parents[2],
    ).stdout

    assert said.startswith("CannotWrite Nothing was written into")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"old"}


def test_published_files_can_be_read_by_others(tmp_path: Path) -> None:
    """A file made through a temporary one has the rights of an ordinary file."""
    (path,) = write_files(tmp_path, {"a.txt": b"a"})

    assert path.stat().st_mode & 0o777 == 0o644
