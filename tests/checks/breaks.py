"""Ways to break a framework, each with the rule that should find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from workbench.checks.language.changes import adjacent
from workbench.checks.language.verb_levels import mean_level
from workbench.checks.language.verbs import lead
from workbench.model import Framework, Thing, add, apply, remove, set_field
from workbench.model.edits import Changes
from workbench.model.scoring import Criterion, Scale
from workbench.model.values import AssessmentPurpose, PathwayPurpose, Reach, Texts, VerificationScope
from workbench.standards import load_shipped

Broken = tuple[str, Changes]
"""The id of the thing at which the rule should speak, and the changes that break the framework."""


@dataclass(frozen=True, slots=True)
class Break:
    """One way: the code of the rule that should find it, and the errors that rightly come with it."""

    code: str
    do: Callable[[Framework, Random], Broken]
    also: frozenset[str] = frozenset()


def clear(table: str, field: str, **where: object) -> Callable[[Framework, Random], Broken]:
    """Return a way to empty one field of any of the things that have it, and what ``where`` asks for."""
    return write(table, field, lambda thing: () if isinstance(getattr(thing, field), tuple) else "", **where)


def write(
    table: str, field: str, text: Callable[[Thing], object], **where: object
) -> Callable[[Framework, Random], Broken]:
    """Return a way to write into one field of any of the things that have it, and what ``where`` asks for."""

    def do(framework: Framework, chance: Random) -> Broken:
        things = [one for one in getattr(framework, table).ordered() if getattr(one, field.partition(".")[0])]
        fitting = [one for one in things if all(getattr(one, name) == value for name, value in where.items())]
        thing = chance.choice(fitting)
        return thing.id, set_field(framework, thing.id, field, text(thing))

    return do


def academic(framework: Framework, chance: Random) -> Criterion:
    """Return the criterion of an indicator."""
    return chance.choice([one for one in framework.criteria.ordered() if one.subject_id in framework.indicators])


def describe(**texts: str) -> Callable[[Framework, Random], Broken]:
    """Return a way to describe levels of a criterion: ``level_2="..."``."""

    def do(framework: Framework, chance: Random) -> Broken:
        criterion = academic(framework, chance)
        said = {**criterion.descriptors, **{name.removeprefix("level_"): text for name, text in texts.items()}}
        return criterion.id, set_field(framework, criterion.id, "descriptors", said)

    return do


def without_criterion(framework: Framework, chance: Random) -> Broken:
    """Remove the only criterion of an indicator."""
    criterion = academic(framework, chance)
    return criterion.subject_id, remove(framework, criterion.id)


def swapped_levels(framework: Framework, chance: Random) -> Broken:
    """Swap two neighbouring levels of a criterion whose verbs lie far apart."""
    pairs = [
        (criterion, low, high)
        for criterion in framework.criteria.ordered()
        if criterion.subject_id in framework.indicators
        for low, high in adjacent(framework, criterion)
        if _rise(criterion, low, high) > 1.4  # above the setting demand_fall
    ]
    criterion, low, high = chance.choice(pairs)
    said = {**criterion.descriptors, low: criterion.descriptors[high], high: criterion.descriptors[low]}
    return criterion.id, set_field(framework, criterion.id, "descriptors", said)


def _rise(criterion: Criterion, low: str, high: str) -> float:
    levels = [[mean_level(verb.lemma) for verb in lead(criterion.descriptors[key]).verbs] for key in (low, high)]
    if any(None in found or len(found) != 1 for found in levels):
        return 0
    return min(levels[1][0] or 0, 4.5) - min(levels[0][0] or 0, 4.5)


def orphaned_course(framework: Framework, chance: Random) -> Broken:
    """Take away all that a learning experience is aligned to, and all that it works on."""
    one = chance.choice(framework.experiences.ordered())
    changes = [change for each in framework.alignments_of(one.id) for change in remove(framework, each.id)]
    return one.id, (*set_field(framework, one.id, "indicators", {}), *changes)


def indicator_without_standards(framework: Framework, chance: Random) -> Broken:
    """Take away the standards of an indicator of a content area."""
    content = {one.id for one in framework.competencies.by("reach", Reach.CONTENT)}
    one = chance.choice([each for each in framework.indicators.ordered() if each.competency_id in content])
    return one.id, tuple(change for each in framework.alignments_of(one.id) for change in remove(framework, each.id))


def belief_without_practices(framework: Framework, chance: Random) -> Broken:
    """Remove the practices of a belief."""
    one = chance.choice(framework.beliefs.ordered())
    return one.id, tuple(change for each in framework.practices_of(one.id) for change in remove(framework, each.id))


def scored_habit(framework: Framework, chance: Random) -> Broken:
    """Score a habit of work with an academic assessment."""
    habit = next(one for one in framework.criteria.ordered() if one.subject_id in framework.habits)
    one = chance.choice(framework.assessments.by("purpose", AssessmentPurpose.SUMMATIVE))
    return one.id, set_field(framework, one.id, "criterion_ids", (*one.criterion_ids, habit.id))


def other_scale(framework: Framework, chance: Random) -> Broken:
    """Score one criterion on a scale of its own."""
    criterion = academic(framework, chance)
    scale = Scale(id="another", title="Three levels", levels=Texts({"1": "No", "2": "Some", "3": "Yes"}), ready=True)
    added = add(framework, scale)
    return criterion.id, (*added, *set_field(apply(framework, added), criterion.id, "scale_id", "another"))


def unknown_standard(framework: Framework, chance: Random) -> Broken:
    """Align an indicator to a standard that no set has."""
    one = chance.choice([each for each in framework.alignments.ordered() if each.subject_id in framework.indicators])
    return one.subject_id, set_field(framework, one.id, "standard_id", "no-such-standard")


def doubled_alignment(framework: Framework, chance: Random) -> Broken:
    """Align an indicator to the same standard again."""
    one = chance.choice([each for each in framework.alignments.ordered() if each.subject_id in framework.indicators])
    return one.subject_id, add(framework, replace(one, id="again"))


def pathway_without_parts(framework: Framework, chance: Random) -> Broken:
    """Remove the parts of a pathway."""
    one = chance.choice(framework.pathways.ordered())
    return one.id, tuple(change for each in framework.parts_of(one.id) for change in remove(framework, each.id))


def too_large_a_choice(framework: Framework, chance: Random) -> Broken:
    """Ask students to choose more than is offered."""
    part = chance.choice(framework.parts.ordered())
    return part.pathway_id, set_field(framework, part.id, "choose", len(part.experience_ids) + 1)


def unreachable_competency(framework: Framework, chance: Random) -> Broken:
    """Stop assessing an indicator anywhere."""
    one = chance.choice(framework.indicators.ordered())
    changes = [
        change
        for each in framework.experiences_with(one.id)
        for change in set_field(framework, each.id, f"indicators.{one.id}", "developed")
    ]
    return framework.pathways.by("purpose", PathwayPurpose.GRADUATION)[0].id, tuple(changes)


def same_code(framework: Framework, chance: Random) -> Broken:
    """Give two indicators one code."""
    first, second = sorted(chance.sample(framework.indicators.ordered(), 2), key=lambda one: (one.order, one.id))
    return second.id, set_field(framework, second.id, "code", first.code)


def same_statement(framework: Framework, chance: Random) -> Broken:
    """Let two indicators ask for the same."""
    first, second = sorted(chance.sample(framework.indicators.ordered(), 2), key=lambda one: (one.order, one.id))
    return second.id, set_field(framework, second.id, "statement", first.statement)


def habit_as_indicator(framework: Framework, chance: Random) -> Broken:
    """Write a habit of work among the indicators."""
    one, habit = chance.choice(framework.indicators.ordered()), chance.choice(framework.habits.ordered())
    return one.id, set_field(framework, one.id, "statement", habit.statement)


def no_verification(framework: Framework, _chance: Random) -> Broken:
    """Remove the rules of verification."""
    gone = framework.verification_rules.ordered()
    return framework.district.id, tuple(change for one in gone for change in remove(framework, one.id))


def unreadable_setting(framework: Framework, _chance: Random) -> Broken:
    """Write a range that is none."""
    return framework.district.id, set_field(framework, framework.district.id, "settings.levels", "a few")


def uncovered_priority(framework: Framework, chance: Random) -> Broken:
    """Choose as a priority a standard that nothing is aligned to."""
    one = chance.choice(framework.priority_standards.ordered())
    return one.id, set_field(framework, one.id, "standard_id", "no-such-standard")


def code_taken_over(framework: Framework, chance: Random) -> Broken:
    """Give the code of one indicator to another, and the first a new one."""
    one, other = chance.sample(framework.indicators.ordered(), 2)
    changes = set_field(framework, one.id, "code", f"{one.code}-new")
    return other.id, (*changes, *set_field(framework, other.id, "code", one.code))


OLDER = "ccss-math-hs-earlier"
"""The set of mathematics in a version before the one that the example is aligned to."""


def older_version(framework: Framework, chance: Random) -> Broken:
    """Align an indicator of mathematics to the version before."""
    mathematics = framework.alignments.by("set_id", load_shipped("ccss-math-hs").id)
    one = chance.choice([each for each in mathematics if each.subject_id in framework.indicators])
    return one.subject_id, set_field(framework, one.id, "set_id", OLDER)


def statement(text: str) -> Callable[[Framework, Random], Broken]:
    """Return a way to word an indicator."""
    return write("indicators", "statement", lambda _: text)


SUMMATIVE = AssessmentPurpose.SUMMATIVE
MISSING_MARK = frozenset({"PTH001"})
BREAKS = (
    Break("RUB002", without_criterion, frozenset({"ASM001"})),
    Break("RUB011", swapped_levels),
    Break("ALN001", orphaned_course, MISSING_MARK),
    Break("STR005", indicator_without_standards, frozenset({"ALN001"})),
    Break("STR006", belief_without_practices),
    Break("STR007", clear("practices", "owner")),
    Break("STR008", clear("practices", "evidence")),
    Break("RUB003", describe(level_2=" ")),
    Break("STR001", clear("indicators", "competency_id"), frozenset({"STR002"})),
    Break("ASM001", clear("assessments", "criterion_ids", purpose=SUMMATIVE)),
    Break("ASM002", clear("assessments", "indicator_ids", purpose=SUMMATIVE)),
    Break("HOW001", scored_habit),
    Break("HOW002", habit_as_indicator),
    Break("HOW004", describe(level_3="Hands in neat work on time and explains a change of plan.")),
    Break("RUB001", other_scale),
    Break("RUB007", describe(level_1="Does not name a reason for the choice.")),
    Break("RUB008", describe(level_2="Names some reasons for a choice.", level_3="Names most reasons for a choice.")),
    Break("RUB010", describe(level_2="Describes a choice.", level_3="Evaluates a choice.")),
    Break("RUB012", describe(level_4="Writes a flawless account of every choice.")),
    Break("RUB013", describe(level_3="Explains a choice in an essay of five paragraphs.")),
    Break("ALN003", unknown_standard),
    Break("ALN004", doubled_alignment),
    Break("ALN006", older_version),
    Break("STR019", uncovered_priority),
    Break("STR020", code_taken_over),
    Break("PTH001", unreachable_competency),
    Break("PTH002", pathway_without_parts),
    Break("PTH003", too_large_a_choice),
    Break("STR014", unreadable_setting),
    Break("STR016", same_code),
    Break("STM001", statement("Explain how a claim rests on evidence. Then compare two claims.")),
    Break("STM002", statement("Design a study of the river and write a report of it for the town.")),
    Break("STM003", statement("Understand how a claim rests on the evidence for it.")),
    Break("STM004", statement("Demonstrate an understanding of claims and of the evidence for them.")),
    Break("STM013", same_statement),
    Break("DOK001", clear("indicators", "bloom")),
    Break("VER001", no_verification),
    Break("VER004", write("verification_rules", "threshold", lambda _: Decimal(9), scope=VerificationScope.INDICATOR)),
)
