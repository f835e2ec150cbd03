"""The framework: a frozen value with lookups both ways in constant time."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter
from typing import Any, cast

from workbench.errors import UnknownName
from workbench.localize import _
from workbench.model.alignment import Alignment, Translation
from workbench.model.beliefs import Belief, DesignQuestion, District, PortraitAttribute, Practice
from workbench.model.competencies import Competency, Indicator, LearningTarget
from workbench.model.experiences import LearningExperience, Pathway, PathwayPart, Support, Unit
from workbench.model.priorities import PriorityStandard
from workbench.model.scoring import (
    Assessment,
    AssessmentItem,
    Criterion,
    HabitOfWork,
    Scale,
    VerificationRule,
)
from workbench.model.table import Table
from workbench.model.thing import Thing, reference_specs

KINDS: Mapping[str, type[Thing]] = {
    cls.kind: cls
    for cls in (
        District,
        DesignQuestion,
        Belief,
        Practice,
        PortraitAttribute,
        Competency,
        Indicator,
        LearningTarget,
        Scale,
        Criterion,
        HabitOfWork,
        VerificationRule,
        Assessment,
        AssessmentItem,
        LearningExperience,
        Unit,
        Support,
        Pathway,
        PathwayPart,
        Alignment,
        PriorityStandard,
        Translation,
    )
}
"""The kinds of things by name, in the order in which a framework is read."""


def kind_of(name: str) -> type[Thing]:
    """Return the class of the kind ``name``; raise UnknownName."""
    if name not in KINDS:
        raise UnknownName.of("kind of thing", name, KINDS)
    return KINDS[name]


_TABLES = attrgetter(*(cls.table for cls in KINDS.values()))
"""Returns all tables of a framework at once, which is several times as fast as one by one."""


def _table() -> Any:
    return field(default_factory=Table)


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework:
    """One table a kind. Edits return a new framework and share what they did not touch."""

    districts: Table[District] = _table()
    design_questions: Table[DesignQuestion] = _table()
    beliefs: Table[Belief] = _table()
    practices: Table[Practice] = _table()
    attributes: Table[PortraitAttribute] = _table()
    competencies: Table[Competency] = _table()
    indicators: Table[Indicator] = _table()
    targets: Table[LearningTarget] = _table()
    scales: Table[Scale] = _table()
    criteria: Table[Criterion] = _table()
    habits: Table[HabitOfWork] = _table()
    verification_rules: Table[VerificationRule] = _table()
    assessments: Table[Assessment] = _table()
    items: Table[AssessmentItem] = _table()
    experiences: Table[LearningExperience] = _table()
    units: Table[Unit] = _table()
    supports: Table[Support] = _table()
    pathways: Table[Pathway] = _table()
    parts: Table[PathwayPart] = _table()
    alignments: Table[Alignment] = _table()
    priority_standards: Table[PriorityStandard] = _table()
    translations: Table[Translation] = _table()

    @property
    def district(self) -> District:
        """Return the district; a blank one where none is described yet."""
        every = self.districts.ordered()
        return every[0] if every else District(id="")

    def table(self, kind: str) -> Table[Thing]:
        """Return the table of one kind; raise UnknownName."""
        return cast("Table[Thing]", getattr(self, kind_of(kind).table))

    def things(self) -> Iterator[Thing]:
        """Yield everything, kind by kind, in order."""
        for kind in KINDS:
            yield from self.table(kind).ordered()

    def find(self, identifier: str) -> Thing | None:
        """Return the thing with this id, or None."""
        for table in _TABLES(self):
            if identifier in table:
                found: Thing = table[identifier]
                return found
        return None

    def get(self, identifier: str) -> Thing:
        """Return the thing with this id; raise UnknownName."""
        found = self.find(identifier)
        if found is None:
            raise UnknownName(_("This part of the framework is no longer there. Undo brings back what was removed."))
        return found

    def referrers(self, identifier: str) -> Iterator[tuple[Thing, str]]:
        """Yield (thing, field) for everything that points at ``identifier``."""
        thing = self.find(identifier)
        for kind, name, _owner in _pointing_at(thing.kind if thing else ""):
            yield from ((other, name) for other in self.table(kind).by(name, identifier))

    def owned(self, identifier: str) -> Iterator[Thing]:
        """Yield, once each, what lives and dies with a thing, nearest first, all the way down."""
        waiting, seen = [identifier], {identifier}
        while waiting:
            owner_id = waiting.pop(0)
            owner = self.find(owner_id)
            fields = [one for one in _pointing_at(owner.kind if owner else "") if one[2]]
            for thing in [one for kind, name, _owner in fields for one in self.table(kind).by(name, owner_id)]:
                # A file from elsewhere may hold things that own each other in a ring.
                if thing.id not in seen:
                    seen.add(thing.id)
                    waiting.append(thing.id)
                    yield thing

    def siblings(self, thing: Thing) -> tuple[Thing, ...]:
        """Return the things among which ``thing`` is ordered: of its kind, with its owner."""
        name = type(thing).owner_field()
        table = self.table(thing.kind)
        return table.by(name, thing.owner_id) if name else table.ordered()

    def practices_of(self, belief_id: str) -> tuple[Practice, ...]:
        """Return a belief's practices."""
        return self.practices.by("belief_id", belief_id)

    def indicators_of(self, competency_id: str) -> tuple[Indicator, ...]:
        """Return a competency's indicators."""
        return self.indicators.by("competency_id", competency_id)

    def criteria_of(self, subject_id: str) -> tuple[Criterion, ...]:
        """Return the scoring criteria of an indicator or a habit of work."""
        return self.criteria.by("subject_id", subject_id)

    def alignments_of(self, subject_id: str) -> tuple[Alignment, ...]:
        """Return what a thing of ours is aligned to."""
        return self.alignments.by("subject_id", subject_id)

    def alignments_to(self, set_id: str, standard_id: str) -> tuple[Alignment, ...]:
        """Return the alignments that claim a standard of a set; versions of a set share identifiers of standards."""
        return tuple(one for one in self.alignments.by("standard_id", standard_id) if one.set_id == set_id)

    def citing(self) -> Iterator[Alignment | PriorityStandard]:
        """Yield everything that names a standard: the alignments, then the priority standards."""
        yield from self.alignments.values()
        yield from self.priority_standards.values()

    def indicators_aligned_to(self, set_id: str, standard_id: str) -> tuple[Indicator, ...]:
        """Return the indicators that are aligned to a standard of a set, each once."""
        claiming = dict.fromkeys(one.subject_id for one in self.alignments_to(set_id, standard_id))
        return tuple(self.indicators[one] for one in claiming if one in self.indicators)

    def experiences_with(self, indicator_id: str) -> tuple[LearningExperience, ...]:
        """Return the learning experiences that introduce, develop or assess an indicator."""
        return self.experiences.by("indicators", indicator_id)

    def assessments_of(self, indicator_id: str) -> tuple[Assessment, ...]:
        """Return the assessments that give evidence of an indicator."""
        return self.assessments.by("indicator_ids", indicator_id)

    def parts_of(self, pathway_id: str) -> tuple[PathwayPart, ...]:
        """Return the parts of a pathway."""
        return self.parts.by("pathway_id", pathway_id)

    def having(self, kind: str, things: list[Thing], without: list[str]) -> Framework:
        """Return a framework with ``things`` of one kind put in and the ids ``without`` taken out."""
        changed: dict[str, Any] = {kind_of(kind).table: self.table(kind).having(things, without)}
        return dataclasses.replace(self, **changed)


@cache
def _pointing_at(kind: str) -> tuple[tuple[str, str, bool], ...]:
    """Return kind, name and whether it is the owner's of each field that may point at a kind, or at any."""
    return tuple(
        (cls.kind, name, spec.owner)
        for cls in KINDS.values()
        for name, spec in reference_specs(cast("Any", cls))
        if kind in spec.targets or "*" in spec.targets or not kind
    )


@cache
def table_names() -> Mapping[str, str]:
    """Return the kind of each table by the table's name ("beliefs" -> "belief")."""
    return {cls.table: cls.kind for cls in KINDS.values()}
