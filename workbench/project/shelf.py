"""The shelf of a project: its common standards, and what is done with them.

The part of the door that has to do with standard sets; ``Project.standards`` is one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import StandardSet

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.standards import ImportReport
    from workbench.standards.download import Progress


class Shelf:
    """The standard sets of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def read(self, source: Path) -> tuple[StandardSet, ImportReport]:
        """Read a file of standards and keep nothing: the dry run."""
        from workbench.standards import read_case

        return read_case(source)

    def fetch(
        self, address: str, *, allow_http: bool = False, progress: Progress | None = None
    ) -> tuple[StandardSet, ImportReport]:
        """Read a CASE package from the web and keep nothing: the dry run. Raises CannotFetch, or BadFile."""
        from workbench.standards import read_fetched
        from workbench.standards.fetch import fetch_case

        return read_fetched(fetch_case(address, allow_http=allow_http, progress=progress))

    def add(self, found: StandardSet) -> bool:
        """Keep a standard set; False where this very set and version is here already."""
        return self._project.add_set(found)
