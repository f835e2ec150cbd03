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


class Shelf:
    """The standard sets of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def read(self, source: Path, *, rubrics: Path | None = None) -> tuple[StandardSet, ImportReport]:
        """Read a file of standards and keep nothing: the dry run. Raises NeedsMapping for a table of no known form.

        ``rubrics``: a file of rubrics that are about these standards, read with it.
        """
        from workbench.standards import read_standards, with_rubrics

        read, report = read_standards(source)
        if rubrics is None:
            return read, report
        further, about = read_standards(rubrics)
        return with_rubrics(read, further), report.and_also(about)

    def add(self, found: StandardSet) -> bool:
        """Keep a standard set; False where this very set and version is here already."""
        return self._project.add_set(found)
