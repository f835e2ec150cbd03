"""The examples in docstrings are true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import workbench

MODULES = [name for _, name, _ in pkgutil.walk_packages(workbench.__path__, "workbench.") if "__main__" not in name]


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_are_true(name: str) -> None:
    """Each ``>>>`` gives what stands below it."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples() -> None:
    """The run above is not empty."""
    assert sum(doctest.testmod(importlib.import_module(name)).attempted for name in MODULES) > 0
