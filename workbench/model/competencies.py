"""What every graduate will know and be able to do: competencies, indicators, learning targets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.model.fields import choice, line, number, ref, refs, text
from workbench.model.thing import Thing
from workbench.model.values import Bloom, Priority, Reach, TargetForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Competency(Thing):
    """A graduation competency, cross-curricular or of one content area, and why it was chosen.

    Endurance, leverage and readiness: Ainsworth's three reasons for a priority standard.
    """

    kind: ClassVar[str] = "competency"
    table: ClassVar[str] = "competencies"
    noun: ClassVar[str] = "competency"

    reach: Reach = choice("Cross-curricular or content area", Reach, Reach.CONTENT)
    area: str = line("Content area")
    title: str = line("Short name")
    statement: str = text("Competency")
    grade_band: str = line("Grades")
    attribute_ids: tuple[str, ...] = refs("Portrait attributes it serves", "attribute")
    endurance: str = text("Endurance: why it lasts beyond a course")
    leverage: str = text("Leverage: where else it is used")
    readiness: str = text("Readiness: what it prepares for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Thing):
    """A performance indicator: the measurable unit that scoring criteria attach to.

    A cognitive level (Webb's depth of knowledge 1-4, revised Bloom) holds once a person confirmed it.
    """

    kind: ClassVar[str] = "indicator"
    table: ClassVar[str] = "indicators"
    noun: ClassVar[str] = "performance indicator"

    competency_id: str = ref("Competency", "competency", owner=True)
    title: str = line("Short name")
    statement: str = text("Performance indicator")
    grade_band: str = line("Grades")
    priority: Priority | None = choice("Priority or supporting", Priority)
    dok: int | None = number("Depth of knowledge (1 to 4)", 1, 4)
    dok_confirmed_by: str = line("Depth of knowledge confirmed by")
    bloom: Bloom | None = choice("Bloom level", Bloom)
    bloom_confirmed_by: str = line("Bloom level confirmed by")
    prerequisite_ids: tuple[str, ...] = refs("Builds on", "indicator")


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningTarget(Thing):
    """A lesson- or unit-sized step towards an indicator; formative, never certified."""

    kind: ClassVar[str] = "target"
    table: ClassVar[str] = "targets"
    noun: ClassVar[str] = "learning target"

    indicator_id: str = ref("Performance indicator", "indicator", owner=True)
    form: TargetForm | None = choice("Knowledge or skill", TargetForm)
    statement: str = text("Learning target")
    unit_id: str = ref("Unit", "unit")
