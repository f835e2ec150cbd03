"""What Voila takes for the same rooms: a kernel for each person, and the page only after the notebook has run.

A page counts as there when its HTML has come whole, before any script of it ran. Voila need not be in the environment
of the workbench: its kernels run on this Python.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import httpx
import psutil

from tests.browser.lab import NOTEBOOKS, free_port
from workbench.cli.open_command import lay_out_rooms
from workbench.project import VARIABLE

SPEC = {"argv": [sys.executable, "-m", "ipykernel_launcher", "-f", "{connection_file}"], "language": "python"}
PATIENCE = 300


def voila(command: str, project: Path, people: int) -> str:
    """Return in one line how soon ``people`` have the rooms, and what that takes, with the ``command`` of Voila."""
    rooms = lay_out_rooms(project)
    spec = rooms / ".voila" / "kernels" / "python3"
    spec.mkdir(parents=True)
    (spec / "kernel.json").write_text(json.dumps({**SPEC, "display_name": "Python 3"}))
    url = f"http://127.0.0.1:{free_port()}"
    process = subprocess.Popen(
        [command, rooms, "--no-browser", f"--port={url.rpartition(':')[2]}"],
        env={**os.environ, VARIABLE: str(project), "JUPYTER_PATH": str(spec.parents[1])},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        took = asyncio.run(_pages(f"{url}/voila/render/{NOTEBOOKS['competencies']}.ipynb", url, people, process))
        own = psutil.Process(process.pid)
        memory = sum(one.memory_info().rss for one in (own, *own.children(recursive=True)))
    finally:
        process.terminate()
        process.wait(30)
    return f"Voila: {people} have their page after {took:.2f} s, {memory / people / 2**20:.0f} MiB a person"


async def _pages(page: str, url: str, people: int, process: subprocess.Popen[bytes]) -> float:
    async with httpx.AsyncClient(timeout=PATIENCE) as client:
        while process.poll() is None:
            try:
                await client.get(url)
            except httpx.ConnectError:
                await asyncio.sleep(0.1)
            else:
                break
        began = time.perf_counter()
        for answer in await asyncio.gather(*(client.get(page) for _ in range(people))):
            if "vnd.jupyter.widget-view+json" not in answer.text:
                raise RuntimeError(answer.text[-2000:])
        return time.perf_counter() - began
