"""Fixtures of the packaging tests: a fresh clone's files, and environments with nothing in them."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.packaging.clean import ROOT, clean_variables, run, tracked_files


@pytest.fixture(scope="session")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the files of a clone: no environment, nothing built, nothing exported."""
    folder = tmp_path_factory.mktemp("checkout")
    for path in tracked_files():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, folder / path)
    return folder


@pytest.fixture(scope="session")
def empty_environment(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Path]:
    """Make environments that hold pip and nothing else."""

    def make() -> Path:
        folder = tmp_path_factory.mktemp("environment")
        run([sys.executable, "-m", "venv", folder], cwd=folder, variables=clean_variables(folder))
        return folder

    return make
