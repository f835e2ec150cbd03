"""Folders in which a project file can be damaged by what carries it elsewhere, told by name and by kind of disk."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path, PurePath

SYNCHRONISED = {
    "Dropbox": re.compile(r"^dropbox( \(.*\))?$"),
    "OneDrive": re.compile(r"^onedrive( ?-.*)?$|^sharepoint$"),
    "Google Drive": re.compile(r"^google ?drive(-.*)?$|^my drive$|^drivefs$"),
    "iCloud": re.compile(r"^icloud ?drive$|^mobile documents$|^com~apple~clouddocs$"),
    "Box": re.compile(r"^box( sync)?$|^box-box$"),
    "Nextcloud": re.compile(r"^nextcloud$|^owncloud$"),
    "a synchronising program": re.compile(r"^cloudstorage$|^syncthing$|^pcloud ?drive$|^megasync$"),
}
"""Services by the names of their folders, folded to lower case."""
NETWORK = re.compile(r"^(nfs4?|cifs|smb\w*|afs|ncpfs|9p|davfs|webdav|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs))$")
MOUNTS = Path("/proc/mounts")
REMOTE_DRIVE = 4
"""What Windows answers for the letter of a network drive."""


def folder_warning(path: str | Path, *, mounts: str | None = None) -> str | None:
    """Return a sentence of warning where the project at ``path`` is in a synchronised or network folder, else None.

    ``mounts`` is the table of mounted disks as Linux writes it; by default the machine's own.
    """
    place = Path(os.path.realpath(path))
    if service := _service(place) or _service(Path(path).absolute()):
        return (
            f"This project is in a folder that {service} copies while you work, which can damage it; "
            "move it to a folder on this computer and use “Save a copy” to share it."
        )
    if _on_network(place, str(path), mounts):
        return (
            "This project is on a network drive, where two computers can damage it; "
            "move it to a folder on this computer and use “Save a copy” to share it."
        )
    return None


def _service(place: PurePath) -> str | None:
    # The file's own name may be anything: only the folders count.
    for part in reversed(place.parts[:-1]):
        for service, names in SYNCHRONISED.items():
            if names.match(part.casefold()):
                return service
    return None


def _on_network(place: Path, written: str, mounts: str | None) -> bool:
    if written.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        return bool(ctypes.windll.kernel32.GetDriveTypeW(place.anchor) == REMOTE_DRIVE)
    if mounts is None:
        mounts = MOUNTS.read_text(encoding="utf-8", errors="replace") if MOUNTS.exists() else ""
    return NETWORK.match(_kind_of_disk(place, mounts)) is not None


def _kind_of_disk(place: Path, mounts: str) -> str:
    """Return the file system of the deepest mount that holds ``place``."""
    best, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) > 2:  # noqa: PLR2004  # device, folder, file system
            folder = Path(re.sub(r"\\(\d{3})", lambda found: chr(int(found[1], 8)), fields[1]))
            if place.is_relative_to(folder) and len(folder.parts) > best:
                best, kind = len(folder.parts), fields[2]
    return kind
