"""What a rule is given, and what it gives back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import KW_ONLY, dataclass, field
from types import MappingProxyType
from typing import Any

from workbench.model.beliefs import District
from workbench.model.competencies import Competency
from workbench.model.framework import Framework
from workbench.model.shelf import SetInfo
from workbench.model.standards import StandardSet
from workbench.model.table import Table
from workbench.model.thing import Thing

NONE: Mapping[Any, Any] = MappingProxyType({})
"""One object, so that what was found is kept while there is nothing."""


@dataclass(frozen=True, slots=True)
class CheckInput:
    """All that a check may look at, so that the same input gives the same findings on any day.

    Args:
        framework: What is checked.
        sets: The standard sets that alignments and priorities name, by identifier, with at least the standards that
            they name.
        newer: By the identifier of a standard set, the version of it that follows, where the project holds one.
        earlier: The frameworks of the adopted editions, by number.
        rule_set: The graduation rules of the state, as data.
        as_of: The day for which the report speaks, as an ISO date.
        drafts: Whether things that nobody has marked ready are reported as well.
    """

    framework: Framework
    _: KW_ONLY
    sets: Mapping[str, StandardSet] = field(default_factory=dict)
    newer: Mapping[str, SetInfo] = field(default_factory=lambda: NONE)
    earlier: Mapping[int, Framework] = field(default_factory=lambda: NONE)
    rule_set: Mapping[str, Any] = field(default_factory=dict)
    as_of: str = ""
    drafts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What a rule says of one thing; the registry adds code and severity and makes it a Finding.

    ``field`` is where ("descriptors.3"), or empty for the whole thing; ``others`` are ids of further things;
    ``evidence`` is what the fault rests on besides, such as a count. A committee's decision to live with a
    fault holds while both stay.
    """

    subject: Thing
    message: str
    remedy: str
    field: str = ""
    others: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def is_begun(framework: Framework) -> bool:
    """Tell whether any competency is marked ready."""
    return framework.competencies.derived(_any_ready)


def is_shown(given: CheckInput, subject: Thing, others: Collection[str] = ()) -> bool:
    """Tell whether what is found at a thing is reported: it is marked ready, or drafts are asked for.

    Nobody marks the district, at which the whole is judged: it counts with the first competency that is ready. What
    is found there of ``others``, as of the competencies of one area, counts with the first of these.
    """
    if given.drafts or subject.ready:
        return True
    if subject.kind != District.kind:
        return False
    some = [one for one in map(given.framework.find, others) if one]
    return any(one.ready for one in some) if some else is_begun(given.framework)


def _any_ready(table: Table[Competency]) -> bool:
    return any(one.ready for one in table.values())
