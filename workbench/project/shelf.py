"""The shelf of a project: its common standards, and what is done with them.

The part of the door that has to do with standard sets; ``Project.standards`` is one.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model import StandardSet

if TYPE_CHECKING:
    from workbench.measures.crosswalk import Only
    from workbench.project.project import Project
    from workbench.standards import ImportReport
    from workbench.standards.export import Exported


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

    def find(self, name: str) -> StandardSet:
        """Return the set with this id, key or title, or the only one whose title has ``name`` in it; UnknownName."""
        from workbench.standards.naming import find_set

        return find_set(self._project.sets.values(), name)

    def export(self, found: StandardSet, format_name: str) -> Exported:
        """Return a set as a file of another system ("case", "opensalt", "csv"), and what that could not hold."""
        from workbench.project.project import day_of
        from workbench.standards.export import export

        return export(found, format_name, at=day_of(""))

    def crosswalk(self, format_name: str, only: Only | None = None) -> bytes:
        """Return the association table as a file, "xlsx" or "csv", with the rows that ``only`` lets through."""
        from workbench.measures.crosswalk import crosswalk
        from workbench.publish.crosswalk import crosswalk_bytes

        framework = self._project.framework
        return crosswalk_bytes(crosswalk(framework, self._project.sets, only), framework, format_name=format_name)
