"""Where ``standards_data/`` and ``notebooks/`` lie: inside an installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path

from workbench.errors import MissingFile

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """Return the folder "standards_data" or "notebooks"; raise MissingFile where the installation lost it."""
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise MissingFile(f"The folder “{name}” is missing from this installation of the workbench. Install it again.")
