"""How work is scored: scales, scoring criteria, habits of work, verification rules, assessments."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from workbench.model.fields import choice, decimal, line, number, ref, refs, text, texts
from workbench.model.thing import Thing
from workbench.model.values import (
    AssessmentForm,
    AssessmentPurpose,
    AssessmentScope,
    Texts,
    VerificationMethod,
    VerificationScope,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale(Thing):
    """A scoring scale: ``levels`` maps "1", "2" ... to the level's name, ``meanings`` to what it means."""

    kind: ClassVar[str] = "scale"
    table: ClassVar[str] = "scales"
    noun: ClassVar[str] = "scoring scale"

    title: str = line("Scale")
    levels: Texts = texts("Names of the levels")
    meanings: Texts = texts("What each level means")
    proficient: int | None = number("Level that meets the expectation", 1, 9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion(Thing):
    """One task-neutral row of scoring criteria: a descriptor for each level of its scale."""

    kind: ClassVar[str] = "criterion"
    table: ClassVar[str] = "criteria"
    noun: ClassVar[str] = "scoring criterion"
    named_by: ClassVar[tuple[str, ...]] = ("element",)

    subject_id: str = ref("Indicator or habit of work", "indicator", "habit", owner=True)
    element: str = line("Element")
    scale_id: str = ref("Scale", "scale")
    descriptors: Texts = texts("Descriptors, by level")


@dataclass(frozen=True, slots=True, kw_only=True)
class HabitOfWork(Thing):
    """A habit of work, reported apart from academic achievement."""

    kind: ClassVar[str] = "habit"
    table: ClassVar[str] = "habits"
    noun: ClassVar[str] = "habit of work"

    title: str = line("Habit")
    statement: str = text("What students do")


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationRule(Thing):
    """The adopted rule by which scores become "met": method, threshold, rounding."""

    kind: ClassVar[str] = "verification_rule"
    table: ClassVar[str] = "verification_rules"
    noun: ClassVar[str] = "verification rule"

    title: str = line("Rule")
    scope: VerificationScope | None = choice("Speaks of", VerificationScope)
    method: VerificationMethod | None = choice("Method", VerificationMethod)
    threshold: Decimal | None = decimal("Threshold")
    at_least: int | None = number("How many are needed", 1)
    rounding: str = line("Rounding")
    statement: str = text("In words")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment(Thing):
    """A formative or summative assessment, what it shows and by which criteria it is scored."""

    kind: ClassVar[str] = "assessment"
    table: ClassVar[str] = "assessments"
    noun: ClassVar[str] = "assessment"

    title: str = line("Assessment")
    purpose: AssessmentPurpose | None = choice("Formative or summative", AssessmentPurpose)
    form: AssessmentForm | None = choice("What students do", AssessmentForm)
    scope: AssessmentScope | None = choice("Shared across", AssessmentScope)
    description: str = text("Description")
    indicator_ids: tuple[str, ...] = refs("Indicators it gives evidence of", "indicator")
    criterion_ids: tuple[str, ...] = refs("Scoring criteria used", "criterion")
    experience_ids: tuple[str, ...] = refs("Used in", "experience")


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentItem(Thing):
    """One item of an assessment: its demand and the indicators it hits (Webb: one primary, up to two more)."""

    kind: ClassVar[str] = "item"
    table: ClassVar[str] = "items"
    noun: ClassVar[str] = "assessment item"
    named_by: ClassVar[tuple[str, ...]] = ("prompt",)

    assessment_id: str = ref("Assessment", "assessment", owner=True)
    prompt: str = text("Item")
    dok: int | None = number("Depth of knowledge (1 to 4)", 1, 4)
    primary_id: str = ref("Main indicator", "indicator")
    secondary_ids: tuple[str, ...] = refs("Other indicators", "indicator")
    challenge: str = text("Difficulty that is beside the point")
