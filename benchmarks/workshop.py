"""A workshop on one laptop: how soon forty people are in, how soon a text is saved and seen, what it takes.

``python -m benchmarks.workshop [--edits 1000] [--browsers 6] [--minutes 0] [--turnover 0] [--voila COMMAND]``. Clients
speak the protocol of the pages over websockets, since forty browsers on the same two cores would measure themselves;
``--browsers`` real pages look on beside them. The edits are counted in the history at the end; ``--minutes`` goes on
for as long, while ``--turnover`` readers a minute close their page and open another. Beside it stands what plain
kernels take, one for each person as in JupyterLab, and the same with Voila where its command is given.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from pathlib import Path

import httpx
import psutil
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.workshop_browsers import Looking, looking
from benchmarks.workshop_voila import voila
from workbench.model import Role
from workbench.project import create_project, open_project
from workbench.ui.panes.bundles import PANES, STATIC

PAUSES = (0.4, 1.0)
"""Seconds between two pauses in somebody's typing."""


class Person:
    """One client: a page that is open."""

    def __init__(self, base: str, code: str, thing: tuple[str, str]) -> None:
        self.base, self.code = base, code
        self.at, self.text = thing
        self.line: ClientConnection
        self.revision = 0
        self.ready = asyncio.Event()
        self.seen: dict[str, float] = {}
        self.settled: dict[int, asyncio.Future[float]] = {}
        self.bytes = 0
        self.headers: dict[str, str] = {}

    async def join(self, index: int) -> float:
        """Use the link, load the page and its files, open the line; return when everything is there."""
        async with httpx.AsyncClient(base_url=self.base) as client:
            answer = await client.post("/join", data={"code": self.code}, headers={"Origin": self.base})
            ((cookie, session),) = answer.cookies.items()
            for path in ("/", "/static/rooms.css", "/static/host.js", *(f"/static/panes/{one.name}" for one in FILES)):
                (await client.get(path, cookies={cookie: session})).raise_for_status()
        self.headers = {"Cookie": f"{cookie}={session}"}
        await self.open(index)
        return time.perf_counter()

    async def open(self, index: int) -> None:
        """Open the line of a page; return when everything is there."""
        self.ready.clear()
        address = f"{self.base.replace('http', 'ws')}/live?page={index:016x}&room=competencies&at={self.at}"
        self.line = await connect(address, origin=self.base, additional_headers=self.headers, max_size=None)  # type: ignore[arg-type]  # its Origin
        self.listening = asyncio.create_task(self._listen())
        await self.ready.wait()

    async def _listen(self) -> None:
        panes: set[str] = set()
        async for text in self.line:
            now = time.perf_counter()
            if isinstance(text, bytes):
                continue
            self.bytes += len(text)
            for tag in re.findall(r"#\d+#", text):
                self.seen.setdefault(tag, now)
            said = json.loads(text)
            for name, steps in said.get("patch", {}).items():
                panes.add(name)
                self.revision = next((step[1] for step in steps if step[0] == ["revision"]), self.revision)
            if panes >= set(PANES):
                self.ready.set()
            told = said.get("answer", {}).get("settled")
            if told and told["n"] in self.settled:
                waiting = self.settled.pop(told["n"])
                if "revision" in told:
                    waiting.set_result(now)
                else:
                    waiting.set_exception(RuntimeError(f"not saved: {told}"))

    async def write(self, number: int, old: str) -> tuple[str, float, float]:
        """Save one text; return it, when it was sent and when it was saved."""
        value = f"Explain how living things and their places change together #{number}#"
        self.settled[number] = asyncio.get_running_loop().create_future()
        wish = {"id": self.at, "field": "statement", "value": value, "old": old, "base": self.revision, "n": number}
        waits = self.settled[number]
        sent = time.perf_counter()
        await self.line.send(
            json.dumps({"pane": "editor", "message": {"edit": {"key": f"{self.at}/statement", **wish}}})
        )
        return value, sent, await waits


FILES = sorted(STATIC.glob("*.js"))


async def workshop(
    base: str,
    codes: tuple[list[str], list[str]],
    things: list[tuple[str, str]],
    given: argparse.Namespace,
    server: psutil.Process,
    meanwhile: Callable[[], Coroutine[None, None, None]],
) -> None:
    """Run one workshop, for clients by the first ``codes`` and pages by the others; print what was measured."""
    (clients, onlookers), writers, edits = codes, given.writers, given.edits
    before = server.memory_info().rss
    people = [Person(base, code, things[index % writers]) for index, code in enumerate(clients)]
    first = Person(base, clients[0], things[0])
    await first.join(10**6)
    one = server.memory_info().rss
    await first.line.close()
    began = time.perf_counter()
    ready = await asyncio.gather(*(person.join(index) for index, person in enumerate(people)))
    middle, last = statistics.median(ready) - began, max(ready) - began
    print(f"joined: all {len(people)} ready after {last:.2f} s (median {middle:.2f})")
    alone, full = one / 2**20, server.memory_info().rss / 2**20
    each = (full - alone) / (len(people) - 1)
    print(f"memory: {before / 2**20:.0f} MiB before, {alone:.0f} with one, {full:.0f} with all, {each:.2f} a person")
    async with looking(base, onlookers, [at for at, _ in things]) as pages:
        marks = await _edits("edits", people, writers, edits, server, offset=0)
        if onlookers:
            await _on_pages(pages, marks)
    background = asyncio.create_task(meanwhile())
    await _edits("edits while publishing and checking", people, writers, edits // 4, server, offset=edits)
    background.cancel()
    for minute in range(given.minutes):
        # What memory an hour of edits leaves behind; twelve people make some 840 of them a minute.
        typed = _edits(f"minute {minute + 1}", people, writers, 840, server, offset=10**6 + 840 * minute)
        await asyncio.gather(typed, _turnover(people[writers:], given.turnover, 10**7 + given.turnover * minute))
        print(f"  memory {server.memory_info().rss / 2**20:.0f} MiB")
    print(f"sent to each person: {statistics.median(one.bytes for one in people) / 1024:.0f} KiB")
    for person in people:
        await person.line.close()


async def _turnover(readers: list[Person], turns: int, offset: int) -> None:
    """Have readers close their page and open another, evenly over most of a minute."""
    for turn in range(turns):
        await asyncio.sleep(50 / turns)
        person = readers[(offset + turn) % len(readers)]
        await person.line.close()
        await person.open(offset + turn)


async def _edits(
    label: str, people: list[Person], writers: int, edits: int, server: psutil.Process, *, offset: int
) -> dict[str, tuple[int, float]]:
    """Have everybody write; return who saved each numbered text, and when."""
    saved: list[float] = []
    marks: dict[str, tuple[int, float]] = {}
    chance = random.Random(7)  # noqa: S311  # pauses in typing

    async def type_on(index: int) -> None:
        person = people[index]
        old = person.text
        for number in range(offset + index, offset + edits, writers):
            await asyncio.sleep(chance.uniform(*PAUSES))
            old, sent, done = await person.write(number, old)
            person.text = old
            saved.append(done - sent)
            marks[f"#{number}#"] = (index, done)

    cpu = sum(server.cpu_times()[:2])
    began = time.perf_counter()
    await asyncio.gather(*(type_on(index) for index in range(writers)))
    took = time.perf_counter() - began
    await asyncio.sleep(1)
    seen = [
        person.seen[tag] - done
        for tag, (writer, done) in marks.items()
        for index, person in enumerate(people)
        if index != writer and index % writers == writer and tag in person.seen
    ]
    asked = sum(
        1
        for writer, _ in marks.values()
        for index in range(len(people))
        if index != writer and index % writers == writer
    )
    busy = (sum(server.cpu_times()[:2]) - cpu) / took
    print(f"{label}: {len(saved)} in {took:.0f} s, server {100 * busy:.0f} % of a core")
    print(f"  pause to saved: {_shares(saved)}")
    print(f"  saved to seen:  {_shares(seen)} ({len(seen)} of {asked} seen one by one; the others with a later one)")
    return marks


async def _on_pages(pages: Looking, marks: dict[str, tuple[int, float]]) -> None:
    since = time.time() - time.perf_counter()
    seen = [
        when / 1000 - since - marks[tag][1]
        for index, found in enumerate(await pages.seen())
        for tag, when in found.items()
        if tag in marks and marks[tag][0] == index
    ]
    print(f"  on {len(pages.pages)} pages of Chromium: {_shares(seen)} ({len(seen)} texts, {len(pages.errors)} errors)")


def _shares(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    return ", ".join(
        f"{name} {1000 * ordered[int(share * (len(ordered) - 1))]:.0f} ms"
        for name, share in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))
    )


def main() -> None:
    """Run a workshop on the example."""
    asked = argparse.ArgumentParser(description=__doc__)
    for name, usual in (
        ("edits", 1000),
        ("people", 40),
        ("writers", 12),
        ("minutes", 0),
        ("turnover", 0),
        ("kernels", 5),
        ("browsers", 0),
    ):
        asked.add_argument(f"--{name}", type=int, default=usual)
    asked.add_argument("--voila", metavar="COMMAND", help="the command of a Voila to look at beside it")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "workshop.workbench"
        with create_project(path) as project:
            codes = [
                code
                for _, code in project.members.invite_all(
                    [f"Person {one}" for one in range(given.people + given.browsers)], Role.DRAFTER
                )
            ]
            things = [(one.id, one.statement) for one in project.framework.indicators.values()][: given.writers]
        if given.kernels:
            kernels(path, given.kernels)
        if given.kernels and given.voila:
            print(voila(given.voila, path, given.kernels))
        server = subprocess.Popen(
            [sys.executable, "-m", "workbench.cli", "serve", str(path), "--port", "0", "--host", "127.0.0.1"],
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            base = next(found[0] for line in server.stdout or () if (found := re.search(r"http://127.0.0.1:\d+", line)))
            wait_for(base)

            async def meanwhile() -> None:
                publishes = ("workbench.project.apart", str(path), f"{folder}/out", "pdf", "xlsx")
                for module in itertools.cycle((publishes, ("workbench.cli", "check", str(path), "--drafts"))):
                    run = await asyncio.create_subprocess_exec(
                        *(sys.executable, "-m", *module), stdout=subprocess.DEVNULL
                    )
                    try:
                        await run.wait()
                    finally:
                        if run.returncode is None:
                            run.kill()

            process = psutil.Process(server.pid)
            shared = codes[: given.people], codes[given.people :]
            asyncio.run(workshop(base, shared, things, given, process, meanwhile))
        finally:
            server.terminate()
            server.wait(10)
        with open_project(path) as project:
            made = given.edits + given.edits // 4 + 840 * given.minutes
            history = project.history(limit=10 * made)
            kept = {number for entry in history for number in re.findall(r"#\d+#", str(entry.change.new))}
            print(f"in the history: {len(kept)} of {made} edits")


def kernels(path: Path, count: int) -> None:
    """Print how long some people wait for the rooms, and what they take, with a kernel each."""
    from jupyter_client.manager import KernelManager

    os.environ["WORKBENCH_PROJECT"] = str(path)
    managers = [KernelManager() for _ in range(count)]
    began = time.perf_counter()
    for one in managers:
        one.start_kernel(stderr=subprocess.DEVNULL)
    clients = [one.blocking_client() for one in managers]
    for client in clients:
        client.start_channels()
        client.wait_for_ready()
        client.execute("from workbench import show; room = show('competencies')")
    for client in clients:
        while client.get_shell_msg(timeout=120)["msg_type"] != "execute_reply":
            pass
    took = time.perf_counter() - began
    memory = [psutil.Process(one.provisioner.pid).memory_info().rss for one in managers]  # type: ignore[union-attr]  # they run
    print(f"a kernel each: {count} ready after {took:.2f} s, {statistics.median(memory) / 2**20:.0f} MiB a person")
    for one in managers:
        one.shutdown_kernel(now=True)


def wait_for(base: str) -> None:
    """Wait until the server answers."""
    while True:
        try:
            httpx.get(f"{base}/join")
        except httpx.ConnectError:
            time.sleep(0.1)
        else:
            return


if __name__ == "__main__":
    main()
