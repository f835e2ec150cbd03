"""Backup and restore: a whole project in another file, verified before it gets its name."""

from __future__ import annotations

import os
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from workbench.errors import CannotWrite, MissingFile, NotAProject
from workbench.store import files, sqlite, troubles
from workbench.store.migrations import check_version


def backup(path: Path, to: str | Path) -> Path:
    """Copy the project file ``path``, whatever is being written meanwhile, to ``to``; return its full path.

    Raises CannotWrite where ``to`` exists or cannot be written, MissingFile where there is no such folder,
    NotAProject where the copy would be damaged.
    """
    target = files.as_path(to)
    with _new_file(target) as building:
        _copy(path, building, target)
    return target


def restore(backup: str | Path, to: str | Path) -> Path:
    """Make the project file ``to`` from a backup; return its full path.

    Nothing is overwritten. Raises CannotWrite where ``to`` exists or cannot be written, and MissingFile,
    NotAProject, NewerProject where the backup is no sound project that this version reads.
    """
    source, target = files.existing(backup), files.as_path(to)
    with _new_file(target) as building:
        _copy(source, building, target)
    return target


def _copy(source: Path, building: Path, target: Path) -> None:
    with troubles.plain_errors(source), closing(sqlite.connect_to_read(source)) as reading:
        sqlite.verify(source, reading)
        check_version(source, reading)
        sound = _is_copied(reading, building, target)
    if not sound:
        raise troubles.damaged(source)


def _is_copied(reading: sqlite3.Connection, building: Path, target: Path) -> bool:
    """Copy what is read, and tell whether the copy is sound."""
    try:
        with troubles.plain_errors(target), closing(sqlite3.connect(building)) as writing:
            reading.backup(writing)
            # Without a write-ahead log the copy is one file from its first moment.
            writing.execute("PRAGMA journal_mode = DELETE")
            return [row[0] for row in writing.execute("PRAGMA integrity_check(1)")] == ["ok"]
    except NotAProject:  # the copy is new: its damage is that of what was read
        return False


@contextmanager
def _new_file(target: Path) -> Iterator[Path]:
    """Give a name to write to beside ``target``; what is written there becomes ``target``, whole or not at all."""
    if target.exists():
        raise CannotWrite(f"{target} exists already and was left as it is; choose another name, or move that file.")
    building = target.with_name(f".{target.name}.{uuid.uuid4().hex[:8]}.new")
    try:
        files.reserve(building)
        yield building
        _flush(building)
        _claim(building, target)
    finally:
        files.discard(building)


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _claim(building: Path, target: Path) -> None:
    """Give a finished file its name, unless somebody took that name meanwhile."""
    try:
        os.link(building, target)
    except FileExistsError:
        raise CannotWrite(f"{target} was made by somebody else meanwhile; choose another name.") from None
    except FileNotFoundError:
        raise MissingFile(f"The folder {target.parent} is no longer there; choose another folder.") from None
    except OSError:  # a file system without hard links
        building.rename(target)
