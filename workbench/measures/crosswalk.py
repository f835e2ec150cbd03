"""The association table: what of ours meets which standard, and the links that standard sets bring themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal, TypeAlias

from workbench.model import (
    Alignment,
    Assessment,
    Competency,
    Framework,
    Indicator,
    LearningExperience,
    Pathway,
    Standard,
    StandardLink,
    StandardSet,
    Thing,
)
from workbench.model.values import Coverage

Side: TypeAlias = Literal["", "ours", "theirs"]

KINDS: tuple[str, ...] = Alignment.spec("subject_id").targets
"""The kinds of things that can be aligned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Only:
    """Which rows are wanted; an empty filter lets everything through.

    ``sets`` are ids of standard sets, ``kinds`` kinds of our things, ``strengths`` "full" and "partial", ``areas``
    content areas (case aside). Filters narrow the alignments first; ``unaligned`` then asks for what none of
    those touches: "ours" for our things, "theirs" for the standards that have none below them.
    """

    sets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    unaligned: Side = ""

    @property
    def about_ours(self) -> bool:
        """Whether a filter asks about our side or for gaps, so that links between standards are left out."""
        return bool(self.kinds or self.strengths or self.areas or self.unaligned)


@dataclass(frozen=True, slots=True, kw_only=True)
class CrosswalkRow:
    """One association, or one end that has none; what is empty is not known or not there.

    ``kind`` is the kind of our thing, "standard" where a standard set links two standards, empty where a standard
    has no alignment. ``relation``: a strength, or the link's type. ``local``: the standard is the district's own.
    """

    kind: str = ""
    areas: tuple[str, ...] = ()
    from_set: str = ""
    from_code: str = ""
    from_text: str = ""
    relation: str = ""
    to_set: str = ""
    version: str = ""
    local: bool = False
    to_code: str = ""
    to_text: str = ""
    rationale: str = ""
    from_id: str = ""
    to_id: str = ""


def crosswalk(
    framework: Framework, sets: Mapping[str, StandardSet], only: Only | None = None
) -> Iterator[CrosswalkRow]:
    """Yield the rows: alignments in the order of our things, then each set's own links.

    An alignment whose set the project does not hold is shown by its identifiers, so that none vanishes.
    """
    return _Table(framework, sets, only or Only()).rows()


def areas_of(framework: Framework, thing: Thing) -> tuple[str, ...]:
    """Return the content areas of a thing: its competency's, or those of the indicators and courses in it."""
    match thing:
        case Competency():
            found = [thing.area]
        case Indicator():
            competency = framework.competencies.get(thing.competency_id)
            found = [competency.area] if competency else []
        case LearningExperience():
            found = [thing.department, *_areas_of_indicators(framework, thing.indicators)]
        case Assessment():
            found = _areas_of_indicators(framework, thing.indicator_ids)
        case Pathway():
            found = [area for one in experiences_of(framework, thing) for area in areas_of(framework, one)]
        case _:
            found = []
    return tuple(dict.fromkeys(area.strip() for area in found if area.strip()))


def _areas_of_indicators(framework: Framework, ids: Iterable[str]) -> list[str]:
    held = (framework.indicators.get(one) for one in ids)
    return [area for one in held if one for area in areas_of(framework, one)]


def experiences_of(framework: Framework, pathway: Pathway) -> tuple[LearningExperience, ...]:
    """Return the learning experiences that a pathway requires or offers, each once."""
    return tuple(framework.experiences[one] for one in offered(framework, pathway) if one in framework.experiences)


def offered(framework: Framework, pathway: Pathway) -> tuple[str, ...]:
    """Return the ids of the learning experiences that a pathway requires or offers, each once, there or not."""
    return tuple(dict.fromkeys(one for part in framework.parts_of(pathway.id) for one in part.experience_ids))


def _claimants(framework: Framework, thing: Thing) -> Iterator[str]:
    """Yield the ids through whose alignments a thing meets standards: its own, and what it assesses or holds."""
    yield thing.id
    match thing:
        case LearningExperience():
            yield from thing.covering(Coverage.ASSESSED)
        case Assessment():
            yield from thing.indicator_ids
        case Pathway():
            for one in experiences_of(framework, thing):
                yield from _claimants(framework, one)


@dataclass(frozen=True)
class _Table:
    framework: Framework
    sets: Mapping[str, StandardSet]
    only: Only

    def rows(self) -> Iterator[CrosswalkRow]:
        alignments = [one for one in self.framework.alignments.ordered() if self._is_wanted(one)]
        if self.only.unaligned == "ours":
            yield from self._our_gaps({one.subject_id for one in alignments})
        elif self.only.unaligned == "theirs":
            yield from self._their_gaps({(one.set_id, one.standard_id) for one in alignments})
        else:
            last = len(self._places)
            alignments.sort(key=lambda one: self._places.get(one.subject_id, last))
            yield from map(self._alignment, alignments)
        if not self.only.about_ours:
            for found in self._chosen_sets():
                yield from (self._link(found, link) for link in found.links)

    @cached_property
    def _things(self) -> Mapping[str, Thing]:
        return {thing.id: thing for kind in KINDS for thing in self.framework.table(kind).ordered()}

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {identifier: place for place, identifier in enumerate(self._things)}

    @cached_property
    def _standards(self) -> Mapping[str, tuple[StandardSet, Standard]]:
        """Where a standard that another set points at is: the first set that holds it."""
        found: dict[str, tuple[StandardSet, Standard]] = {}
        for one in self.sets.values():
            for standard in one.standards:
                found.setdefault(standard.id, (one, standard))
        return found

    def _chosen_sets(self) -> Iterator[StandardSet]:
        return (one for one in self.sets.values() if not self.only.sets or one.id in self.only.sets)

    def _is_wanted(self, one: Alignment) -> bool:
        only, thing = self.only, self._things.get(one.subject_id)
        return (
            (not only.sets or one.set_id in only.sets)
            and (not only.strengths or one.strength.value in only.strengths)
            and (self._is_wanted_of_ours(thing) if thing else not (only.kinds or only.areas))
        )

    def _is_wanted_of_ours(self, thing: Thing) -> bool:
        only = self.only
        if only.kinds and thing.kind not in only.kinds:
            return False
        wanted = {area.strip().casefold() for area in only.areas}
        return not wanted or any(area.casefold() in wanted for area in areas_of(self.framework, thing))

    def _our_gaps(self, aligned: set[str]) -> Iterator[CrosswalkRow]:
        for thing in self._things.values():
            if self._is_wanted_of_ours(thing) and not any(one in aligned for one in _claimants(self.framework, thing)):
                yield self._ours(thing)

    def _their_gaps(self, aligned: set[tuple[str, str]]) -> Iterator[CrosswalkRow]:
        for found in self._chosen_sets():
            for standard in found.leaves:
                if (found.id, standard.id) not in aligned:
                    yield _to(CrosswalkRow(), found, standard)

    def _ours(self, thing: Thing) -> CrosswalkRow:
        return CrosswalkRow(
            kind=thing.kind,
            areas=areas_of(self.framework, thing),
            from_code=thing.code,
            from_text=thing.name,
            from_id=thing.id,
        )

    def _alignment(self, one: Alignment) -> CrosswalkRow:
        thing = self._things.get(one.subject_id)
        row = self._ours(thing) if thing else CrosswalkRow(from_id=one.subject_id)
        row = replace(row, relation=one.strength.value, rationale=one.rationale)
        found = self.sets.get(one.set_id)
        standard = found.by_id.get(one.standard_id) if found else None
        if found and standard:
            return _to(row, found, standard)
        return replace(row, to_set=found.title if found else one.set_id, to_id=one.standard_id)

    def _link(self, found: StandardSet, link: StandardLink) -> CrosswalkRow:
        origin = found.by_id.get(link.origin_id)
        row = CrosswalkRow(
            kind="standard",
            from_set=found.title,
            from_code=origin.code if origin else "",
            from_text=_wording(origin) if origin else _title(link, "originNodeURI"),
            relation=link.type,
            rationale=notes if isinstance(notes := link.extra.get("notes"), str) else "",
            from_id=link.origin_id,
        )
        own = found.by_id.get(link.destination_id)
        held = (found, own) if own else self._standards.get(link.destination_id)
        if held:
            return _to(row, *held)
        return replace(row, to_text=_title(link, "destinationNodeURI"), to_id=link.destination_id)


def _to(row: CrosswalkRow, found: StandardSet, standard: Standard) -> CrosswalkRow:
    return replace(
        row,
        to_set=found.title,
        version=found.version,
        local=found.local,
        to_code=standard.code,
        to_text=_wording(standard),
        to_id=standard.id,
    )


def _wording(standard: Standard) -> str:
    return standard.statement or standard.label


def _title(link: StandardLink, end: str) -> str:
    """Return what the file calls an end that lies outside the set."""
    told = link.extra.get(end)
    title = told.get("title") if isinstance(told, Mapping) else told
    return title if isinstance(title, str) else ""
