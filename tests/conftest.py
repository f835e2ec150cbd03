"""Settings that every test runs under."""

import os

import pytest
from hypothesis import settings

# Two cores are shared with browsers and builds, so no example is judged by the clock.
settings.register_profile("dev", deadline=None)
# The same examples in every run: a red build can be repeated.
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if "CI" in os.environ else "dev")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start the slow tests first, so that no core waits for one of them at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
