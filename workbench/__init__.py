"""A curriculum design workbench for mastery-based learning.

Names are handed on lazily, so that ``import workbench`` costs nothing but this file.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.project import Project, create_project, open_project
    from workbench.ui import show

__version__ = "0.2.0"
__all__ = ["Project", "__version__", "create_project", "open_project", "show"]

_HOMES = {
    "Project": "workbench.project",
    "create_project": "workbench.project",
    "open_project": "workbench.project",
    "show": "workbench.ui",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)
