"""`workbench serve` as a person runs it: started, used, stopped; and what it says of what cannot be."""

from __future__ import annotations

import platform
import signal
import socket
import sqlite3
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.serve.command import started
from tests.serve.served import Peer, made_project
from workbench.cli import main
from workbench.project import open_project
from workbench.serve.running import LOCAL, Listening


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the file of a project that is closed."""
    with made_project(tmp_path) as project:
        return project.path


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_by_the_link_that_it_prints_and_stops_when_told(file: Path, told: signal.Signals) -> None:
    """An open page is no reason to wait; what was saved is in the one file, and nothing is said of faults."""
    with started(file, "--host", LOCAL, "--port", "0") as (process, link), ExitStack() as ends:
        url, _, code = link.partition("/join#")
        ana = ends.enter_context(Peer(url, ends, None))
        assert ana.join(code).status_code == 303
        assert ana.get("/people").status_code == 200
        line = ana.line().shown()
        line.edit("b1", "title", "Saved", old="Belief 1")
        line.settled()
        begun = time.monotonic()
        process.send_signal(told)
        assert process.wait(20) == 0
        assert time.monotonic() - begun < 5
        assert process.stderr
        assert process.stderr.read() == ""
    assert sorted(one.name for one in file.parent.iterdir()) == [file.name]
    with sqlite3.connect(file) as connection:
        assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    connection.close()
    with open_project(file) as project:
        assert project.framework.get("b1").name == "Saved"


@pytest.mark.slow
@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="Only glibc gives each thread memory of its own.")
def test_its_threads_take_memory_from_one_place(file: Path) -> None:
    """Glibc would map 64 MiB at a multiple of that for each of them, and keep what one of them has let go of."""
    with started(file, "--host", LOCAL, "--port", "0") as (process, link), ExitStack() as ends:
        url, _, code = link.partition("/join#")
        ana = ends.enter_context(Peer(url, ends, None))
        assert ana.join(code).status_code == 303
        line = ana.line().shown()
        line.edit("b1", "title", "Saved", old="Belief 1")
        line.settled()
        maps = [row.split() for row in Path(f"/proc/{process.pid}/maps").read_text().splitlines()]
        anonymous = [row[0].split("-")[0] for row in maps if len(row) == 5 and row[1] == "rw-p"]
        assert anonymous
        assert [one for one in anonymous if int(one, 16) % (64 * 2**20) == 0] == []


@pytest.mark.slow
def test_an_encrypted_server_says_its_fingerprint(file: Path) -> None:
    """The certificate stands beside the project, and the link begins with https."""
    with started(file, "--host", LOCAL, "--port", "0", "--tls") as (process, link):
        assert link.startswith(f"https://{LOCAL}:")
        assert (file.with_name(f"{file.stem} certificate") / "key.pem").is_file()
        assert process.poll() is None


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run the command in vain; return the one sentence that it says."""
    capsys.readouterr()
    assert main(["serve", *arguments]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("workbench: ")
    assert said.err.count("\n") == 1
    return said.err


def test_a_taken_port(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Says so, with the way out."""
    with socket.create_server((LOCAL, 0)) as other:
        port = str(other.getsockname()[1])
        for host in (LOCAL, "0.0.0.0"):  # noqa: S104  # as people ask for it
            said = refused(capsys, str(file), "--host", host, "--port", port)
            assert port in said
            assert "Choose another port with --port" in said


@pytest.mark.parametrize("port", ["99999", "65536", "-1"])
def test_a_port_that_there_is_not(file: Path, capsys: pytest.CaptureFixture[str], port: str) -> None:
    """Says which there are."""
    assert f"There is no port {port}. Choose one from 1 to 65535" in refused(capsys, str(file), f"--port={port}")


@pytest.mark.parametrize("host", ["no.such.host.invalid", "a..b", "x" * 70, "203.0.113.7", "999.1.1.1"])
def test_a_host_that_there_is_not(file: Path, capsys: pytest.CaptureFixture[str], host: str) -> None:
    """Says that it is the address, not the port."""
    said = refused(capsys, str(file), "--host", host, "--port", "0")
    assert f"This machine has no address “{host}”" in said


@pytest.mark.parametrize("arguments", [["{folder}/none.workbench"], ["{file}", "--root", "workbench"]])
def test_what_cannot_be_served(file: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    """No such file; a path without its slash."""
    refused(capsys, *(one.format(folder=file.parent, file=file) for one in arguments))


@pytest.mark.parametrize(
    ("host", "port", "expected"),
    [
        ("192.168.0.7", 8765, "http://192.168.0.7:8765"),
        ("::1", 8765, "http://[::1]:8765"),
        ("a.example", 80, "http://a.example"),
    ],
)
def test_addresses_are_written_as_browsers_take_them(host: str, port: int, expected: str) -> None:
    """Brackets around the newer kind of address, no usual port."""
    assert Listening(host=host, port=port).addresses == (expected,)
