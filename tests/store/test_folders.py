"""Folders that copy themselves elsewhere are warned of, in words that show the way out."""

from pathlib import Path

import pytest

from workbench.store import folder_warning

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
/dev/sdb1 /media/usb\\040stick vfat rw 0 0
nas:/vol /mnt/nas nfs4 rw 0 0
//server/share /mnt/school\\040share cifs rw 0 0
host:/x /home/ana/remote fuse.sshfs rw 0 0
tmpfs /mnt/nas/local tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/home/ana/Dropbox/north.workbench", "Dropbox"),
        ("/Users/ana/Dropbox (Personal)/x/north.workbench", "Dropbox"),
        ("/home/ana/OneDrive - North District/north.workbench", "OneDrive"),
        ("/home/ana/onedrive/deep/down/north.workbench", "OneDrive"),
        ("/Users/ana/Google Drive/My Drive/north.workbench", "Google Drive"),
        ("/Users/ana/Library/CloudStorage/GoogleDrive-ana@north.org/north.workbench", "Google Drive"),
        ("/Users/ana/Library/Mobile Documents/com~apple~CloudDocs/north.workbench", "iCloud"),
        ("/home/ana/iCloudDrive/north.workbench", "iCloud"),
        ("/home/ana/Nextcloud/north.workbench", "Nextcloud"),
        ("/Users/ana/Library/CloudStorage/Other-Thing/north.workbench", "a synchronising program"),
    ],
)
def test_synchronised_folders_are_named(path: str, service: str) -> None:
    """The sentence names the service and says what to do."""
    actual = folder_warning(path, mounts=MOUNTS)

    assert actual is not None
    assert f"a folder that {service} copies" in actual
    assert "move it to a folder on this computer" in actual


@pytest.mark.parametrize(
    "path",
    [
        "/mnt/nas/north.workbench",
        "/mnt/school share/plans/north.workbench",
        "/home/ana/remote/north.workbench",
        "//server/share/north.workbench",
        "\\\\server\\share\\north.workbench",
    ],
)
def test_network_drives_are_told(path: str) -> None:
    """By the kind of disk, or by the name that Windows gives."""
    actual = folder_warning(path, mounts=MOUNTS)

    assert actual is not None
    assert "network drive" in actual


@pytest.mark.parametrize(
    "path",
    [
        "/home/ana/north.workbench",
        "/home/ana/Dropbox.workbench",
        "/home/ana/My dropbox notes/north.workbench",
        "/media/usb stick/north.workbench",
        "/mnt/nas/local/north.workbench",
        "/mnt/nasty/north.workbench",
    ],
)
def test_folders_of_this_computer_are_fine(path: str) -> None:
    """A file's own name, a like name, a stick: no warning."""
    assert folder_warning(path, mounts=MOUNTS) is None


def test_a_link_into_a_synchronised_folder_is_seen_through(tmp_path: Path) -> None:
    """Where the file really lies counts."""
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "work").symlink_to(tmp_path / "Dropbox")

    assert "Dropbox" in (folder_warning(tmp_path / "work" / "north.workbench") or "")


def test_this_machine_has_a_table_of_disks(tmp_path: Path) -> None:
    """Asked for real: the folder for temporary files is on this computer."""
    assert folder_warning(tmp_path / "north.workbench") is None
