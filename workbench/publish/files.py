"""Writing finished files: whole or not at all, with a sentence when the machine refuses."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from workbench.errors import CannotWrite

REASONS = {
    errno.ENOSPC: "the disk is full. Free some space and try again",
    errno.EDQUOT: "your share of the disk is used up. Free some space and try again",
    errno.EROFS: "it cannot be written to. Choose another folder",
    errno.EACCES: "it cannot be written to. Choose another folder, or close the file if another program has it open",
    errno.EPERM: "it cannot be written to. Choose another folder, or close the file if another program has it open",
    errno.ENOTDIR: "part of its name is a file. Choose another folder",
    errno.EEXIST: "a file has its name. Choose another folder",
    errno.ENAMETOOLONG: "its name is too long. Choose a shorter one",
}


def write_files(out: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write each of ``files`` (name -> content) into the folder ``out``, made where it is missing.

    Each is written beside its place and then moved there, all of them before the first is moved: a reader never
    meets half a file, and where writing fails the files that are there stay. Raises CannotWrite.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            waiting.append((_write_beside(out / name, content), out / name))
        for temporary, place in waiting:
            os.replace(temporary, place)  # noqa: PTH105  # the atomic one
    except OSError as error:
        raise CannotWrite(_sentence(out, error)) from error
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)
    return [place for _, place in waiting]


def _write_beside(place: Path, content: bytes) -> str:
    handle, temporary = tempfile.mkstemp(prefix=f".{place.name}-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)  # noqa: PTH101  # a temporary file is its owner's only; this is for others to read
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise
    return temporary


def _sentence(out: Path, error: OSError) -> str:
    reason = REASONS.get(error.errno or 0, f"the machine says: {error.strerror}. Choose another folder")
    return f"Nothing was written into “{out}”: {reason}."
