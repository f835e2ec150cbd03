"""Reading foreign files of standards, as a use case: any known form, or a table by a mapping of its columns."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
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
        self, source: Path, *, rubrics: Path | None = None, mapping: ColumnMapping | None = None, document: str = ""
    ) -> tuple[StandardSet, ImportReport]:
        """Read a file of standards and keep nothing: the dry run.

        A table of no known form is read by ``mapping``, else by the one that is remembered for its headers; raises
        NeedsMapping where there is none. ``document``: one of several in such a table. ``rubrics``: a file of
        rubrics that are about these standards, read with it.
        """
        from workbench.standards import read_standards, with_rubrics

        read, report = self._read(source, mapping, document)
        if rubrics is None:
            return read, report
        further, about = read_standards(rubrics)
        return with_rubrics(read, further), report.and_also(about)

    def _read(self, source: Path, mapping: ColumnMapping | None, document: str) -> tuple[StandardSet, ImportReport]:
        from workbench.standards import read_standards
        from workbench.standards.mapping_read import read_mapped

        if mapping is None and not document:
            try:
                return read_standards(source)
            except NeedsMapping as error:
                mapping = self._remembered(source, str(error))
        return read_mapped(source, mapping or self._remembered(source), document=document)

    def _remembered(self, source: Path, error: str = "") -> ColumnMapping:
        from workbench.standards.report import Account
        from workbench.standards.tables import read_tables

        mapping = self.mapping_for(read_tables(source, Account()))
        if mapping is None:
            why = error or f"No mapping is remembered for the columns of “{source.name}”."
            raise NeedsMapping(
                f"{why} See what is proposed: workbench standards map “{source.name}” --out mapping.json. "
                "Then add it with --map mapping.json, or as it is proposed with --as-proposed."
            )
        return mapping

    def fetch(
        self, address: str, *, allow_http: bool = False, progress: Callable[[int, int], None] | None = None
    ) -> tuple[StandardSet, ImportReport]:
        """Read the CASE package that an address leads to and keep nothing: the dry run.

        ``address``: of a package, of a document, or of a server that offers one. ``allow_http``: also without
        encryption, which else is asked of this computer only. ``progress`` is told how many bytes came, of how many
        (0 where nobody knows). Raises CannotFetch, and BadFile for what came.
        """
        from workbench.standards import read_case
        from workbench.standards.fetch import fetch_case

        fetched = fetch_case(address, allow_http=allow_http, progress=progress)
        with tempfile.TemporaryDirectory(prefix="workbench-fetched-") as folder:
            path = Path(folder) / "package.json"
            path.write_bytes(fetched.content)
            found, report = read_case(path)
        # The address is told and not kept in the set: the same package from a file is the same set.
        return found, replace(report, source=fetched.address)

    def propose(self, source: Path) -> Proposal:
        """Return the mapping that the headers and cells of a table suggest, with the reasons."""
        from workbench.standards.mapping_proposal import propose
        from workbench.standards.report import Account
        from workbench.standards.tables import read_tables

        return propose(read_tables(source, Account()))

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
