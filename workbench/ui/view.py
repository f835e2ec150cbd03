"""What a room is drawn from: the project's values as they are now, and what one person looks at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from workbench.model import Edition, Finding, Framework, SetInfo, Severity, StandardSet, Thing
from workbench.project.shelf import Shelf

State: TypeAlias = dict[str, Any]
"""Plain values that become JSON: what a pane draws."""


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What one person looks at and how; no content.

    ``selected`` is the thing chosen in each room, by room. ``drafts``: also show findings of what is not ready.
    ``unaligned``: list only what is aligned to nothing. ``compare``: show how each level differs from the one before.
    ``query`` and ``set_id`` search standards, ``find`` everything.
    ``message`` is what the last action did; ``forms`` are messages beside the forms of the publish room, by form.
    """

    room: str = "start"
    selected: Mapping[str, str] = field(default_factory=dict)
    drafts: bool = False
    unaligned: bool = False
    compare: bool = False
    set_id: str = ""
    query: str = ""
    find: str = ""
    focus: tuple[int, str] = (0, "")
    message: State | None = None
    forms: Mapping[str, State] = field(default_factory=dict)
    busy: str = ""
    files: tuple[str, ...] = ()

    @property
    def at(self) -> str:
        """The id of what is selected in the present room, or an empty text."""
        return self.selected.get(self.room, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of history: who did ``what`` when (ISO, UTC), with texts before and after, and why."""

    key: str
    who: str
    at: str
    what: str
    old: str = ""
    new: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True)
class Given:
    """Everything that the panes of a room are drawn from. Frozen: the same values give the same states.

    ``findings`` are those to be shown; ``all_findings`` count drafts too, as adoption does.
    ``sets`` hold the standards that alignments name, ``covered`` counts, by set, those that can
    be met; ``shelf`` reads and finds the others.
    ``rules`` are the graduation rules that the district chose; ``warning`` is a danger to the project's file.
    """

    framework: Framework
    view: View = field(default_factory=View)
    sets: Mapping[str, StandardSet] = field(default_factory=dict)
    covered: Mapping[str, int] = field(default_factory=dict)
    shelf: Shelf | None = None
    findings: tuple[Finding, ...] = ()
    all_findings: tuple[Finding, ...] = ()
    rules: Mapping[str, Any] = field(default_factory=dict)
    revision: int = 0
    editions: tuple[Edition, ...] = ()
    history: tuple[Line, ...] = ()
    saved: str = ""
    binder: bool = False
    warning: str = ""
    folder: str = ""
    project: str = ""
    shell: str = ""

    @cached_property
    def infos(self) -> Mapping[str, SetInfo]:
        """The standard sets of the project by identifier, without their standards."""
        return {one.id: one for one in self.shelf.infos()} if self.shelf else {}

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings to be shown, by the id of the thing that they are about."""
        groups: dict[str, list[Finding]] = {}
        for finding in self.findings:
            groups.setdefault(finding.subject_id, []).append(finding)
        return {key: tuple(group) for key, group in groups.items()}

    def findings_of(self, thing: Thing, *, owned: bool = True) -> tuple[Finding, ...]:
        """Return the findings about a thing and, unless told otherwise, about what lives and dies with it."""
        found = list(self.by_subject.get(thing.id, ()))
        if owned and self.by_subject:
            for other in dict.fromkeys(self.framework.owned(thing.id)):
                found += self.by_subject.get(other.id, ())
        return tuple(sorted(found, key=lambda one: (SEVERITIES.index(one.severity), one.sort_key)))


SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""Gravest first."""
