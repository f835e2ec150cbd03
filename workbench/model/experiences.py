"""Where students learn: learning experiences, their units and supports, and the pathways made of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from workbench.model.fields import choice, decimal, line, number, ref, refs, text, texts, words
from workbench.model.thing import Thing
from workbench.model.values import Coverage, CreditBasis, PathwayPurpose, Route, SupportForm, Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class LearningExperience(Thing):
    """A course, or any other route by which the statute lets students earn credit.

    ``indicators`` maps an indicator's id to "introduced", "developed", "assessed", one or more.
    ``credit_area`` is the key of a bucket of the rule set; ``minutes`` is class time in all.
    """

    kind: ClassVar[str] = "experience"
    table: ClassVar[str] = "experiences"
    noun: ClassVar[str] = "learning experience"

    route: Route = choice("Kind", Route, Route.COURSE)
    title: str = line("Title")
    description: str = text("Description")
    department: str = line("Department")
    credit_area: str = line("Credit area")
    credits: Decimal | None = decimal("Credits", 0, 40)
    credit_basis: CreditBasis | None = choice("Credit is given for", CreditBasis)
    minutes: int | None = number("Minutes of class time")
    grades: tuple[str, ...] = words("Grades")
    provider: str = line("Provider or partner")
    policy: str = text("Policy or agreement")
    verifier: str = line("Who verifies mastery")
    indicators: Texts = texts("Indicators", "indicator", choices=Coverage)

    def covering(self, coverage: Coverage) -> tuple[str, ...]:
        """Return the ids of the indicators that are introduced, developed or assessed here."""
        return tuple(key for key, marks in self.indicators.items() if coverage in marks.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit(Thing):
    """One unit of a learning experience; their order and weeks are its scope and sequence."""

    kind: ClassVar[str] = "unit"
    table: ClassVar[str] = "units"
    noun: ClassVar[str] = "unit"

    experience_id: str = ref("Learning experience", "experience", owner=True)
    title: str = line("Unit")
    summary: str = text("Summary")
    weeks: Decimal | None = decimal("Weeks", 0, 60)
    indicator_ids: tuple[str, ...] = refs("Indicators", "indicator")


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Thing):
    """A support that a learning experience plans for: intervention, extension, revision ..."""

    kind: ClassVar[str] = "support"
    table: ClassVar[str] = "supports"
    noun: ClassVar[str] = "support"

    experience_id: str = ref("Learning experience", "experience", owner=True)
    form: SupportForm | None = choice("Kind of support", SupportForm)
    statement: str = text("What is offered")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway(Thing):
    """A composition of learning experiences towards graduation or credit."""

    kind: ClassVar[str] = "pathway"
    table: ClassVar[str] = "pathways"
    noun: ClassVar[str] = "pathway"

    title: str = line("Pathway")
    purpose: PathwayPurpose = choice("Purpose", PathwayPurpose, PathwayPurpose.GRADUATION)
    description: str = text("Description")
    audience: str = text("Whom it is for")


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayPart(Thing):
    """A group of learning experiences of a pathway: all required, or ``choose`` of them."""

    kind: ClassVar[str] = "part"
    table: ClassVar[str] = "parts"
    noun: ClassVar[str] = "part of a pathway"

    pathway_id: str = ref("Pathway", "pathway", owner=True)
    title: str = line("Part")
    choose: int | None = number("How many to choose (empty: all are required)", 1)
    experience_ids: tuple[str, ...] = refs("Learning experiences", "experience")
