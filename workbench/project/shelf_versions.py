"""Versions of standard sets, as use cases: what changed, what that touches, what is decided; strands by grade."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import BadEdit, MissingFile, UnknownName
from workbench.localize import _
from workbench.model import Choice, StandardSet, VersionDecision
from workbench.project.shelf_reading import Reading

if TYPE_CHECKING:
    from workbench.project.project import Outcome, Project
    from workbench.standards.impact import Impact
    from workbench.standards.set_change import SetDifference
    from workbench.standards.strands import Strand
    from workbench.standards.vertical import Vertical


FILES = {".json", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".xls", ".ods"}
"""What the name of a file ends with, rather than that of a set."""


class Versions(Reading):
    """The part of the shelf that compares."""

    _project: Project
    _compared: SetDifference | None = None

    def named(self, name: str) -> StandardSet:
        """Return the set that ``name`` means: a file, or an id, a key, or a part of title and version of one set only.

        Raises UnknownName where none or several fit, MissingFile for what looks like a file, and what reading raises.
        """
        from workbench.standards.named_set import find_set

        if Path(name).is_file():
            return self.read(Path(name))[0]
        try:
            return self._project.sets[find_set(self._project.sets.infos.values(), name).id]
        except UnknownName:
            if Path(name).suffix.lower() in FILES:
                raise MissingFile(
                    _("There is no file “{name}”, and no set of that name in the project.", name=name)
                ) from None
            raise

    def compare(self, old: str, new: str) -> SetDifference:
        """Return what changed between two versions of a set, each named as ``named`` understands it."""
        from workbench.standards.compare import compare_sets

        sets = (self.named(old), self.named(new))
        if self._compared is None or (self._compared.old, self._compared.new) != sets:
            self._compared = compare_sets(*sets)
        return self._compared

    def impact(self, old: str, new: str) -> Impact:
        """Return what a new version of a set means for the framework: every alignment to the old one."""
        from workbench.standards.impact import impact

        return impact(self._project.framework, self.compare(old, new))

    def decide(
        self, found: Impact, alignments: Iterable[str], choice: Choice, *, target: str = "", reason: str = ""
    ) -> Outcome:
        """Accept, redirect (to the standard ``target``) or drop alignments of an impact, and record the decision.

        Where one is accepted, the mark of its standard as a priority goes with it.

        All together are one change set, which one undo takes back. Raises BadEdit where the new version is not in the
        project, and what ``decision_changes`` raises; then nothing was changed.
        """
        from workbench.standards.decisions import decision_changes, decision_of, mark_changes, why

        old, into = found.difference.old, found.difference.new
        if into.id not in self._project.sets:
            raise BadEdit(
                _(
                    "“{title}” {version} is not in the project yet. Add it, then decide.",
                    title=into.title,
                    version=into.version,
                )
            )
        rows = found.rows_of(dict.fromkeys(alignments))
        changes = [
            change
            for row in rows
            for change in decision_changes(self._project.framework, row, choice, into=into, target=target)
        ]
        if choice is Choice.ACCEPT:
            changes += mark_changes(self._project.framework, rows, old=old, into=into)
        decided = [decision_of(row, choice, old=old, into=into, target=target, reason=reason) for row in rows]
        return self._project.decide(changes, decided, why=why(rows, choice, into=into, target=target, reason=reason))

    def accept_safe(self, found: Impact, *, reason: str = "") -> Outcome:
        """Take over, in one change set, every alignment whose standard is certainly the same and did not change."""
        return self.decide(found, [row.alignment.id for row in found.safe], Choice.ACCEPT, reason=reason)

    def decisions(self, old_id: str = "", new_id: str = "") -> tuple[VersionDecision, ...]:
        """Return the decisions on new versions, oldest first; of one old or new version (set ids) where named."""
        return tuple(
            one for one in self._project.decisions if old_id in {"", one.old_set_id} and new_id in {"", one.new_set_id}
        )

    def strands(self, name: str) -> tuple[Strand, ...]:
        """Return the strands of a set, named as ``named`` understands it."""
        from workbench.standards.strands import strands

        return strands(self.named(name))

    def vertical(self, name: str, strand: str, *, prerequisites: Path | None = None) -> Vertical:
        """Return one strand of a set across grades; ``prerequisites``: a CSV file of further ones, the district's own.

        Raises UnknownName, and MissingFile or BadFile of that file.
        """
        from workbench.standards.prerequisites import read_prerequisites
        from workbench.standards.vertical import vertical

        ours = read_prerequisites(prerequisites) if prerequisites else ()
        return vertical(self.named(name), strand, ours=ours)
