"""Habits of work and their separate reporting; assessments; the rules by which scores become "met"."""

from __future__ import annotations

from workbench.model import Assessment, VerificationRule
from workbench.model.values import AssessmentPurpose
from workbench.publish.compose.criteria import matrices
from workbench.publish.compose.words import (
    Section,
    absent,
    anchor,
    capital,
    number,
    one_line,
    say,
    standards_of,
    tag_links,
    title_of,
)
from workbench.publish.document import (
    Block,
    Column,
    Heading,
    Note,
    Row,
    Runs,
    Table,
    lines,
    plain,
    quiet,
    strong,
)
from workbench.publish.publication import Publication


def habits_section(publication: Publication) -> Section:
    """Return the habits of work, the rule of separate reporting, and their criteria."""
    habits = publication.framework.habits.ordered()
    if not habits:
        return Section(title=capital(publication.term("habit", many=True)), id="habits", blocks=())
    word = capital(publication.term("habit", many=True))
    rule = (
        f"{word} are taught, assessed and reported apart from academic knowledge and skills. No score for them is "
        "part of an academic score, and no academic score is part of theirs."
    )
    columns = (Column(head=capital(publication.term("habit")), width=1.4), Column(head="What students do", width=5))
    rows = tuple(
        Row(
            cells=(strong(title_of(habit)), plain(habit.statement) or absent("Not yet described")),
            id=anchor(habit),
        )
        for habit in habits
    )
    tables = matrices(publication, habits, publication.term("habit", many=True))
    blocks: tuple[Block, ...] = (
        Note(runs=plain(rule), label="Reported separately"),
        Table(caption=word, columns=columns, rows=rows, show_caption=False),
        *([Heading(level=2, text=f"How {word.lower()} are scored", id="habit-criteria")] if tables else []),
        *tables,
    )
    return Section(title=word, id="habits", blocks=blocks, wide=bool(tables))


def assessment_section(publication: Publication) -> Section:
    """Return the verification rules, then the assessments: summative, formative, and those that do not say."""
    framework = publication.framework
    blocks: list[Block] = []
    if rules := framework.verification_rules.ordered():
        blocks.append(Heading(level=2, text="How scores become a decision", id="verification"))
        blocks += [block for rule in rules for block in _rule(rule)]
    for purpose in (AssessmentPurpose.SUMMATIVE, AssessmentPurpose.FORMATIVE, None):
        found = [one for one in framework.assessments.ordered() if one.purpose is purpose]
        if found:
            name = f"{capital(purpose or 'other')} assessments"
            blocks.append(Heading(level=2, text=name, id=f"assessments-{purpose or 'other'}"))
            blocks.append(_assessments(publication, found, name))
            blocks += [block for one in found for block in _items(publication, one)]
    return Section(title="Assessment and verification", id="assessment", blocks=tuple(blocks))


def _rule(rule: VerificationRule) -> list[Block]:
    facts = [
        f"applies to one {rule.scope}" if rule.scope else "",
        f"method: {rule.method}" if rule.method else "",
        f"threshold {number(rule.threshold)}" if rule.threshold is not None else "",
        f"at least {rule.at_least}" if rule.at_least is not None else "",
        f"rounding: {rule.rounding.strip()}" if rule.rounding.strip() else "",
    ]
    details = "; ".join(fact for fact in facts if fact)
    words = lines((plain(rule.statement.strip()), quiet(capital(details))))
    heading = Heading(level=3, text=title_of(rule), id=anchor(rule))
    return [heading, Note(runs=words, label="Rule") if words else say("Not yet described.")]


def _assessments(publication: Publication, found: list[Assessment], caption: str) -> Table:
    columns = (
        Column(head="Assessment", width=2.6),
        Column(head="Kind", width=1.8),
        Column(head="Gives evidence of", width=1.8),
        Column(head="Used in", width=1.2),
    )
    rows = tuple(
        Row(
            cells=(
                lines((strong(title_of(one)), plain(one.description.strip()), _standards(publication, one))),
                lines((plain(capital(one.form or "")), quiet(one.scope or ""), _scored(publication, one))),
                tag_links(publication.framework, one.indicator_ids) or absent("Not yet said"),
                tag_links(publication.framework, one.experience_ids) or absent("Not yet said"),
            ),
            id=anchor(one),
        )
        for one in found
    )
    return Table(caption=caption, columns=columns, rows=rows, show_caption=False)


def _standards(publication: Publication, assessment: Assessment) -> Runs:
    codes = standards_of(publication, assessment.id)
    return (*quiet("Standards: "), *codes) if codes else ()


def _scored(publication: Publication, assessment: Assessment) -> Runs:
    criteria = publication.framework.criteria
    used = [criteria[one] for one in assessment.criterion_ids if one in criteria]
    if used:
        return quiet(f"scored by {len(used)} common {publication.term('criterion', many=len(used) > 1)}")
    summative = assessment.purpose is AssessmentPurpose.SUMMATIVE
    return absent(f"no common {publication.term('criterion', many=True)} yet") if summative else ()


def _items(publication: Publication, assessment: Assessment) -> list[Block]:
    framework = publication.framework
    items = framework.items.by("assessment_id", assessment.id)
    if not items:
        return []
    columns = (
        Column(head="Item", width=3.4),
        Column(head="Depth of knowledge", width=1),
        Column(head="Main indicator", width=1.2),
        Column(head="Other indicators", width=1.3),
    )
    rows = tuple(
        Row(
            cells=(
                lines((plain(item.prompt) or absent("Not yet written"), quiet(item.challenge))),
                plain(str(item.dok)) if item.dok is not None else absent("Not yet said"),
                tag_links(framework, [item.primary_id]) or absent("Not yet said"),
                tag_links(framework, item.secondary_ids) or absent("None"),
            ),
            id=anchor(item),
        )
        for item in items
    )
    return [Table(caption=f"Items of {one_line(assessment.name)}", columns=columns, rows=rows)]
