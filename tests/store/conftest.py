"""A small project, open in the store."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.made import begin
from workbench.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return the name of the project file."""
    return tmp_path / "north.workbench"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    """Give the small project at revision 1."""
    with begin(path) as made:
        yield made
