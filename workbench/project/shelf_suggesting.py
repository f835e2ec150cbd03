"""Suggesting standards that a thing of ours may meet, as a use case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.errors import UnknownName
from workbench.localize import _

if TYPE_CHECKING:
    from concurrent.futures import Future

    from workbench.measures.suggestions import Index, Suggestion
    from workbench.project.project import Project
    from workbench.project.shelf_memory import ShelfMemory

AT_ONCE = 10_000
"""Standards of which an index is built in a second."""


class Suggesting:
    """The part of the shelf that suggests."""

    _project: Project
    _memory: ShelfMemory

    def suggests_at_once(self, set_id: str) -> bool:
        """Tell whether suggesting from a set takes no wait: it is small, or its index is built already."""
        built = self._memory.indexes.get(set_id)
        return self._project.sets.infos[set_id].count <= AT_ONCE if built is None else built.done()

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

        memory = self._memory
        if set_id not in memory.indexes:
            if set_id not in self._project.sets:
                raise UnknownName(_("This standard set is not in the project. Add it, or choose another."))
            found = self._project.sets[set_id]
            memory.indexes[set_id] = memory.builder.submit(lambda: Index.build(candidates_of(found)))
        return memory.indexes[set_id]
