"""What the committee believes and the graduate it pictures.

The structure of design questions, beliefs and practices follows CAPSS and Great Schools Partnership,
Brief 4: Mastery-Based Learning (CC BY-NC-SA 4.0); no wording of it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from workbench.localize import ENGLISH
from workbench.localize.tags import tag_of
from workbench.model.fields import line, ref, text, texts, words
from workbench.model.thing import Thing
from workbench.model.values import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class District(Thing):
    """The district, its words and its settings; a framework has one.

    ``terms``: the district's word for "competency", "indicator" ...; ``settings``: ranges and thresholds.
    """

    kind: ClassVar[str] = "district"
    table: ClassVar[str] = "districts"
    noun: ClassVar[str] = "district"

    title: str = line("District")
    document_title: str = line("Title of the document")
    mission: str = text("Vision or mission")
    state: str = line("State")
    rule_set: str = line("Graduation rules")
    languages: tuple[str, ...] = words("Languages")
    contact: str = line("Contact")
    acknowledgements: str = text("Committee and acknowledgements")
    accessibility: str = text("Accessibility statement")
    licence: str = text("Licence and credits")
    terms: Texts = texts("Terms")
    settings: Texts = texts("Settings")

    @property
    def language(self) -> str:
        """The language that the texts are written in, as a BCP 47 tag: the first that is named, English without one.

        Empty where that is the name of no known language.
        """
        return tag_of(next((one for one in self.languages if one.strip()), ENGLISH))


@dataclass(frozen=True, slots=True, kw_only=True)
class DesignQuestion(Thing):
    """A question that the committee answers before it designs."""

    kind: ClassVar[str] = "design_question"
    table: ClassVar[str] = "design_questions"
    noun: ClassVar[str] = "design question"
    named_by: ClassVar[tuple[str, ...]] = ("question",)

    question: str = text("Question")
    guidance: str = text("Guidance")
    answer: str = text("Our answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief(Thing):
    """A belief around which the system is designed."""

    kind: ClassVar[str] = "belief"
    table: ClassVar[str] = "beliefs"
    noun: ClassVar[str] = "belief"

    title: str = line("Short name")
    statement: str = text("Belief")
    explanation: str = text("What we mean by it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice(Thing):
    """What the district does because of a belief, who sees to it, and how one can tell."""

    kind: ClassVar[str] = "practice"
    table: ClassVar[str] = "practices"
    noun: ClassVar[str] = "practice"

    belief_id: str = ref("Belief", "belief", owner=True)
    statement: str = text("Practice")
    owner: str = line("Who sees to it")
    evidence: str = text("How we can tell")


@dataclass(frozen=True, slots=True, kw_only=True)
class PortraitAttribute(Thing):
    """One attribute of the portrait of a graduate; ``descriptors`` by grade band."""

    kind: ClassVar[str] = "attribute"
    table: ClassVar[str] = "attributes"
    noun: ClassVar[str] = "portrait attribute"

    title: str = line("Attribute")
    definition: str = text("What it means")
    descriptors: Texts = texts("What it looks like, by grade band")
