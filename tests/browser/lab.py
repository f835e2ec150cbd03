"""A real JupyterLab on a real project, and a real Chromium before it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import Browser, Locator, Page

from workbench.cli.open_command import lab_command, lab_variables, lay_out_rooms
from workbench.project import Project, create_project, open_project
from workbench.ui.session import FAILED

TOKEN = "rooms"  # noqa: S105  # of a server that lives as long as the test
PATIENCE = 60_000
FAILURES = f"""new MutationObserver(() => {{
  const said = document.querySelector(".wb-message")?.textContent || "";
  if (said.startsWith({FAILED.partition(",")[0]!r})) console.error(said);
}}).observe(document, {{ childList: true, subtree: true, characterData: true }})"""
"""Has a page call out whenever it tells its person that a deed failed."""
NOTEBOOKS = {
    "start": "00-start",
    "beliefs": "01-beliefs-and-portrait",
    "competencies": "02-competencies-and-indicators",
    "criteria": "03-scoring-criteria",
    "habits": "04-habits-of-work",
    "courses": "05-courses-and-pathways",
    "assessments": "06-assessments",
    "standards": "07-standards",
    "alignment": "08-alignment",
    "publish": "09-publish",
    "settings": "10-settings",
    "bring": "11-bring-in-and-change",
}


@dataclass(frozen=True)
class Lab:
    """A running JupyterLab, the project that its rooms show, and a browser."""

    url: str
    project: Path
    browser: Browser

    def open_project(self) -> Project:
        """Open the project a second time, as another person's process would."""
        return open_project(self.project, person="Joe Kim")

    def api(self, path: str, method: str = "GET", body: Any = None) -> Any:
        """Ask the server itself."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.url}/{path}", data, method=method)  # noqa: S310  # our own server
        request.add_header("Authorization", f"token {TOKEN}")
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310  # our own server
            content = answer.read()
        return json.loads(content) if content else None

    def choose_theme(self, theme: str) -> None:
        """Set JupyterLab's theme, "JupyterLab Light" or "JupyterLab Dark", as its menu does."""
        settings = "lab/api/settings/@jupyterlab/apputils-extension:themes"
        self.api(settings, "PUT", {"raw": json.dumps({"theme": theme})})

    @contextmanager
    def kernel_held(self) -> Iterator[None]:
        """Let the one kernel stand still meanwhile: it neither hears the page nor sees what others write."""
        (session,) = self.api("api/sessions")
        file = f"kernel-{session['kernel']['id']}.json"
        (kernel,) = (one for one in psutil.process_iter(["cmdline"]) if file in " ".join(one.info["cmdline"] or ()))
        kernel.suspend()
        try:
            yield
        finally:
            kernel.resume()

    def end_kernels(self) -> None:
        """Let the next page begin with a new kernel."""
        for session in self.api("api/sessions"):
            self.api(f"api/sessions/{session['id']}", "DELETE")


@contextmanager
def running_lab(folder: Path, browser: Browser) -> Iterator[Lab]:
    """Make the example project in ``folder``, lay out its rooms, and run JupyterLab on them until the end."""
    project = folder / "district.workbench"
    create_project(project, starter="example", person="Ana Ruiz").close()
    rooms = lay_out_rooms(project)
    url = f"http://127.0.0.1:{free_port()}"
    with (folder / "lab.log").open("w") as log:
        process = subprocess.Popen(
            _command(url, rooms), env=_environment(folder, project, rooms), stdout=log, stderr=log
        )
        try:
            _wait_for(f"{url}/api/status?token={TOKEN}", process, folder / "lab.log")
            yield Lab(url, project, browser)
        finally:
            process.terminate()
            process.wait(30)


def _command(url: str, rooms: Path) -> list[str]:
    port = url.rpartition(":")[2]
    options = [f"--ServerApp.port={port}", "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}"]
    return [*lab_command(rooms), *options, "--no-browser"]


def _environment(folder: Path, project: Path, rooms: Path) -> dict[str, str]:
    """Return an environment in which nothing of this machine's own Jupyter settings is read or changed."""
    own = {
        name: str(folder / name.lower())
        for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
    }
    own |= {name: str(folder / name.lower()) for name in ("JUPYTERLAB_SETTINGS_DIR", "JUPYTERLAB_WORKSPACES_DIR")}
    return {**os.environ, **own, **lab_variables(project, rooms, person="Ana Ruiz")}


def free_port() -> int:
    """Return a port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + PATIENCE / 1000
    while time.monotonic() < end and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()  # noqa: S310  # our own server
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text()[-3000:]}")


class Room:
    """A page with a room on it, in the words of the person before it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.shell = page.locator(".wb-shell")

    def pane(self, name: str) -> Locator:
        """Return a pane: header, outline, editor or findings."""
        return self.shell.locator(f".wb-{name}.wb-pane")

    def field(self, label: str) -> Locator:
        """Return the control with this label."""
        return self.pane("editor").get_by_label(label, exact=True)

    def button(self, name: str) -> Locator:
        """Return the button with this name."""
        return self.shell.get_by_role("button", name=name, exact=True)

    def node(self, name: str) -> Locator:
        """Return a row of the outline."""
        return self.pane("outline").get_by_role("treeitem").filter(has_text=name)

    def enter(self, room: str) -> None:
        """Go to another room by its button."""
        self.pane("header").get_by_role("navigation", name="Rooms").get_by_role("button", name=room).click()

    def wait_until_saved(self) -> None:
        """Wait until the head says that everything is saved."""
        self.pane("header").get_by_role("status").filter(has_text="✓ Saved").wait_for(timeout=PATIENCE)


def run_all(page: Page) -> Room:
    """Run the notebook as its text says, and return the room that appears."""
    page.locator(".jp-Notebook .jp-CodeCell").wait_for(timeout=PATIENCE)
    # Until the kernel is there the menu runs nothing.
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=PATIENCE)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    room = Room(page)
    room.pane("header").get_by_role("navigation", name="Rooms").wait_for(timeout=PATIENCE)
    return room


def open_room(lab: Lab, page: Page, room: str) -> Room:
    """Open a room's notebook in JupyterLab and run it."""
    page.goto(f"{lab.url}/doc/tree/{NOTEBOOKS[room]}.ipynb?token={TOKEN}&reset")
    return run_all(page)


def wait_until(page: Page, true: Callable[[], bool]) -> None:
    """Wait until a condition outside the page holds, while the page goes on; fail after the usual patience."""
    end = time.monotonic() + PATIENCE / 1000
    while not true():
        assert time.monotonic() < end, "the condition never came true"
        page.wait_for_timeout(200)
