"""Handing standards out: a set as a file of another system, the table of what of ours meets which standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.measures.crosswalk import Only
    from workbench.project.project import Project
    from workbench.standards.export import Exported


class Giving:
    """The part of the shelf that hands out."""

    _project: Project

    def export(self, set_id: str, format_name: str) -> Exported:
        """Return a set as a file of another system ("case", "opensalt", "csv"), and what that could not hold."""
        from workbench.project.project import day_of
        from workbench.standards.export import export

        return export(self._project.sets[set_id], format_name, at=day_of(""))

    def crosswalk(self, format_name: str, only: Only | None = None) -> bytes:
        """Return the association table as a file, "xlsx" or "csv", with the rows that ``only`` lets through."""
        from workbench.measures.crosswalk import crosswalk
        from workbench.publish.crosswalk import crosswalk_bytes

        framework = self._project.framework
        return crosswalk_bytes(crosswalk(framework, self._project.sets, only), framework, format_name=format_name)
