"""A process that is killed at any moment loses at most the edit in flight."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROUNDS = 200


@pytest.mark.slow
def test_two_hundred_killed_writers_damage_nothing_and_lose_no_acknowledged_edit(path: Path) -> None:
    """Each is killed while it opens, writes or closes; each time a new connection reads the project back."""
    seed = time.time_ns() % 10**6

    done = subprocess.run(
        [sys.executable, "-m", "tests.store.kill_while_writing", str(path), str(ROUNDS), str(seed)],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )

    actual = json.loads(done.stdout)
    assert actual["faults"] == [], f"seed {seed}"
    assert actual["killed"] == ROUNDS
    # At least every second one was killed between its edits, not before the first.
    assert actual["busy"] >= ROUNDS / 2
    assert actual["read"] >= actual["acknowledged"] >= ROUNDS / 2
