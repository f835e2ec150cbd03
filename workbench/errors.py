"""What can go wrong, as a tree.

WorkbenchError              anything we raise on purpose; its text is one sentence for a teacher
├── MissingFile             (FileNotFoundError)  a file that was named is not there
├── NotAProject             (ValueError)         a file is there and is not a workbench project
├── NewerProject            (ValueError)         the project was written by a later version of the workbench
├── CannotWrite             (OSError)            a folder is read-only, the disk is full, a file is locked
├── BadFile                 (ValueError)         a foreign file cannot be read: path, position, expectation
│   └── NeedsMapping                        a table of no known form: somebody has to say what its columns mean
├── CannotFetch             (ConnectionError)    an address on the web gives nothing that can be used
├── BadEdit                 (ValueError)         an edit that the framework cannot take
├── UnknownName             (LookupError)        a name that does not exist; lists those that do
├── CannotCompare           (ValueError)         two tables of numbers cannot be set beside each other
├── CannotPublish           (ValueError)         a format cannot hold a part of the framework
├── NotAdoptable            (ValueError)         adoption refused: findings stand in the way
└── NotAllowed              (PermissionError)    somebody's role does not allow what they asked for
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import ClassVar


class WorkbenchError(Exception):
    """Base of every error we raise on purpose; ``str(error)`` says what, where and what to do."""

    passes: ClassVar[bool] = False
    """Whether the very same may be taken a little later."""


class MissingFile(WorkbenchError, FileNotFoundError):
    """A file that was named is not there."""


class NotAProject(WorkbenchError, ValueError):
    """A file is there and is not a workbench project."""


class NewerProject(WorkbenchError, ValueError):
    """The project was written by a later version of the workbench than this one."""


class CannotWrite(WorkbenchError, OSError):
    """Writing was refused by the machine: a read-only folder, a full disk, a locked file."""

    passes = True


class BadFile(WorkbenchError, ValueError):
    """A foreign file cannot be read."""


class NeedsMapping(BadFile):
    """A file is a table and of no known form: it can be read once its columns have been given a meaning."""


class CannotFetch(WorkbenchError, ConnectionError):
    """An address on the web cannot be reached, must not be asked, or gives something else than was expected."""


class BadEdit(WorkbenchError, ValueError):
    """An edit that the framework cannot take."""


class CannotCompare(WorkbenchError, ValueError):
    """Two tables of numbers that cannot be set beside each other: empty, below zero, or of different shapes."""


class CannotPublish(WorkbenchError, ValueError):
    """A format cannot hold a part of the framework."""


class NotAdoptable(WorkbenchError, ValueError):
    """Adoption was refused because findings stand in the way."""


class NotAllowed(WorkbenchError, PermissionError):
    """Somebody asked for what their role does not allow."""

    passes = True


class UnknownName(WorkbenchError, LookupError):
    """A name that does not exist; the text lists near ones, or all of them."""

    @classmethod
    def of(cls, what: str, name: str, known: Iterable[str]) -> UnknownName:
        """Return the error for ``name`` among the ``known`` names of ``what`` ("format", "rule")."""
        names = sorted(known)
        near = difflib.get_close_matches(name, names, n=3) or names
        return cls(f"There is no {what} “{name}”. Choose from: {', '.join(near)}.")
