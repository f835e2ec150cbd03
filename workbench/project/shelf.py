"""The shelf of a project: its common standards, and what is done with them.

The part of the door that has to do with standard sets; ``Project.standards`` is one.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import UnknownName
from workbench.model import StandardSet

if TYPE_CHECKING:
    from workbench.measures.suggestions import Index, Suggestion
    from workbench.project.project import Project
    from workbench.standards import ImportReport


class Shelf:
    """The standard sets of one project."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._indexes: dict[str, Future[Index]] = {}

    def read(self, source: Path) -> tuple[StandardSet, ImportReport]:
        """Read a file of standards and keep nothing: the dry run."""
        from workbench.standards import read_case

        return read_case(source)

    def add(self, found: StandardSet) -> bool:
        """Keep a standard set; False where this very set and version is here already."""
        return self._project.add_set(found)

    def prepare(self, set_id: str) -> bool:
        """Begin to index a set beside other work, once; True where suggestions come at once. Raises UnknownName."""
        return self._index(set_id).done()

    def suggest(self, subject_id: str, set_id: str, *, limit: int = 10) -> tuple[Suggestion, ...]:
        """Return the standards of a set that a thing of ours may meet and is not aligned to, the likeliest first.

        The first time in a set waits for its index: a tenth of a second for 900 standards, a second for 10,000,
        ten for 100,000; ``prepare`` tells whether there is anything to wait for. What the district aligned before
        counts from the next call on. Raises UnknownName.
        """
        from workbench.measures.suggestions import decisions_of, grades_of, near_standards, text_of

        framework = self._project.framework
        thing, index = framework.get(subject_id), self._index(set_id).result()
        others = (one for one in decisions_of(framework, set_id) if one.subject_id != subject_id)
        return index.suggest(
            text_of(framework, thing),
            grades=grades_of(framework, thing),
            memory=index.remember(others),
            near=near_standards(framework, thing, set_id),
            without={one.standard_id for one in framework.alignments_of(subject_id)},
            limit=limit,
        )

    def _index(self, set_id: str) -> Future[Index]:
        """Return the index of a set: built once, since an identifier names one version and that never changes."""
        from workbench.measures.suggestions import Index, candidates_of

        if set_id not in self._indexes:
            if set_id not in self._project.sets:
                raise UnknownName("This standard set is not in the project. Add it, or choose another.")
            found = self._project.sets[set_id]
            self._indexes[set_id] = self._builder.submit(lambda: Index.build(candidates_of(found)))
        return self._indexes[set_id]

    @cached_property
    def _builder(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(max_workers=1, thread_name_prefix="suggestions")
