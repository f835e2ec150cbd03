"""What a room is drawn from: the project's values as they are now, and what one person looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal, TypeAlias

from workbench.localize import ENGLISH
from workbench.measures.coverage import By, Matrix, Rows
from workbench.measures.suggestions import Suggestion
from workbench.measures.verdict import Verdict
from workbench.model import (
    Edition,
    Finding,
    Framework,
    Judgement,
    Role,
    SetInfo,
    Severity,
    Standard,
    StandardSet,
    Thing,
    VersionDecision,
    Waiver,
)
from workbench.model.discussion import Fate
from workbench.project.kept import Kept
from workbench.standards import ImportReport
from workbench.standards.impact import Impact
from workbench.standards.mapping import ColumnMapping
from workbench.standards.mapping_proposal import Proposal
from workbench.standards.strands import Strand
from workbench.standards.vertical import Vertical
from workbench.ui.many import Many
from workbench.workshop.discussion import Talk, Wording

State: TypeAlias = dict[str, Any]
"""Plain values that become JSON: what a pane draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixView:
    """Which part of the matrix of alignment one looks at; an empty choice lets everything through.

    ``by`` is empty where the number of courses decides; ``only``: rows of this status, or "gaps" for all that is not
    assessed; ``first`` is the place of the first row in sight. ``step`` is the rule whose findings are all listed.
    """

    rows: Rows = "competencies"
    by: By | Literal[""] = ""
    set: str = ""
    grade: str = ""
    area: str = ""
    department: str = ""
    only: str = ""
    first: int = 0
    step: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aligned:
    """The answer to “are we aligned?”, and the part of the matrix that is looked at."""

    verdict: Verdict
    matrix: Matrix


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one person looks at and how; no content.

    ``selected`` is the thing chosen in each room, by room. ``drafts``: also show findings of what is not ready.
    ``unaligned``: list only what is aligned to nothing. ``compare``: show how each level differs from the one before.
    ``set_id`` is the set of standards that is looked at, ``uncovered``: only what nothing of ours meets; ``alone``:
    what one marks is what one says oneself, not yet what is agreed. ``suggest_from`` is a large set that was asked
    for suggestions, ``redirect`` the alignment for which another standard of a newer version is being looked for,
    ``change`` the kind of change whose alignments are listed. ``reveal`` is a standard to unfold the tree at, and how
    often that was asked. ``find`` finds everything.
    ``language`` is the one in which the rooms speak to this person.
    ``message`` is what the last action did; ``forms`` are messages beside forms, by form.
    """

    room: str = "start"
    language: str = ENGLISH
    selected: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = False
    unaligned: bool = False
    uncovered: bool = False
    alone: bool = False
    compare: bool = False
    set_id: str = ""
    suggest_from: str = ""
    redirect: str = ""
    change: str = ""
    matrix: MatrixView = field(default_factory=MatrixView)
    reveal: tuple[int, str] = (0, "")
    find: str = ""
    focus: tuple[int, str] = (0, "")
    message: State | None = None
    forms: Mapping[str, State] = field(default_factory=dict)
    busy: str = ""
    files: tuple[str, ...] = ()

    @property
    def broad(self) -> bool:
        """Whether the page needs the whole width: a strand across all grades."""
        return self.room == "standards" and self.at.startswith("strand ")

    @property
    def at(self) -> str:
        """The id of what is selected in the present room, or an empty text."""
        return self.selected.get(self.room, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Standards that were read and not kept yet: the dry run.

    ``proposal`` and ``mapping`` are there where the file is a table that has no known form.
    """

    path: Path
    name: str
    found: StandardSet | None = None
    report: ImportReport | None = None
    proposal: Proposal | None = None
    mapping: ColumnMapping | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of history: who did ``what`` when (ISO, UTC), with texts before and after, and why.

    ``revision`` is what it made of the framework; of an attempt that was held, the one that it met.
    """

    key: str
    revision: int
    who: str
    at: str
    what: str
    old: str = ""
    new: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything that the panes of a room are drawn from. Frozen: the same values give the same states.

    ``findings`` are those to be shown, ``waived`` those that the committee lives with;
    ``all_findings`` count drafts too, as adoption does; ``earlier`` are the frameworks of the editions, by number.
    ``sets`` hold the standards that alignments name, ``covered`` counts, by set, those that can
    be met; ``shelf`` reads and finds the others.
    ``kept`` holds what was worked out for several people and moments.
    ``talk`` is what people say, ``everyone`` the names of all who can be spoken to, by their ids;
    ``role`` is what the reader may do.
    ``rules`` are the graduation rules that the district chose; ``warning`` is a danger to the project's file.

    Of standards, by the id of their set: ``infos``; ``sets`` with only the standards that alignments name; how many
    that can be met are ``covered``. Of the set ``set_id``, which stands on the right: its ``grades``, and how many
    are covered at and ``below`` each of its standards. Of what is selected: ``suggestions``, and the ``judgements``
    of ``people``, by their ids; ``me`` is the id of who looks. ``others`` are standards that only judgements name.
    ``shipped`` are the titles of the sets that come with the workbench. ``versions`` is what a newer version touches,
    with the ``decisions`` on it; ``aligned`` is what the page “Are we aligned?” shows; ``strands`` are those of a set,
    ``vertical`` is the one that is looked at. ``present`` are the others who are here: (name, where) of each.
    ``many`` is what is about to be done to many things at once. ``shared``: others can be invited to these rooms.
    """

    framework: Framework
    view: View = field(default_factory=View)
    infos: Mapping[str, SetInfo] = field(default_factory=dict)
    sets: Mapping[str, StandardSet] = field(default_factory=dict)
    covered: Mapping[str, int] = field(default_factory=dict)
    set_id: str = ""
    grades: tuple[str, ...] = ()
    below: Mapping[str, int] = field(default_factory=dict)
    suggestions: tuple[Suggestion, ...] | None = None
    judgements: tuple[Judgement, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    me: str = ""
    others: Mapping[tuple[str, str], Standard] = field(default_factory=dict)
    arrival: Arrival | None = None
    shipped: Mapping[str, str] = field(default_factory=dict)
    versions: Impact | None = None
    decisions: tuple[VersionDecision, ...] = ()
    strands: tuple[Strand, ...] = ()
    vertical: Vertical | None = None
    aligned: Aligned | None = None
    findings: tuple[Finding, ...] = ()
    all_findings: tuple[Finding, ...] = ()
    earlier: Mapping[int, Framework] = field(default_factory=dict)
    waived: tuple[tuple[Finding, Waiver], ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    editions: tuple[Edition, ...] = ()
    talk: Talk = field(default_factory=Talk)
    everyone: Mapping[str, str] = field(default_factory=dict)
    role: Role = Role.FACILITATOR
    history: tuple[Line, ...] = ()
    saved: str = ""
    binder: bool = False
    warning: str = ""
    folder: str = ""
    project: str = ""
    shell: str = ""
    many: Many = field(default_factory=Many)
    kept: Kept = field(default_factory=Kept, compare=False)
    present: tuple[tuple[str, str], ...] = ()
    shared: bool = False

    @cached_property
    def proposals(self) -> tuple[Wording, ...]:
        """All proposed wordings, as they stand now."""
        return self.talk.proposals(self.framework)

    @cached_property
    def wordings(self) -> Mapping[tuple[str, str], list[Wording]]:
        """The proposed wordings that are open, by thing and field."""
        groups: dict[tuple[str, str], list[Wording]] = {}
        for one in self.proposals:
            if one.fate is Fate.OPEN:
                groups.setdefault((one.suggestion.thing_id, one.suggestion.field), []).append(one)
        return groups

    @cached_property
    def talking(self) -> Mapping[str, int]:
        """How much is being discussed, by the id of the thing that it is about."""
        return self.talk.open_counts(self.framework)

    def standard(self, set_id: str, standard_id: str) -> Standard | None:
        """Return a standard that alignments or judgements name; None where it is not in this project."""
        held = self.sets.get(set_id)
        found = held.by_id.get(standard_id) if held else None
        return found or self.others.get((set_id, standard_id))

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings to be shown, by the id of the thing that they are about."""
        return self.kept.take("by subject", (self.findings,), None, lambda: _grouped(self.findings, lambda one: (one,)))

    @cached_property
    def by_owner(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings to be shown, by the id of each thing that they are about or that what they are about is of."""
        given = (self.findings, self.framework)
        return self.kept.take("by owner", given, None, lambda: _grouped(self.findings, cache(self._with_owners)))

    def _with_owners(self, identifier: str) -> tuple[str, ...]:
        found: dict[str, None] = {}
        waiting = [identifier]
        while waiting:
            # A file from elsewhere may hold things that own each other in a ring.
            if (one := waiting.pop()) and one not in found:
                found[one] = None
                thing = self.framework.find(one)
                waiting += [getattr(thing, name) for name, spec in thing.specs().items() if spec.owner] if thing else []
        return tuple(found)

    def findings_of(self, thing: Thing, *, owned: bool = True) -> tuple[Finding, ...]:
        """Return the findings about a thing and, unless told otherwise, about what lives and dies with it."""
        return (self.by_owner if owned else self.by_subject).get(thing.id, ())


def _grouped(findings: Iterable[Finding], ids: Callable[[str], Iterable[str]]) -> Mapping[str, tuple[Finding, ...]]:
    """Return findings, sorted as in a report, by the ids that go with the thing they are about, gravest first."""
    groups: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda one: SEVERITIES.index(one.severity)):
        for one in ids(finding.subject_id):
            groups.setdefault(one, []).append(finding)
    return {key: tuple(group) for key, group in groups.items()}


SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""Gravest first."""
