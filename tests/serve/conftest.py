"""A served project for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.serve.served import Served, made_project, serving
from workbench.project import Project


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """Open a small project as its facilitator."""
    with made_project(tmp_path) as made:
        yield made


@pytest.fixture
def served(project: Project) -> Iterator[Served]:
    """Serve it."""
    with serving(project) as running:
        yield running
