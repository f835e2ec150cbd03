"""``workbench standards add FILE http://...`` against a real server, with and without a terminal."""

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.standards.test_fetch import PACKAGE, V1P1, site
from tests.standards.web import serving
from workbench.cli import main
from workbench.cli.progress import progress_bar
from workbench.project import create_project, open_project


def test_a_set_is_added_from_its_address(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The set is in the project, its address is its source, and a pipe sees no bar."""
    path = tmp_path / "district.workbench"
    create_project(path, starter="blank").close()
    with serving(site({f"{V1P1}/CFPackages/doc": PACKAGE})) as server:
        address = server.at(f"{V1P1}/CFPackages/doc")
        code = main(["standards", "add", str(path), server.at(f"{V1P1}/CFPackages/doc?token=t0ken", user="ann:s3@")])

    told = capsys.readouterr()
    assert (code, told.err) == (0, "")
    assert told.out.splitlines()[:2] == [
        "Added: A set",
        f"  Read from “{address}”: 2 standards, 1 associations.",
    ]
    with open_project(path) as project:
        assert [one.source for one in project.sets.values() if one.title == "A set"] == [address]
    assert not any(secret in path.read_bytes() for secret in (b"t0ken", b"s3@"))


def test_an_address_without_encryption_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence, exit code 2, nothing added."""
    path = tmp_path / "district.workbench"
    create_project(path, starter="blank").close()

    code = main(["standards", "add", str(path), "http://203.0.113.7/x"])

    assert code == 2
    assert "is an address without encryption" in capsys.readouterr().err


def test_a_terminal_sees_a_bar() -> None:
    """On a terminal the bar grows and is wiped at the end; it never reaches what a command prints."""
    code = (
        "from workbench.cli.progress import progress_bar\n"
        "with progress_bar('Fetching') as tell:\n"
        "    tell(1048576, 2097152); tell(2097152, 2097152)\n"
        "print('done')\n"
    )
    ours, theirs = pty.openpty()
    seen = bytearray()

    def watch() -> None:
        try:
            while more := os.read(ours, 1000):
                seen.extend(more)
        except OSError:
            return

    reader = threading.Thread(target=watch)
    reader.start()
    done = subprocess.run([sys.executable, "-c", code], stderr=theirs, stdout=subprocess.PIPE, check=True, text=True)
    os.close(theirs)
    reader.join()
    os.close(ours)

    assert done.stdout == "done\n"
    assert "Fetching [###############               ]  50 %, 1.0 of 2.0 MB" in seen.decode()
    assert seen.endswith(b"\r\x1b[K")


def test_a_pipe_sees_none(capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody looks, so nothing is to be told."""
    with progress_bar("Fetching") as tell:
        assert tell is None

    assert capsys.readouterr() == ("", "")
