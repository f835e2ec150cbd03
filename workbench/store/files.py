"""What is checked of a file before the database touches it, so that a foreign file stays as it is."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.errors import CannotWrite, MissingFile, NotAProject
from workbench.store import sqlite, troubles


def as_path(target: str | Path) -> Path:
    """Return the path of a project file; raise NotAProject for the address of a database server."""
    if isinstance(target, str) and "://" in target:
        raise NotAProject(f"{target.split('://')[0]} addresses cannot be opened by this version; name a project file.")
    return Path(target).absolute()


def reserve(target: str | Path) -> Path:
    """Make an empty file under a free name; raise CannotWrite or MissingFile where that cannot be."""
    path = as_path(target)
    try:
        path.open("xb").close()
    except FileExistsError:
        raise CannotWrite(f"{path} exists already and was left as it is; choose another name, or open it.") from None
    except FileNotFoundError:
        raise MissingFile(f"There is no folder {path.parent}; make it first, or choose another folder.") from None
    except OSError as error:
        raise troubles.read_only(path) from error
    return path


def identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from one that takes its place; None where there is none (Windows may tell no more)."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def discard(path: Path) -> None:
    """Remove a file that was never finished, with what the database put beside it."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def existing(target: str | Path) -> Path:
    """Return the path of a file that may be a project; raise MissingFile, NotAProject, CannotWrite."""
    path = as_path(target)
    if not path.exists():
        raise MissingFile(f"There is no file {path}; check the name, or make a project with “workbench new”.")
    if path.is_dir():
        raise NotAProject(f"{path} is a folder; name the project file inside it.")
    _check_start(path)
    return path


def check_writable(path: Path) -> None:
    """Raise CannotWrite where a file or its folder is read-only: SQLite would notice at the first edit only."""
    effective = os.access in os.supports_effective_ids
    for place in (path, path.parent):
        if not os.access(place, os.W_OK, effective_ids=effective):
            raise troubles.read_only(path)


def _check_start(path: Path) -> None:
    try:
        with path.open("rb") as file:
            start = file.read(len(sqlite.MAGIC))
    except OSError as error:
        raise CannotWrite(f"{path} cannot be read; ask its owner for leave, or copy it into your folder.") from error
    if not start:
        raise NotAProject(f"{path} is empty; restore your latest backup, or make a project with “workbench new”.")
    if start != sqlite.MAGIC:
        raise NotAProject(f"{path} is not a workbench project; choose a file made by “workbench new”.")
