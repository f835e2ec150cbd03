"""Reading foreign files of standards, as a use case: any known form, or a table by a mapping of its columns."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import NeedsMapping
from workbench.model import StandardSet

if TYPE_CHECKING:
    from workbench.project.project import Project
    from workbench.standards import ImportReport
    from workbench.standards.mapping import ColumnMapping
    from workbench.standards.mapping_proposal import Proposal
    from workbench.standards.tables import Table

MAPPINGS = "standards.mappings"
"""The note of a project that holds its column mappings, as one JSON object by fingerprint, the newest last."""


class Reading:
    """The part of the shelf that reads and keeps nothing."""

    _project: Project

    def read(
        self, source: Path, *, document: str = "", rubrics: Path | None = None
    ) -> tuple[StandardSet, ImportReport]:
        """Read a file of standards and keep nothing: the dry run.

        A table of no known form is read by the mapping that is remembered for its headers; raises NeedsMapping where
        there is none, MissingFile and BadFile. ``document``: one of several in such a table. ``rubrics``: a file of
        rubrics that are about these standards, read with it.
        """
        from workbench.standards import read_standards, with_rubrics

        if rubrics is not None:
            found, report = self.read(source, document=document)
            further, about = read_standards(rubrics)
            return with_rubrics(found, further), report.and_also(about)
        try:
            return read_standards(source)
        except NeedsMapping:
            mapping = self.mapping_for(self.tables(source))
            if mapping is None:
                raise
            return self.read_mapped(source, mapping, document=document)

    def tables(self, source: Path) -> Sequence[Table]:
        """Return the tables of a file, every cell as text."""
        from workbench.standards.report import Account
        from workbench.standards.tables import read_tables

        return read_tables(source, Account())

    def propose(self, source: Path) -> Proposal:
        """Return the mapping that the headers and cells of a table suggest, with the reasons."""
        from workbench.standards.mapping_proposal import propose

        return propose(self.tables(source))

    def read_mapped(
        self, source: Path, mapping: ColumnMapping, *, document: str = ""
    ) -> tuple[StandardSet, ImportReport]:
        """Read a table by a column mapping and keep nothing: the dry run; ``document``: one of several in the file."""
        from workbench.standards.mapping_read import read_mapped

        return read_mapped(source, mapping, document=document)

    def mapping_for(self, tables: Sequence[Table]) -> ColumnMapping | None:
        """Return the newest remembered mapping that fits ``tables`` by their headers."""
        from workbench.standards.mapping import ColumnMapping
        from workbench.standards.mapping_locate import fits

        known = [ColumnMapping.from_json(one) for one in self._mappings().values()]
        return next((mapping for mapping in reversed(known) if fits(tables, mapping)), None)

    def remember(self, mapping: ColumnMapping) -> None:
        """Keep a mapping for the next file of the same shape, in place of an earlier one for that shape."""
        known = {key: one for key, one in self._mappings().items() if key != mapping.fingerprint}
        known[mapping.fingerprint] = mapping.to_json()
        self._project.note(MAPPINGS, json.dumps(known, ensure_ascii=False))

    def _mappings(self) -> dict[str, object]:
        found: dict[str, object] = json.loads(self._project.noted(MAPPINGS) or "{}")
        return found
