"""The framework as frozen values, and the edits that make new ones. Standard library only."""

from workbench.model.alignment import Alignment, Translation
from workbench.model.beliefs import Belief, DesignQuestion, District, PortraitAttribute, Practice
from workbench.model.canonical import canonical_bytes, from_json, to_json
from workbench.model.changes import EXISTS, Change, apply, changes_of, field_value, invert
from workbench.model.competencies import Competency, Indicator, LearningTarget
from workbench.model.difference import difference
from workbench.model.edition import edition_content, edition_hash
from workbench.model.edits import Dependants, add, add_many, dependants, duplicate, move, remove, set_field, with_ids
from workbench.model.experiences import LearningExperience, Pathway, PathwayPart, Support, Unit
from workbench.model.fields import FieldSpec, Form, Json
from workbench.model.framework import KINDS, Framework, kind_of
from workbench.model.grades import grade_keys, grade_order
from workbench.model.merge import Conflict, merge_change
from workbench.model.people import Here, Invitation, Lease, Role
from workbench.model.priorities import PriorityStandard
from workbench.model.record import (
    Choice,
    Edition,
    Finding,
    Judgement,
    Report,
    Severity,
    VersionDecision,
    Waiver,
    count_by_severity,
    report_of,
)
from workbench.model.scoring import (
    Assessment,
    AssessmentItem,
    Criterion,
    HabitOfWork,
    Scale,
    VerificationRule,
)
from workbench.model.shelf import Added, Addition, Branch, Found, Hit, Match, SetInfo
from workbench.model.standards import Standard, StandardLink, StandardSet, fold_code, spellings, standard_id
from workbench.model.table import Table
from workbench.model.terms import counted, field_words, plural, term
from workbench.model.thing import Thing
from workbench.model.values import Texts

__all__ = [
    "EXISTS",
    "KINDS",
    "Added",
    "Addition",
    "Alignment",
    "Assessment",
    "AssessmentItem",
    "Belief",
    "Branch",
    "Change",
    "Choice",
    "Competency",
    "Conflict",
    "Criterion",
    "Dependants",
    "DesignQuestion",
    "District",
    "Edition",
    "FieldSpec",
    "Finding",
    "Form",
    "Found",
    "Framework",
    "HabitOfWork",
    "Here",
    "Hit",
    "Indicator",
    "Invitation",
    "Json",
    "Judgement",
    "LearningExperience",
    "LearningTarget",
    "Lease",
    "Match",
    "Pathway",
    "PathwayPart",
    "PortraitAttribute",
    "Practice",
    "PriorityStandard",
    "Report",
    "Role",
    "Scale",
    "SetInfo",
    "Severity",
    "Standard",
    "StandardLink",
    "StandardSet",
    "Support",
    "Table",
    "Texts",
    "Thing",
    "Translation",
    "Unit",
    "VerificationRule",
    "VersionDecision",
    "Waiver",
    "add",
    "add_many",
    "apply",
    "canonical_bytes",
    "changes_of",
    "count_by_severity",
    "counted",
    "dependants",
    "difference",
    "duplicate",
    "edition_content",
    "edition_hash",
    "field_value",
    "field_words",
    "fold_code",
    "from_json",
    "grade_keys",
    "grade_order",
    "invert",
    "kind_of",
    "merge_change",
    "move",
    "plural",
    "remove",
    "report_of",
    "set_field",
    "spellings",
    "standard_id",
    "term",
    "to_json",
    "with_ids",
]
