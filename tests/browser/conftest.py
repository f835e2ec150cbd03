"""One JupyterLab for all browser tests of a process, a new page and a new kernel for each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.lab import FAILURES, PATIENCE, Lab, running_lab
from tests.serve.served import Served, serving
from workbench.project import create_project


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what is here."""
    for item in items:
        if isinstance(item, pytest.Function) and item.path.parent == Path(__file__).parent:
            item.add_marker("browser")
            item.add_marker("slow")


@pytest.fixture(scope="session")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """Run JupyterLab on the example project."""
    with running_lab(tmp_path_factory.mktemp("lab"), browser) as running:
        yield running


@pytest.fixture(scope="session")
def kept(lab: Lab) -> Iterator[BrowserContext]:
    """Keep what a browser loaded: JupyterLab's own files are large, and the same for every test."""
    context = lab.browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(lab: Lab, kept: BrowserContext) -> Iterator[Page]:
    """Open a page that fails the test when a script or a deed fails, or another host is asked for anything."""
    lab.end_kernels()
    found = kept.new_page()
    found.goto(f"{lab.url}/api")
    found.evaluate("localStorage.clear()")
    found.set_default_timeout(PATIENCE / 2)
    faults: list[str] = []
    found.add_init_script(FAILURES)
    found.on("console", lambda said: faults.append(said.text) if said.text.startswith("Something failed") else None)
    found.on("pageerror", lambda error: faults.append(str(error)))
    found.on("request", lambda request: None if _ours(request.url, lab.url) else faults.append(request.url))
    yield found
    if not found.is_closed():
        found.close()
    assert faults == []


def _ours(url: str, home: str) -> bool:
    return url.startswith((home, home.replace("http", "ws", 1), "data:", "blob:"))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Serve the example project."""
    file = tmp_path_factory.mktemp("served") / "district.workbench"
    with create_project(file, starter="example", person="Ana Ruiz") as project, serving(project) as running:
        yield running
