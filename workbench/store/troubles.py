"""What SQLite says when it fails, in one sentence for the person at the screen."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.errors import CannotWrite, NotAProject, WorkbenchError
from workbench.localize import _


@contextmanager
def plain_errors(path: Path) -> Iterator[None]:
    """Turn what the database says into one sentence; ``path`` is the file it is about."""
    try:
        yield
    except sqlite3.Error as error:
        raise said(error, path) from error
    except json.JSONDecodeError as error:  # another program wrote into the file
        raise damaged(path) from error
    except Exception as error:
        from sqlalchemy.exc import DBAPIError

        if isinstance(error, DBAPIError):
            raise said(error.orig, path) from error
        raise


DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}


def said(error: BaseException | None, path: Path) -> WorkbenchError:
    """Return the error for what SQLite said of the file ``path``."""
    full = getattr(error, "sqlite_errorname", "")
    name = "_".join(full.split("_")[:2])
    if name in DAMAGED or isinstance(error, sqlite3.InterfaceError | UnicodeDecodeError):
        return damaged(path)
    if name == "SQLITE_FULL":
        return CannotWrite(f"The disk that holds {path} is full; make room on it and try again. Nothing was lost.")
    if name in {"SQLITE_BUSY", "SQLITE_LOCKED"}:
        return CannotWrite(
            f"{path} is held by another program; close that program, wait a moment and try again. Nothing was changed."
        )
    if name in {"SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH"}:
        return read_only(path)
    if name == "SQLITE_IOERR":
        return CannotWrite(
            f"The disk refused to read or write {path}; check that it is connected and has room, and try again."
        )
    return CannotWrite(f"{path} could not be read or written ({error}); save a copy of it and open the copy.")


def damaged(path: Path) -> NotAProject:
    """Return the error for a project file whose content is no longer readable."""
    return NotAProject(f"{path} is damaged and was left as it is; restore your latest backup with “workbench restore”.")


def no_longer_there(path: Path) -> CannotWrite:
    """Return the error for a project file that was moved, deleted or replaced while it was open."""
    return CannotWrite(
        _(
            "The project file {path} was moved, deleted or replaced while it was open here, so this was not saved; "
            "copy your text, and ask whoever started the workbench to close it and to open the file where it is now.",
            path=path,
        )
    )


def read_only(path: Path) -> CannotWrite:
    """Return the error for a file or folder without leave to write."""
    return CannotWrite(
        f"{path} or its folder cannot be written to; copy the project into a folder of your own and open the copy."
    )
