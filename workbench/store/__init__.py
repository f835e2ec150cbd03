"""One project in one file: the framework, every change ever made to it, and the project's record."""

from workbench.store.backups import restore
from workbench.store.folders import folder_warning
from workbench.store.store import Store
from workbench.store.values import Commit, HistoryEntry, Snapshot, Status, Wanted

__all__ = ["Commit", "HistoryEntry", "Snapshot", "Status", "Store", "Wanted", "folder_warning", "restore"]
