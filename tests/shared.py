"""Where tests find the real files that lie beside the repository and are not part of it."""

import os
from pathlib import Path

import pytest

_FOLDER = Path(__file__).resolve().parents[2] / "shared" / "data"


def shared_file(relative: str) -> Path:
    """Return ``../shared/data/<relative>``, or leave the test out where that folder is missing.

    Args:
        relative: Path below the folder, for example ``case/sb_dok_levels.json``.

    Where the variable ``CI`` is ``true`` the folder is part of the machine, so there its absence fails the
    test. A folder that is here and lacks the file always fails it: that is a wrong name, not a missing folder.
    """
    if not _FOLDER.is_dir():
        reason = "real files in ../shared are not here"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    path = _FOLDER / relative
    if not path.is_file():
        pytest.fail(f"../shared/data has no file {relative}")
    return path
